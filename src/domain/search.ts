import { foldedText, type Fold, type FoldedText } from './foldedText.ts'
import { speakerOf, turnAt, turnText, type Interview, type TopicId } from './interview.ts'
import type { TextRange } from './quote.ts'
import { sectionOf } from './topics.ts'
import { isWordEdge } from './wordEdges.ts'

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

interface PlaceOptions {
  /** Whether words may begin at an offset of the text as it was; anywhere when left out. */
  readonly mayBegin?: (start: number) => boolean
  /** Whether they may end there; anywhere when left out. */
  readonly mayEnd?: (end: number) => boolean
}

/**
 * Every place where the words of a query stand in a text, in order; none overlaps another, and none begins or ends inside a
 * character. Nothing for a query without anything in it.
 *
 * @param letters the text folded to its letters
 */
export function rangesOfWords(letters: FoldedText, words: string, options?: PlaceOptions): TextRange[] {
  return rangesOf(letters, soughtWords(words, 'letters'), options)
}

/**
 * The same letter by letter, where no word or number goes on over either edge.
 *
 * @param shapes the text folded to its shapes
 */
export function rangesOfExactWords(text: string, shapes: FoldedText, words: string): TextRange[] {
  return wholeRangesOf(text, shapes, soughtWords(words, 'shapes'))
}

/** Every place where words stand that are folded as the text is, from the edge of a word to the edge of one. */
export function wholeRangesOf(text: string, folded: FoldedText, sought: string): TextRange[] {
  const isEdge = (at: number) => isWordEdge(text, at)
  return rangesOf(folded, sought, { mayBegin: isEdge, mayEnd: isEdge })
}

function rangesOf({ folded, starts, ends }: FoldedText, sought: string, options: PlaceOptions = {}): TextRange[] {
  const { mayBegin = () => true, mayEnd = () => true } = options
  if (sought === '') return []
  const ranges: TextRange[] = []
  for (let at = folded.indexOf(sought); at >= 0;) {
    const after = at + sought.length
    const [start, end] = [starts[at]!, ends[after]!]
    const isWhole = start >= 0 && end >= 0 && mayBegin(start) && mayEnd(end)
    if (isWhole) ranges.push({ start, end })
    at = folded.indexOf(sought, isWhole ? after : at + 1)
  }
  return ranges
}

/** The words of a query as they are compared: folded, without white space round them. */
export function soughtWords(words: string, fold: Fold): string {
  return foldedText(words.slice(0, MAX_QUERY_LENGTH), fold).folded.trim()
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
    const ranges = isExact
      ? rangesOfExactWords(turnText(turnAt(interview, turn)), foldedTurn(interview, turn, 'shapes'), words)
      : rangesOfWords(foldedTurn(interview, turn, 'letters'), words)
    for (const range of ranges) hits.push({ turn, ...range })
  }
  return hits
}

function isAsked(interview: Interview, turn: number, { speaker, topic }: SearchQuery): boolean {
  if (speaker !== null && speakerOf(interview, turnAt(interview, turn)).label !== speaker) return false
  return topic === null || sectionOf(interview, turn).topic === topic
}
