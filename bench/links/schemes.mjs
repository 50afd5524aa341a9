/** The schemes that are compared: known ones in their plainest form, and ours. */
import { ours } from './adapter.mjs'
import { normal } from './text.mjs'

/**
 * @typedef {import('./text.mjs').Doc} Doc
 *
 * @typedef {object} Scheme
 * @property {string} name
 * @property {(doc: Doc, turn: number) => string} makeLink
 * @property {(doc: Doc, link: string) => number | null} resolve null when it says that the turn is gone
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
  return normal(doc.turns[turn]?.text ?? '').split(' ').slice(0, SLUG_WORDS).join('-')
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
    const sets = doc.turns.map(({ text }) => new Set(normal(text).split(' ').filter((word) => word.length > 1)))
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

/** @type {Scheme[]} */
export const schemes = [position, firstWords, rareWords, ours]
