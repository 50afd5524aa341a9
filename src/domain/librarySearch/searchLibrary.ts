import { foldedText } from '../foldedText.ts'
import type { InterviewId } from '../interview.ts'
import type { SearchSource, StopSignal } from '../ports.ts'
import type { TextRange } from '../quote.ts'
import { rangesOfExactWords, rangesOfWords, type SearchQuery } from '../search.ts'
import { inAll } from './blockList.ts'
import { MAX_BLOCKS, MAX_LOOKED_UP } from './limits.ts'
import type { BlockTurn, SearchBlock } from './searchBlock.ts'
import { SearchReading, type BlockSpan } from './searchReading.ts'
import { beginsWithWord, soughtTerms, wordStartsOf, type SoughtTerm } from './terms.ts'

/** A turn, or a piece of one, with the words that were looked for. */
export interface LibraryAnswer extends BlockTurn {
  readonly interview: InterviewId
  readonly title: string
  readonly language: string
  /** Where the words stand in `text`, in UTF-16 code units; one range at least. */
  readonly ranges: readonly TextRange[]
}

/** What a search has found so far. */
export interface LibraryAnswers {
  /** In the order of the library and of the texts. */
  readonly answers: readonly LibraryAnswer[]
  /** So many blocks were looked at, of those that hold the words of the query. */
  readonly looked: number
  readonly of: number
  /** What was loaded for it, in bytes; at most MAX_QUERY_BYTES. */
  readonly bytes: number
}

interface Options {
  readonly signal: StopSignal
  /** So many blocks were looked at before: the search goes on behind them. */
  readonly after?: number
}

/**
 * Looks for words in all interviews: the next answers, in the order of the library. The index says only where to look; what
 * an answer is, is decided by its text, as within an interview: the same words in the same order, beginning where a word begins.
 *
 * @throws Error when a file cannot be loaded or is damaged, or the signal says to stop
 */
export function searchLibrary(source: SearchSource, query: SearchQuery, options: Options): Promise<LibraryAnswers> {
  return search(new SearchReading(source, options.signal), query, options)
}

/**
 * The same in one long interview, which has its parts in as many files: the search needs only those with the words.
 *
 * @throws Error as searchLibrary does, and when the interview is not a long one
 */
export async function searchLong(
  source: SearchSource,
  interview: InterviewId,
  query: SearchQuery,
  options: Options,
): Promise<LibraryAnswers> {
  const reading = new SearchReading(source, options.signal)
  return search(reading, query, options, await reading.spanOf(interview))
}

async function search(reading: SearchReading, query: SearchQuery, { after = 0 }: Options, span?: BlockSpan) {
  const terms = soughtTerms(query.words)
  if (terms.length === 0) return { answers: [], looked: 0, of: 0, bytes: 0 }
  const manifest = await reading.manifest()
  const lists = await Promise.all(longestOf(terms).map((term) => reading.blocksOf(term, manifest)))
  const { first, count } = span ?? { first: 0, count: manifest.blocks }
  const numbers = inAll(lists, manifest.blocks).filter((number) => number >= first && number < first + count)
  const looked = Math.min(numbers.length, after + Math.min(MAX_BLOCKS, reading.roomForBlocks))
  const blocks = await Promise.all(numbers.slice(after, looked).map((number) => reading.block(number)))
  return {
    answers: blocks.flatMap((block) => answersIn(block, query)),
    looked,
    of: numbers.length,
    bytes: reading.bytes,
  }
}

/** The longest words of a query: they are the rarest as a rule. */
function longestOf(terms: readonly SoughtTerm[]): readonly SoughtTerm[] {
  return terms.toSorted((one, other) => other.term.length - one.term.length).slice(0, MAX_LOOKED_UP)
}

function answersIn({ turns, ...block }: SearchBlock, query: SearchQuery): LibraryAnswer[] {
  return turns
    .filter((turn) => isAsked(turn, query))
    .map((turn) => ({ ...turn, ...block, ranges: hitsIn(turn, query) }))
    .filter(({ ranges }) => ranges.length > 0)
}

function isAsked({ speaker, topic }: BlockTurn, query: SearchQuery): boolean {
  return (query.speaker ?? speaker.label) === speaker.label && (query.topic ?? topic?.id) === topic?.id
}

/** Where the words stand in a turn, but for those that the piece before it holds too. */
function hitsIn({ text, again }: BlockTurn, { words, isExact }: SearchQuery): TextRange[] {
  const letters = foldedText(text, 'letters')
  const starts = beginsWithWord(words) ? wordStartsOf(letters) : null
  const mayBegin = (start: number) => starts === null || starts.has(start)
  const ranges = isExact
    ? rangesOfExactWords(text, foldedText(text, 'shapes'), words).filter(({ start }) => mayBegin(start))
    : rangesOfWords(letters, words, { mayBegin })
  return ranges.filter(({ end }) => end > again)
}
