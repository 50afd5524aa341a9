import { turnText, type Interview } from '../interview.ts'
import type { TextRange } from '../quote.ts'
import { sentencesOf } from '../sentences.ts'

/** A sentence of an interview: the turn and the sentence in it, both counted from 0. */
export interface Cursor {
  readonly turn: number
  readonly sentence: number
}

/** The first sentence of an interview. */
export const FIRST: Cursor = { turn: 0, sentence: 0 }

/** What can be said aloud; a "sentence" without any of it ("…", an empty line) is no sentence of its own. */
const SPEAKABLE = /[\p{L}\p{N}]/u

const sentences = new WeakMap<Interview, (readonly TextRange[] | undefined)[]>()

/**
 * The sentences of a turn as they are said: ranges of its text (see turnText) in order and without gaps, one at least.
 * What cannot be said goes with the sentence before it. No turn of that index has none.
 */
export function sentencesOfTurn(interview: Interview, turn: number): readonly TextRange[] {
  let known = sentences.get(interview)
  if (!known) {
    known = []
    sentences.set(interview, known)
  }
  const spoken = interview.turns[turn]
  if (!spoken) return []
  return (known[turn] ??= sayable(turnText(spoken), interview.language))
}

function sayable(text: string, language: string): TextRange[] {
  const said: { start: number; end: number }[] = []
  for (const { start, end } of sentencesOf(text, language)) {
    const last = said.at(-1)
    const isSaid = SPEAKABLE.test(text.slice(start, end))
    const isLastSaid = last !== undefined && SPEAKABLE.test(text.slice(last.start, last.end))
    if (last && (!isSaid || !isLastSaid)) last.end = end
    else said.push({ start, end })
  }
  return said.length > 0 ? said : [{ start: 0, end: text.length }]
}

/** Where a sentence stands in its turn's text; null when there is no such sentence. */
export function rangeOfCursor(interview: Interview, { turn, sentence }: Cursor): TextRange | null {
  return sentencesOfTurn(interview, turn)[sentence] ?? null
}

/** Where the words of a sentence stand, without the space behind them: what is marked while it is being said. */
export function wordsOfCursor(interview: Interview, cursor: Cursor): TextRange | null {
  const range = rangeOfCursor(interview, cursor)
  const turn = interview.turns[cursor.turn]
  if (!range || !turn) return null
  return { start: range.start, end: range.start + turnText(turn).slice(range.start, range.end).trimEnd().length }
}

/** Below 0 when `one` is said before `other`, 0 when they are the same, above 0 when it is said after. */
export function compareCursors(one: Cursor, other: Cursor): number {
  return one.turn - other.turn || one.sentence - other.sentence
}

/** True when `cursor` is at or behind `until`; nothing is behind the end of the interview (null). */
export function isPast(cursor: Cursor, until: Cursor | null): boolean {
  return until !== null && compareCursors(cursor, until) >= 0
}

/** The sentence after or before a sentence; null at the ends of the interview. */
export function sentenceFrom(interview: Interview, { turn, sentence }: Cursor, by: 1 | -1): Cursor | null {
  if (rangeOfCursor(interview, { turn, sentence: sentence + by })) return { turn, sentence: sentence + by }
  const count = sentencesOfTurn(interview, turn + by).length
  return count > 0 ? { turn: turn + by, sentence: by > 0 ? 0 : count - 1 } : null
}

/** The nearest sentence that there is to a place that may be stale, damaged or of an earlier edition. */
export function clampCursor(interview: Interview, { turn, sentence }: Cursor): Cursor {
  const known = clampIndex(turn, interview.turns.length)
  return { turn: known, sentence: clampIndex(sentence, sentencesOfTurn(interview, known).length) }
}

function clampIndex(index: number, length: number): number {
  return Number.isNaN(index) ? 0 : Math.min(Math.max(Math.trunc(index), 0), Math.max(length - 1, 0))
}

/** The sentence that holds an offset of a turn's text, in UTF-16 code units: where a click on a word goes. */
export function cursorAtOffset(interview: Interview, turn: number, offset: number): Cursor {
  const after = sentencesOfTurn(interview, turn).findIndex(({ end }) => offset < end)
  return clampCursor(interview, { turn, sentence: after < 0 ? Number.POSITIVE_INFINITY : after })
}
