import { snapped } from './characters.ts'
import { turnAt, turnText, type Interview } from './interview.ts'
import type { Hit } from './search.ts'
import { lengthOf, startOf, timelineOf } from './timeline.ts'

/** Words that were found with some of those round them, each a text without line breaks. */
export interface HitExcerpt {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** How much stands before and behind the words, in UTF-16 code units: two lines of a card with them. */
const ROOM = { before: 30, after: 70 }

/** The words of a hit with a few of those round them. */
export function excerptOfHit(interview: Interview, { turn, start, end }: Hit): HitExcerpt {
  const text = turnText(turnAt(interview, turn))
  const from = wordStart(text, start - ROOM.before, start)
  const to = wordEnd(text, end + ROOM.after, end)
  return {
    before: (from > 0 ? '…' : '') + line(text.slice(from, start)),
    words: line(text.slice(start, end)),
    after: line(text.slice(end, to)) + (to < text.length ? '…' : ''),
  }
}

/** A text without line breaks. */
function line(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** The first place where a word begins, from an offset on; the offset itself where a script has no spaces. */
function wordStart(text: string, offset: number, before: number): number {
  if (offset <= 0) return 0
  const space = text.slice(offset, before).search(/\s/)
  return space < 0 ? snapped(text, offset, -1) : offset + space + 1
}

function wordEnd(text: string, offset: number, after: number): number {
  if (offset >= text.length) return text.length
  const space = text.slice(after, offset).search(/\s\S*$/)
  return space < 0 ? snapped(text, offset, 1) : after + space
}

/** Where a hit stands on the ribbon, as a share of the whole (0 to 1). */
export function shareOfHit(interview: Interview, { turn, start }: Hit): number {
  const timeline = timelineOf(interview)
  const from = startOf(timeline, turn)
  const share = start / Math.max(turnText(turnAt(interview, turn)).length, 1)
  return (from + share * (startOf(timeline, turn + 1) - from)) / lengthOf(interview)
}
