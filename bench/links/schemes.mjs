/** The schemes that are compared: known ones in their plainest form, and ours. */
import { ours } from './adapter.mjs'
import * as ledger from './ledgerAdapter.mjs'
import { normal } from './text.mjs'

/**
 * @typedef {import('./text.mjs').Doc} Doc
 *
 * @typedef {object} Scheme
 * @property {string} name
 * @property {(doc: Doc, turn: number) => string} makeLink
 * @property {(doc: Doc, link: string, published: Doc) => number | null} resolve null when it says that the turn is gone;
 *   `published` is the first edition, for a scheme that keeps it
 * @property {(doc: Doc, turn: number, sentence: string) => string} [makeQuote]
 * @property {(doc: Doc, link: string) => { turn: number, text: string } | null} [resolveQuote]
 */

/** @type {Scheme} */
const position = {
  name: 'position',
  makeLink: (_, turn) => String(turn),
  resolve: (doc, link) => (Number(link) < doc.turns.length ? Number(link) : null),
}

const SLUG_WORDS = 6

/**
 * @param {Doc} doc
 * @param {number} turn
 */
function slug(doc, turn) {
  return normal(doc.turns[turn]?.text ?? '')
    .split(' ')
    .slice(0, SLUG_WORDS)
    .join('-')
}

/** @type {Scheme} */
const firstWords = {
  name: 'slug of first words',
  makeLink: slug,
  resolve: (doc, link) => {
    const found = doc.turns.flatMap((_, turn) => (slug(doc, turn) === link ? [turn] : []))
    return found.length === 1 ? (found[0] ?? null) : null
  },
}

const RARE_WORDS = 5

/** @type {WeakMap<Doc, { sets: Set<string>[], turnsWith: Map<string, number> }>} */
const wordSets = new WeakMap()

/** @param {Doc} doc */
function wordSetsOf(doc) {
  let known = wordSets.get(doc)
  if (!known) {
    const sets = doc.turns.map(
      ({ text }) =>
        new Set(
          normal(text)
            .split(' ')
            .filter((word) => word.length > 1),
        ),
    )
    const turnsWith = new Map()
    for (const set of sets) for (const word of set) turnsWith.set(word, (turnsWith.get(word) ?? 0) + 1)
    wordSets.set(doc, (known = { sets, turnsWith }))
  }
  return known
}

/** @type {Scheme} */
const rareWords = {
  name: 'five rare words',
  makeLink: (doc, turn) => {
    const { sets, turnsWith } = wordSetsOf(doc)
    const rarity = (/** @type {string} */ word) => turnsWith.get(word) ?? 0
    return [...(sets[turn] ?? [])]
      .toSorted((one, other) => rarity(one) - rarity(other) || other.length - one.length)
      .slice(0, RARE_WORDS)
      .join('-')
  },
  resolve: (doc, link) => {
    const words = link.split('-')
    const held = wordSetsOf(doc).sets.map((set) => words.filter((word) => set.has(word)).length)
    const most = Math.max(...held)
    const isClear = held.filter((count) => count === most).length === 1
    return most >= words.length * 0.4 && isClear ? held.indexOf(most) : null
  },
}

const NOTHING = 0
const SKETCHED = { own: 10, neighbour: 3 }

/** @param {string} word a number of 12 bits for it, from 1 */
function numberOf(word) {
  let hash = 2166136261
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619)
  return (((hash ^ (hash >>> 15)) >>> 0) % 4095) + 1
}

/**
 * The numbers of the rarest words of a turn, as many as asked for.
 *
 * @param {Doc} doc
 * @param {number} turn
 * @param {number} count
 */
function rarest(doc, turn, count) {
  const { sets, turnsWith } = wordSetsOf(doc)
  const rarity = (/** @type {string} */ word) => turnsWith.get(word) ?? 0
  const words = [...(sets[turn] ?? [])].toSorted(
    (one, other) => rarity(one) - rarity(other) || other.length - one.length,
  )
  return Array.from({ length: count }, (_, index) => numberOf(words[index] ?? '')).map((number, index) =>
    index < words.length ? number : NOTHING,
  )
}

/**
 * Hashes of rare words of the turn and of its neighbours, weighed by rarity, with a threshold on the score and on the
 * gap to the next best: the simplest scheme of this kind.
 *
 * @type {Scheme}
 */
const sketch = {
  name: 'sketch of rare words',
  makeLink: (doc, turn) =>
    [
      rarest(doc, turn, SKETCHED.own),
      rarest(doc, turn - 1, SKETCHED.neighbour),
      rarest(doc, turn + 1, SKETCHED.neighbour),
    ].join(';'),
  resolve: (doc, link) => {
    const [own = [], before = [], after = []] = link
      .split(';')
      .map((list) => list.split(',').map(Number).filter(Boolean))
    const numbers = wordSetsOf(doc).sets.map((set) => new Set(Array.from(set, numberOf)))
    const weight = (/** @type {number} */ word) =>
      Math.max(0.05, Math.log((numbers.length + 1) / (numbers.filter((set) => set.has(word)).length + 0.5)))
    const weights = new Map([...own, ...before, ...after].map((word) => [word, weight(word)]))
    const sum = (/** @type {number[]} */ words) => words.reduce((all, word) => all + (weights.get(word) ?? 0), 0)
    const held = (/** @type {number[]} */ words, /** @type {number[]} */ turns) =>
      sum(words.filter((word) => turns.some((turn) => numbers[turn]?.has(word))))
    const ownShare = own.length >= 6 ? 0.8 : own.length >= 3 ? 0.6 : 0.4
    const context = sum(before) + sum(after) || 1
    const scores = numbers.map((_, turn) => {
      const near = held(before, [turn - 1, turn - 2, turn]) + held(after, [turn + 1, turn + 2, turn])
      return (ownShare * held(own, [turn])) / (sum(own) || 1) + ((1 - ownShare) * near) / context
    })
    const [best = 0, next = 0] = scores.toSorted((one, other) => other - one)
    return best >= 0.22 && best - next >= 0.06 ? scores.indexOf(best) : null
  },
}

/** @type {Scheme[]} */
export const schemes = [position, firstWords, rareWords, sketch, ours, ledger]
