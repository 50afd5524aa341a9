import { foldedText, type Fold, type FoldedText } from './foldedText.ts'
import { speakerOf, turnAt, turnText, type Interview, type TopicId } from './interview.ts'
import type { TextRange } from './quote.ts'
import { sectionOf } from './topics.ts'
import { isUnspaced } from './words.ts'

/** What a reader looks for. */
export interface SearchQuery {
  /** As it was typed. */
  readonly words: string
  /** Exact words: the same letters, case and accents, and whole words only. */
  readonly isExact: boolean
  /** The label of the speaker to look at alone; null for all. */
  readonly speaker: string | null
  /** The topic to look at alone; null for all. */
  readonly topic: TopicId | null
}

/** Words that were looked for, where they stand: a turn by its index, and the range in its text in UTF-16 code units. */
export interface Hit extends TextRange {
  readonly turn: number
}

/** The longest query, in UTF-16 code units; what is longer is cut there. Room for a long sentence. */
export const MAX_QUERY_LENGTH = 400

const LETTER = /[\p{L}\p{M}\p{N}]/u

interface PlaceOptions {
  readonly isWhole?: boolean
  /** Whether words may begin at an offset of the text as it was; anywhere when left out. */
  readonly mayBegin?: (start: number) => boolean
  /** Whether they may end there; anywhere when left out. */
  readonly mayEnd?: (end: number) => boolean
}

/**
 * Every place where the words of a query stand in a text, in order; none overlaps another, and none begins or ends inside a
 * character. Nothing for a query without anything in it.
 */
export function rangesOfWords(
  text: FoldedText,
  words: string,
  { isExact = false, mayBegin = () => true }: Omit<PlaceOptions, 'isWhole'> & { readonly isExact?: boolean } = {},
): TextRange[] {
  return rangesOf(text, soughtWords(words, isExact ? 'shapes' : 'letters'), { isWhole: isExact, mayBegin })
}

/** Every place where words stand that are folded as the text is. `isWhole` leaves out those that begin or end inside a word. */
export function rangesOf(
  text: FoldedText,
  sought: string,
  { isWhole: onlyWhole = false, mayBegin = () => true, mayEnd = () => true }: PlaceOptions = {},
): TextRange[] {
  if (sought === '') return []
  const { folded, starts, ends } = text
  const ranges: TextRange[] = []
  for (let at = folded.indexOf(sought); at >= 0;) {
    const after = at + sought.length
    const [start, end] = [starts[at]!, ends[after]!]
    const isWhole =
      start >= 0 && end >= 0 && (!onlyWhole || isWholeWords(folded, at, after)) && mayBegin(start) && mayEnd(end)
    if (isWhole) ranges.push({ start, end })
    at = folded.indexOf(sought, isWhole ? after : at + 1)
  }
  return ranges
}

/** The words of a query as they are compared: folded, without white space round them. */
export function soughtWords(words: string, fold: Fold): string {
  return foldedText(words.slice(0, MAX_QUERY_LENGTH), fold).folded.trim()
}

/** No letter goes on over either edge, where the words themselves begin and end with letters. Scripts without spaces are cut anywhere. */
function isWholeWords(folded: string, start: number, end: number): boolean {
  return !isInsideWord(folded, start) && !isInsideWord(folded, end)
}

function isInsideWord(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return false
  const before = /[\uDC00-\uDFFF]/.test(text[at - 1]!) ? text.slice(at - 2, at) : text[at - 1]!
  const after = String.fromCodePoint(text.codePointAt(at)!)
  return LETTER.test(before) && LETTER.test(after) && !isUnspaced(before) && !isUnspaced(after)
}

const folds: Record<Fold, WeakMap<Interview, FoldedText[]>> = { shapes: new WeakMap(), letters: new WeakMap() }

/** The text of a turn, folded; each is folded once. */
export function foldedTurn(interview: Interview, turn: number, fold: Fold): FoldedText {
  let known = folds[fold].get(interview)
  if (!known) folds[fold].set(interview, (known = []))
  return (known[turn] ??= foldedText(turnText(turnAt(interview, turn)), fold))
}

/**
 * All hits in an interview, in the order of the text. They are those of the simplest right search: every turn's folded text that
 * has the folded query in it.
 */
export function searchInterview(interview: Interview, query: SearchQuery): Hit[] {
  const { words, isExact } = query
  const hits: Hit[] = []
  if (words.trim() === '') return hits
  for (let turn = 0; turn < interview.turns.length; turn += 1) {
    if (!isAsked(interview, turn, query)) continue
    const text = foldedTurn(interview, turn, isExact ? 'shapes' : 'letters')
    for (const range of rangesOfWords(text, words, { isExact })) hits.push({ turn, ...range })
  }
  return hits
}

function isAsked(interview: Interview, turn: number, { speaker, topic }: SearchQuery): boolean {
  if (speaker !== null && speakerOf(interview, turnAt(interview, turn)).label !== speaker) return false
  return topic === null || sectionOf(interview, turn).topic === topic
}
