import { turnText, type Interview, type Turn } from '../interview.ts'
import { quoteSelector, type TextRange } from '../quote.ts'
import type { Mark } from './mark.ts'

interface MarkedThing {
  readonly turn: Turn
  /** The words that are marked, in the turn's text; null for the whole turn. */
  readonly range: TextRange | null
  readonly note: string
  /** A new UUID. */
  readonly id: string
  /** Now, as ISO 8601 with a time zone of Z. */
  readonly now: string
}

/** Makes a mark of a turn, or of words in it. */
export function makeMark(interview: Interview, { turn, range, note, id, now }: MarkedThing): Mark {
  const text = turnText(turn)
  const quote = range && quoteSelector(text, range)
  return {
    id,
    interview: interview.id,
    title: interview.shortTitle,
    turn: turn.id,
    fingerprint: turn.fingerprint,
    speaker: turn.speaker,
    quote,
    words: quote ? quote.exact : text,
    note,
    created: now,
    changed: now,
  }
}
