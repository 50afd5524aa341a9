import type { InterviewId, TurnId } from '../interview.ts'
import type { QuoteSelector } from '../quote.ts'

/**
 * What a reader marked: a turn that they keep, or words in it, each with or without a note. It carries the old words and what
 * finds them again in an edited text, so that it is never lost with them.
 */
export interface Mark {
  /** A UUID (RFC 9562, version 4): the same mark in every tab, export and import. */
  readonly id: string
  readonly interview: InterviewId
  /** The interview's short title when the mark was made. */
  readonly title: string
  /** The turn's id when the mark was made. */
  readonly turn: TurnId
  /** The turn's fingerprint when the mark was made: see fingerprint.ts. */
  readonly fingerprint: string
  /** The label of who said it. */
  readonly speaker: string
  /** The words, as a link would carry them; null when the whole turn is kept. */
  readonly quote: QuoteSelector | null
  /** The words as they stood: of a whole turn all its text. */
  readonly words: string
  /** What the reader wrote about it; empty for nothing. */
  readonly note: string
  /** When it was made and last changed, as ISO 8601 with a time zone of Z. */
  readonly created: string
  readonly changed: string
}

/** The longest note, in UTF-16 code units: some ten pages. */
export const MAX_NOTE_LENGTH = 20_000

/** Stands in the place of a turn's id where nobody ever knew the turn: the words are looked for everywhere. */
export const NO_TURN = 'not-known' as TurnId // no turn begins with these words alone
