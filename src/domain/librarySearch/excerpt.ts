import { snapped } from '../characters.ts'
import type { TextRange } from '../quote.ts'

/** Words of an excerpt, as they stand in the text. */
export interface ExcerptPiece {
  readonly text: string
  readonly isHit: boolean
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number
}

/** How much of a text an excerpt shows, in UTF-16 code units: some three lines. */
const LENGTH = 240
/** So much of that stands before the first hit: enough to see what the sentence is about. At the end of a text it is more. */
const BEFORE = 80
/** A hit that is longer than the excerpt is shown as far as this. */
const MOST_OF_HIT = 400

/**
 * What stands in a text round the first place that was found, cut between words, in pieces with the hits between them.
 * White space is as it stands in the text.
 *
 * @param hits in order; one at least
 */
export function excerptOf(text: string, hits: readonly TextRange[]): ExcerptPiece[] {
  const [first = { start: 0, end: 0 }] = hits
  const before = Math.max(BEFORE, LENGTH - (text.length - first.start))
  const start = first.start <= before ? 0 : wordAfter(text, first.start - before, first.start)
  const shownEnd = Math.min(first.end, snapped(text, first.start + MOST_OF_HIT, -1))
  const end = wordBefore(text, Math.max(start + LENGTH, shownEnd), shownEnd)
  const pieces: ExcerptPiece[] = []
  const add = (from: number, to: number, isHit: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), isHit, start: from })
  }
  let at = start
  for (const hit of hits.filter((each) => each.start < end)) {
    add(at, hit.start, false)
    at = Math.min(hit.end, end)
    add(hit.start, at, true)
  }
  add(at, end, false)
  return pieces
}

/** Where the first word begins behind an offset, before `most`; where none does, the offset itself. */
function wordAfter(text: string, offset: number, most: number): number {
  const space = text.slice(offset, most).search(/\s\S/)
  return space < 0 ? snapped(text, offset, -1) : offset + space + 1
}

/** Where the last word ends before an offset, behind `least`. */
function wordBefore(text: string, offset: number, least: number): number {
  if (offset >= text.length) return text.length
  const space = /\s+\S*$/.exec(text.slice(least, offset))
  return space ? least + space.index : Math.max(least, snapped(text, offset, -1))
}
