/** What the bench asks of a scheme: links to be made on one edition of a transcript and followed on another. */
import { docs, pairsOf } from './data.mjs'
import { EDITS } from './edits.mjs'
import { drawn, normal, randomFrom, sentencesOf, shown, wordsOf } from './text.mjs'

/**
 * @typedef {import('./text.mjs').Doc} Doc
 *
 * @typedef {object} Task
 * @property {string[]} columns where its outcome is counted
 * @property {Doc} before
 * @property {Doc} after
 * @property {number} turn the turn that is linked, in `before`
 * @property {number[]} right where the link may land, in `after`; none means that the turn is gone
 * @property {string} [sentence] when the link is to a sentence of the turn
 *
 * @typedef {{ per: number, seed: string, half: 'tune' | 'hold' | null }} Draw `per`: links per transcript edited by rule
 */

/** Turns of fewer words are counted apart: their own words say too little. */
const LONG_WORDS = 12
/** Deleted turns are told apart at this many words. */
const DELETED_LONG_WORDS = 6
/** Sentences of fewer words are not quoted. */
const SENTENCE_WORDS = 6
const SHORT_PER_DOC = 10
const EDITED_PER_PAIR = 10
const ANY_PER_PAIR = 12

/**
 * A task for a sentence of the same turn; none when the turn is gone or holds none that is long enough.
 *
 * @param {Task} task
 * @param {string[]} columns
 * @param {() => number} random
 * @returns {Task[]}
 */
function quoted(task, columns, random) {
  const { text } = task.before.turns[task.turn] ?? { text: '' }
  const sentences = sentencesOf(text).filter((sentence) => wordsOf(sentence).length >= SENTENCE_WORDS)
  if (task.right.length === 0) return []
  return drawn(sentences, 1, random).map((sentence) => ({ ...task, columns, sentence }))
}

/**
 * Transcripts edited by rule.
 *
 * @param {Draw} draw
 * @returns {Generator<Task>}
 */
export function* syntheticTasks({ per, seed }) {
  for (const [name, edit] of Object.entries(EDITS))
    for (const [number, doc] of docs().entries()) {
      const edited = edit(doc, randomFrom(`${seed}${name}${number}`))
      const where = doc.turns.map(() => /** @type {number[]} */ ([]))
      for (const [index, { ids }] of edited.turns.entries()) for (const id of ids ?? []) where[id]?.push(index)
      const random = randomFrom(`${seed}pick${number}`)
      const [before, after] = [shown(doc), shown(edited)]
      const isLong = (/** @type {number} */ turn) => wordsOf(doc.turns[turn]?.text ?? '').length >= LONG_WORDS
      const turns = [...doc.turns.keys()]
      const long = drawn(turns.filter(isLong), per, random)
      const short = drawn(
        turns.filter((turn) => !isLong(turn)),
        SHORT_PER_DOC,
        random,
      )
      for (const turn of [...long, ...short]) {
        const columns = [`${isLong(turn) ? 'edit' : 'short'} ${name}`]
        const task = { columns, before, after, turn, right: where[turn] ?? [] }
        yield task
        if (isLong(turn)) yield* quoted(task, [`quote ${name}`], random)
      }
    }
}

/**
 * First published and corrected editions of the same transcripts.
 *
 * @param {string} source
 * @param {Draw} draw
 * @returns {Generator<Task>}
 */
export function* realTasks(source, { half, seed }) {
  const columns = (/** @type {string} */ name) => [`${name} ${source}`, `${name} pooled`]
  for (const { id, old: before, new: after, truth } of pairsOf(source, half)) {
    const random = randomFrom(seed + id)
    const isShifted = before.turns.length !== after.turns.length
    const isSame = (/** @type {number} */ turn) => {
      const best = truth[turn]?.best
      return best != null && normal(before.turns[turn]?.text ?? '') === normal(after.turns[best]?.text ?? '')
    }
    const counted = truth.flatMap(({ words, share, ok }, turn) =>
      words < LONG_WORDS || (share > 0 && share < 0.5 && ok.length === 0) ? [] : [turn],
    )
    const edited = counted.filter((turn) => !isSame(turn))
    const task = (/** @type {number} */ turn, /** @type {string} */ name) => ({
      before,
      after,
      turn,
      columns: columns(name),
      right: truth[turn]?.ok ?? [],
    })
    for (const turn of drawn(edited, EDITED_PER_PAIR, random)) {
      yield task(turn, 'edited')
      yield* quoted(task(turn, 'edited'), columns('quote'), random)
    }
    for (const turn of drawn([...edited, ...counted.filter(isSame)], ANY_PER_PAIR, random)) {
      yield task(turn, 'any')
      if (isShifted) yield task(turn, 'shifted')
    }
    // A linked turn is taken out of the new edition, all else staying: the link has to say that it is gone.
    const isLong = (/** @type {number} */ turn) => (truth[turn]?.words ?? 0) >= DELETED_LONG_WORDS
    const there = [...truth.keys()].filter((turn) => truth[turn]?.best != null)
    for (const name of ['deleted', 'deleted short']) {
      const some = there.filter((turn) => isLong(turn) === (name === 'deleted'))
      for (const turn of drawn(some, ANY_PER_PAIR, random)) {
        const out = new Set([truth[turn]?.best, ...(truth[turn]?.ok ?? [])])
        const cut = { ...after, turns: after.turns.filter((_, index) => !out.has(index)) }
        yield { ...task(turn, name), after: cut, right: [] }
      }
    }
  }
}
