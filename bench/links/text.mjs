/** Text helpers of the bench. They share no code with the product, so that a mistake there cannot hide here. */

/**
 * @typedef {{ speaker: string, text: string, ids?: number[] }} Turn `ids`: the turns of the first edition it holds
 * @typedef {{ title: string, turns: Turn[] }} Doc
 */

/**
 * A random number from 0 to 1, the same row for the same seed (mulberry32).
 *
 * @param {string} seed
 */
export function randomFrom(seed) {
  let state = 0
  for (const character of seed) state = (Math.imul(state, 31) + character.charCodeAt(0)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** @param {string} text */
export function wordsOf(text) {
  return text.split(/\s+/).filter(Boolean)
}

/** @param {string} text */
export function normal(text) {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}\s]+/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** @param {string} text */
export function sentencesOf(text) {
  const found = text.match(/[^.!?…]+[.!?…]+["'”’)]*\s*|[^.!?…]+$/g)
  return found ? found.map((sentence) => sentence.trim()).filter(Boolean) : [text]
}

/**
 * How much two lists of words share, from 0 to 1 (Dice).
 *
 * @param {string[]} one
 * @param {string[]} other
 */
export function likeness(one, other) {
  const counts = new Map()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared += 1
    counts.set(word, left - 1)
  }
  return one.length + other.length > 0 ? (2 * shared) / (one.length + other.length) : 0
}

/**
 * Some of a list, drawn without putting back.
 *
 * @template T
 * @param {T[]} list
 * @param {number} count
 * @param {() => number} random
 */
export function drawn(list, count, random) {
  const left = [...list]
  const taken = []
  while (left.length > 0 && taken.length < count) taken.push(...left.splice(Math.floor(random() * left.length), 1))
  return taken
}

/**
 * The turns as a scheme sees them, without the answers.
 *
 * @param {Doc} doc
 * @returns {Doc}
 */
export function shown(doc) {
  return { title: doc.title, turns: doc.turns.map(({ speaker, text }) => ({ speaker, text })) }
}
