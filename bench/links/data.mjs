/** Reads the transcripts of the bench. `data/LICENCE.md` says whose they are. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/**
 * @typedef {import('./text.mjs').Doc} Doc
 * @typedef {import('./text.mjs').Turn} Turn
 *
 * @typedef {object} Fate what became of a turn, told by a word diff of the whole files
 * @property {number | null} best the turn of the new edition that holds most of its words
 * @property {number} share how much of its words that one holds, 0 to 1
 * @property {number[]} ok the turns that a link may land on: each holds three words and three tenths of them
 * @property {number} words
 *
 * @typedef {{ id: string, source: string, old: Doc, new: Doc, truth: Fate[] }} Pair
 */

export const SOURCES = ['changelog', 'bitcoin']

/**
 * @param {string} name
 * @returns {any[]}
 */
function linesOf(name) {
  const text = gunzipSync(readFileSync(new URL(`data/${name}.jsonl.gz`, import.meta.url))).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/**
 * The interview that this site opens with, read by the bench's own simple rule.
 *
 * @returns {Doc}
 */
function ownInterview() {
  const file = new URL('../../tests/fixtures/blinken-initiatives.source.txt', import.meta.url)
  /** @type {Turn[]} */
  const turns = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, speaker, text] = /^(Editor|Dr\. Carter): (.*)$/.exec(line) ?? []
    const last = turns.at(-1)
    if (speaker && text) turns.push({ speaker, text: text.trim() })
    else if (last && line.trim()) last.text += ` ${line.trim()}`
  }
  return { title: 'blinken-initiatives', turns }
}

/**
 * The transcripts that are edited by rule, each turn with its own number.
 *
 * @returns {Doc[]}
 */
export function docs() {
  const all = [ownInterview(), ...linesOf('docs').map(({ id, turns }) => ({ title: id, turns }))]
  for (const doc of all) for (const [index, turn] of doc.turns.entries()) turn.ids = [index]
  return all
}

/**
 * First published and corrected editions of the same transcripts.
 *
 * @param {string} source
 * @param {'tune' | 'hold' | null} half half of the pairs, chosen by a hash of their names
 * @returns {Pair[]}
 */
export function pairsOf(source, half) {
  return linesOf(`pairs-${source}`)
    .filter(({ id }) => {
      if (!half) return true
      const isTune = Number.parseInt(createHash('sha1').update(`half${id}`).digest('hex').slice(0, 1), 16) < 8
      return isTune === (half === 'tune')
    })
    .map((pair) => ({
      id: pair.id,
      source,
      old: { title: pair.id, turns: pair.old },
      // A turn that did not change stands there as its number in the first edition.
      new: {
        title: pair.id,
        turns: pair.new.map((/** @type {number | Turn} */ turn) => (typeof turn === 'number' ? pair.old[turn] : turn)),
      },
      truth: pair.truth.map((/** @type {any} */ [best, share, ok, words]) => ({ best, share, ok, words })),
    }))
}
