import type { InterviewId, Role, TopicId, TurnId } from '../interview.ts'

/** Who speaks, and what about, as an answer of the search names it. */
export interface BlockSpeaker {
  readonly label: string
  readonly role: Role
}
export interface BlockTopic {
  readonly id: TopicId
  readonly label: string
  readonly hue: number
}

/** A turn in a block, or a piece of one that is longer than a block. */
export interface BlockTurn {
  readonly id: TurnId
  /** Where it stands in its interview, from 0. */
  readonly index: number
  readonly speaker: BlockSpeaker
  readonly topic: BlockTopic | null
  readonly text: string
  /** Where the text begins in that of the turn, in UTF-16 code units. */
  readonly from: number
  /** So much of the beginning of `text` stands in the piece before it too, in UTF-16 code units. */
  readonly again: number
}

/** Some neighbouring turns of one interview: what is loaded of the texts at a time. */
export interface SearchBlock {
  readonly interview: InterviewId
  readonly title: string
  /** A BCP 47 language tag. */
  readonly language: string
  readonly turns: readonly BlockTurn[]
}

/**
 * A turn as the file has it: speakers and topics stand before all turns, and are named by their place there, -1 for no topic.
 * `from` and `again` are left out where they are 0.
 */
type TurnRow = readonly [
  id: string,
  index: number,
  speaker: number,
  topic: number,
  text: string,
  from?: number,
  again?: number,
]

/** What a block's file holds. */
export interface BlockFile {
  readonly interview: string
  readonly title: string
  readonly language: string
  readonly speakers: readonly (readonly [label: string, role: string])[]
  readonly topics: readonly (readonly [id: string, label: string, hue: number])[]
  readonly turns: readonly TurnRow[]
}

/** Reads the text of a block's file. Never throws: null when it is not what a build writes. */
export function readBlock(text: string): SearchBlock | null {
  const file = parsedObject(text)
  const [speakers, topics] = [rowsOf(file?.['speakers'], speakerOfRow), rowsOf(file?.['topics'], topicOfRow)]
  if (!file || !speakers || !topics) return null
  const { interview, title, language } = file
  if (typeof interview !== 'string' || typeof title !== 'string' || typeof language !== 'string') return null
  const turns = rowsOf(file['turns'], ([id, index, speaker, topic, words, from = 0, again = 0]): BlockTurn | null => {
    const said = speakers[Number(speaker)]
    if (typeof id !== 'string' || !isCount(index) || !said || typeof words !== 'string') return null
    if (!isCount(from) || !isCount(again)) return null
    // Ids are words in addresses here, whatever they are.
    return { id: id as TurnId, index, speaker: said, topic: topics[Number(topic)] ?? null, text: words, from, again }
  })
  return (
    turns && { interview: interview as InterviewId, title, language: isLanguage(language) ? language : 'und', turns }
  )
}

/** An object of JSON; null for anything else. Never throws. */
export function parsedObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null // cut off on its way, or another page in its place
  }
}

/** True for a whole number from 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function rowsOf<Value>(rows: unknown, read: (row: readonly unknown[]) => Value | null): Value[] | null {
  if (!Array.isArray(rows)) return null
  const values = rows.map((row: unknown) => (Array.isArray(row) ? read(row) : null))
  return values.every((value) => value !== null) ? values : null
}

function speakerOfRow([label, role]: readonly unknown[]): BlockSpeaker | null {
  if (typeof label !== 'string' || (role !== 'interviewer' && role !== 'guest')) return null
  return { label, role }
}

function topicOfRow([id, label, hue]: readonly unknown[]): BlockTopic | null {
  return typeof id === 'string' && typeof label === 'string' && isCount(hue) ? { id: id as TopicId, label, hue } : null
}

/** A tag that Intl takes, which throws at others. */
function isLanguage(tag: string): boolean {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{2,8}){0,8}$/.test(tag)
}
