import { turnAt, type Interview } from '../../domain/interview.ts'
import { chunksOf, type Chunk } from './chunks.ts'

/**
 * What a chunk holds, as far as it makes it high. A browser keeps so much room for a chunk that it has not laid out yet;
 * the style sheet turns the numbers into a height for the reader's width and text size.
 */
export interface ChunkExtent {
  readonly turns: number
  /** Lines beyond those that its letters fill. */
  readonly lines: number
  /** All that was said, in UTF-16 code units; a letter of an unspaced script counts for the width that it takes. */
  readonly letters: number
  /** What stands beside what was said, such as headings, in rem. */
  readonly beside: number
}

/** A paragraph ends somewhere in its last line, in the middle of it on average. */
const LAST_LINE = 0.5
/** The room between two paragraphs of a turn: 0.75em, in lines of 1.58em. */
const BREAK_LINES = 0.475
/** A line of mentions under a turn with the room above it, and a heading with its rule and room, in rem. */
const MENTIONS_REM = 2.1
const HEADING_REM = 6.6
/** A letter of Chinese, Japanese or Korean is about so many times as wide as one of Newsreader. */
const WIDE_LETTER = 2.3
const WIDE_LETTERS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu

export function extentOf(interview: Interview, { start, end, sections }: Chunk): ChunkExtent {
  let lines = 0
  let letters = 0
  let beside = HEADING_REM * sections.filter(({ heading }) => heading !== null).length
  for (let index = start; index < end; index += 1) {
    const { paragraphs, mentions } = turnAt(interview, index)
    lines += LAST_LINE * paragraphs.length + BREAK_LINES * (paragraphs.length - 1)
    for (const paragraph of paragraphs)
      letters += paragraph.length + (WIDE_LETTER - 1) * (paragraph.match(WIDE_LETTERS)?.length ?? 0)
    if (mentions.length > 0) beside += MENTIONS_REM
  }
  return { turns: end - start, lines: Math.round(lines), letters: Math.round(letters), beside: Math.round(beside) }
}

/** The custom properties that carry a chunk's extent into the style sheet. */
export function extentProperties({ turns, lines, letters, beside }: ChunkExtent): [name: string, value: string][] {
  return [
    ['--turns', String(turns)],
    ['--lines', String(lines)],
    ['--letters', String(letters)],
    ['--beside', `${beside}rem`],
  ]
}

const rulesOfInterview = new WeakMap<Interview, string>()

/** The rules for all chunks of an interview, for the one style of its pages; nothing for an interview of one chunk. */
export function chunkRules(interview: Interview): string {
  let rules = rulesOfInterview.get(interview)
  if (rules === undefined) {
    const chunks = chunksOf(interview)
    rules = chunks.length < 2 ? '' : chunks.map((chunk, position) => ruleOf(interview, chunk, position)).join('')
    rulesOfInterview.set(interview, rules)
  }
  return rules
}

function ruleOf(interview: Interview, chunk: Chunk, position: number): string {
  const properties = extentProperties(extentOf(interview, chunk)).map((property) => property.join(':'))
  return `[data-chunk="${position}"]{${properties.join(';')}}`
}
