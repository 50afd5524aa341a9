import type { Part } from './part.ts'
import type { Recording } from './recording.ts'

/**
 * What an interview is. The words used here are the words used everywhere:
 *
 * - **interview**: a conversation in writing, with its speakers, its topics and its turns in order.
 * - **turn**: what one speaker says without a break, one or more paragraphs of plain text.
 * - **speaker**: who says a turn; an interviewer asks, a guest answers.
 * - **topic**: what a stretch of turns is about. A turn belongs to one topic at most, and may mention others.
 * - **section**: the turns under one heading. It opens a topic, or is of no topic ("Opening", "Closing").
 * - **exchange**: the interviewer's turn or turns, and the guest's that follow.
 *
 * Time is in seconds; an offset in a text is counted in UTF-16 code units.
 */

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** The name of an interview's file without its ending: `blinken-initiatives`. */
export type InterviewId = Branded<'InterviewId'>
/** A turn's readable name in an address, unique in its interview. */
export type TurnId = Branded<'TurnId'>
/** A topic's name in an address, unique in its interview. */
export type TopicId = Branded<'TopicId'>

export type Role = 'interviewer' | 'guest'

export interface Speaker {
  /** How the text names the speaker before each turn: `Dr. Carter`. Unique in the interview. */
  readonly label: string
  /** The full name: `Dr. Emily Carter`. */
  readonly name: string
  readonly role: Role
  /** One line on who they are; empty when the file says nothing. */
  readonly about: string
}

export interface Topic {
  readonly id: TopicId
  readonly label: string
  /** The words that mention this topic, as the file lists them. */
  readonly words: readonly string[]
}

/** The turns from `start` up to but not including `end`, under one heading. */
export interface Section {
  /** The heading as it stands in the file; null for turns before any heading. */
  readonly heading: string | null
  readonly topic: TopicId | null
  readonly start: number
  readonly end: number
  /** It began in an earlier part of the interview; its heading stands there. Left out otherwise. */
  readonly isContinued?: true
  /** How long all of it takes, in seconds, where only some of its turns are in this part. Left out otherwise. */
  readonly seconds?: number
}

export interface Turn {
  readonly id: TurnId
  /** The label of its speaker. */
  readonly speaker: string
  /** Its id is written in the text, behind the label: an author chose it, or keeps it. */
  readonly isPinned?: true
  readonly paragraphs: readonly string[]
  /** The topics that the turn mentions, other than its own, in the order of the topics. */
  readonly mentions: readonly TopicId[]
  /** What a link carries to find the turn again in an edited text: see fingerprint.ts. */
  readonly fingerprint: string
}

/** What stands before the interview, such as the news report that it is about. */
export interface Background {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

export interface Interview {
  readonly id: InterviewId
  readonly title: string
  /** For places with little room; the title itself when the file gives no other. */
  readonly shortTitle: string
  /** Who published it; empty when the file does not say. */
  readonly publication: string
  /** Empty when the file gives none. */
  readonly summary: string
  /** A BCP 47 language tag: `en`. */
  readonly language: string
  readonly speakers: readonly Speaker[]
  /** In the order in which the text opens them. */
  readonly topics: readonly Topic[]
  readonly background: Background | null
  /** Together they hold every turn once, in order. */
  readonly sections: readonly Section[]
  readonly turns: readonly Turn[]
  /** Ids that turns had before, each with the id that its turn has now. Left out when there are none. */
  readonly aliases?: Readonly<Record<string, TurnId>>
  /** Left out when there is none. */
  readonly recording?: Recording
  /** Where this stands in a longer interview that it is a part of. Left out for an interview that is whole. */
  readonly part?: Part
}

/** The turn at `index`. @throws RangeError when there is none: the caller holds a stale index. */
export function turnAt(interview: Interview, index: number): Turn {
  const turn = interview.turns[index]
  if (!turn) throw new RangeError(`${interview.id} has no turn ${index} (it has ${interview.turns.length})`)
  return turn
}

/** The speaker of a turn. @throws Error when the interview does not list the turn's label. */
export function speakerOf(interview: Interview, turn: Turn): Speaker {
  const speaker = interview.speakers.find(({ label }) => label === turn.speaker)
  if (!speaker) throw new Error(`${interview.id} has no speaker “${turn.speaker}”, who says turn ${turn.id}`)
  return speaker
}

const indexes = new WeakMap<Interview, Map<string, number>>()

/** Where a turn stands in the interview, from 0; null when the interview has no turn of that id. */
export function indexOfTurn(interview: Interview, id: string): number | null {
  let index = indexes.get(interview)
  if (!index) {
    index = new Map(interview.turns.map((turn, position) => [turn.id, position]))
    indexes.set(interview, index)
  }
  return index.get(id) ?? null
}

/** What stands between two paragraphs of a turn's text: an empty line. */
export const PARAGRAPH_BREAK = '\n\n'

/** A turn's paragraphs as one text, with an empty line between them. */
export function turnText(turn: Pick<Turn, 'paragraphs'>): string {
  return turn.paragraphs.join(PARAGRAPH_BREAK)
}

/** Languages written from right to left, by their primary subtag (Unicode CLDR, script metadata). */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
/** Scripts written from right to left, for tags that name one: `az-Arab`. */
const RIGHT_TO_LEFT_SCRIPTS = new Set(['adlm', 'arab', 'hebr', 'mand', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa'])

/** The direction that a language is written in, told by its tag. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((subtag) => subtag.length === 4 && !/\d/.test(subtag))
  if (script) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr'
}
