import type { TopicId, TurnId } from './interview.ts'
import type { RibbonSegment } from './library.ts'

/**
 * Where a part stands in its interview. An interview of more than `MAX_WHOLE_TURNS` turns is read part by part: each part is
 * an interview itself, with the turns of its stretch, and knows of the whole what is shown of it everywhere.
 */
export interface Part {
  /** From 1. */
  readonly number: number
  /** How many parts there are. */
  readonly of: number
  /** The index in the whole of its first turn. */
  readonly first: number
  /** Turns in the whole. */
  readonly total: number
  /** Answers before it: its first one has the next number. */
  readonly answersBefore: number
  /** The questions at its end are answered behind it. */
  readonly isAnsweredLater: boolean
  /** Answers in the whole. */
  readonly answers: number
  /** When its first turn starts, in seconds from the beginning of the whole. */
  readonly secondsBefore: number
  /** How long the whole takes, in seconds. */
  readonly seconds: number
  /** The first turn of the part before it, and of the one behind it. */
  readonly previous: TurnId | null
  readonly next: TurnId | null
  /** The headings of the whole, or so many of them that a page stays small. */
  readonly outline: readonly OutlineEntry[]
  /** The ribbon of the whole. */
  readonly ribbon: readonly RibbonSegment[]
}

/** A section of the whole. */
export interface OutlineEntry {
  /** Null for turns before any heading. */
  readonly heading: string | null
  readonly topic: TopicId | null
  /** The id of its first turn. */
  readonly turn: TurnId
  /** The index in the whole of its first turn. */
  readonly start: number
  /** When it begins, in seconds from the beginning of the whole. */
  readonly at: number
  /** How long it takes, in seconds. */
  readonly seconds: number
  /** The number of the part that it begins in; 1 where there are no parts. */
  readonly part: number
  /** How often its topic is mentioned elsewhere; null for a section of no topic. */
  readonly mentions: { readonly count: number; readonly areAnswers: boolean } | null
}

/** Where a part begins, as the list of all parts has it. */
export interface PartStart {
  readonly turn: TurnId
  /** The index in the whole of its first turn. */
  readonly first: number
  /** When it begins, in seconds from the beginning of the whole. */
  readonly at: number
}

/** A turn that mentions a topic, as the list of a topic's mentions has it. */
export interface MentionPlace {
  /** Its index in the whole. */
  readonly index: number
  /** The number of its part. */
  readonly part: number
}

/** An interview of up to so many turns is one file of data, and the player shows all of it; a longer one has parts. */
export const MAX_WHOLE_TURNS = 2000

/**
 * An interview of up to so many turns stands whole in the page of each of its turns. In a longer one that holds the turns
 * round it: with all of them the output would grow with the square of the interview’s length.
 */
export const MAX_REPEATED_TURNS = 60
