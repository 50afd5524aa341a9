import { isId } from './formats/ids.ts'
import {
  indexOfTurn,
  turnText,
  type Interview,
  type InterviewId,
  type TopicId,
  type Turn,
  type TurnId,
} from './interview.ts'
import { sectionOfTopic, topicById } from './topics.ts'
import { wordsOf } from './words.ts'

/** Where a reader is in an interview: above the first turn, at a topic's heading, or at a turn. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'topic'; readonly topic: TopicId }
  | { readonly kind: 'turn'; readonly turn: TurnId }

export const START: Place = { kind: 'start' }

/** Words that stand in an address where a turn's id could stand, and so are never one. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['topics'])

/** The longest turn id, in UTF-16 code units. Room for four words of most languages. */
export const MAX_TURN_ID_LENGTH = 60
/** How many words an id has at most: enough to tell what is said, few enough to be read. */
const MAX_ID_WORDS = 4
/** The words of an id are taken from so many telling words at a turn's beginning, so that it says how the turn opens. */
const OPENING_WORDS = 12
/** A word of an alphabet shorter than this tells little ("the", "and"); other scripts' words are short by nature. */
const MIN_WORD_LENGTH = 4
/** A word that stands in more than this share of the turns tells nothing about one of them. */
const COMMON_SHARE = 0.2
/** Has no accents to take off, as most words of most texts. */
const ASCII = /^[\0-\x7F]*$/
const ALPHABETIC = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u

/** True when a text can be the id of a turn: words joined by hyphens that no other page stands at. */
export function isTurnId(text: string): boolean {
  return isId(text) && text.length <= MAX_TURN_ID_LENGTH && !RESERVED_IDS.has(text.toLowerCase())
}

/** Ids that are there before any is made. */
interface KnownIds {
  /** By turn: the id that it has already, if it has one. */
  readonly given?: readonly (TurnId | null)[]
  /** Ids that were other turns’, and are theirs for ever. */
  readonly issued?: Iterable<string>
}

/**
 * An id for every turn, in order: the longest of its first telling words, in small letters, without accents on Latin
 * letters. The same texts always give the same ids; two turns never share one, and none is reserved or issued.
 *
 * @example turnIds(['The relationship is one of the most challenging assignments.'], 'en')
 * // ['relationship-most-challenging-assignments']
 */
export function turnIds(
  texts: readonly string[],
  language: string,
  { given = [], issued = [] }: KnownIds = {},
): TurnId[] {
  if (given.length === texts.length && given.every((id) => id !== null)) return [...given]
  const wordsOfTurns = texts.map((text) => wordsOf(text.replace(/[’'‘]s\b/gu, ''), language).map(plain))
  const turnsWith = new Map<string, number>()
  for (const words of wordsOfTurns)
    for (const word of new Set(words)) turnsWith.set(word, (turnsWith.get(word) ?? 0) + 1)
  const common = Math.max(texts.length * COMMON_SHARE, 2)
  const taken = new Set<string>(RESERVED_IDS)
  for (const id of [...given, ...issued]) if (id !== null) taken.add(id.toLowerCase())
  const nextNumber = new Map<string, number>()
  return wordsOfTurns.map((words, index) => {
    const own = given[index]
    if (own) return own
    const telling = words.filter((word) => isLong(word) && (turnsWith.get(word) ?? 0) <= common)
    const readable = join(longest(telling.length > 1 ? telling : words)) || 'turn'
    let id = readable
    for (let number = nextNumber.get(readable) ?? 2; taken.has(id); number += 1) {
      id = `${readable}-${number}`
      nextNumber.set(readable, number + 1)
    }
    taken.add(id)
    return id as TurnId // this is where turn ids are made
  })
}

function plain(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase()
  return word
    .normalize('NFD')
    .replace(/(?<=\p{sc=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
}

function isLong(word: string): boolean {
  return !ALPHABETIC.test(word) || word.length >= MIN_WORD_LENGTH
}

/** The longest of the first words, each once, in the order of the text; of two that are as long, the earlier. */
function longest(words: readonly string[]): string[] {
  const opening = [...new Set(words)].slice(0, OPENING_WORDS)
  const chosen = new Set(opening.toSorted((one, other) => other.length - one.length).slice(0, MAX_ID_WORDS))
  return opening.filter((word) => chosen.has(word))
}

/** Leaves room for a number behind the words when two turns share them. */
function join(words: readonly string[]): string {
  const room = MAX_TURN_ID_LENGTH - '-1000000'.length
  let id = ''
  for (const word of words) {
    const longer = id ? `${id}-${word}` : word
    if (longer.length > room) return id || [...word].slice(0, Math.floor(room / 2)).join('')
    id = longer
  }
  return id
}

/** The turn that an id names, or named once; null when the interview has none of that id. */
export function turnById(interview: Interview, id: string): Turn | null {
  const { aliases = {} } = interview
  const index = indexOfTurn(interview, Object.hasOwn(aliases, id) ? (aliases[id] ?? id) : id)
  return index === null ? null : (interview.turns[index] ?? null)
}

/** The address of an interview, from the site's root: `/interviews/blinken-initiatives/`. */
export function interviewPath(id: InterviewId): string {
  return `/interviews/${encodeURIComponent(id)}/`
}

/** The address of a place in an interview, from the site's root. Ends in a slash, as every address of a page does. */
export function pathOfPlace(interview: Pick<Interview, 'id'>, place: Place): string {
  const start = interviewPath(interview.id)
  if (place.kind === 'topic') return `${start}topics/${encodeURIComponent(place.topic)}/`
  if (place.kind === 'turn') return `${start}${encodeURIComponent(place.turn)}/`
  return start
}

/** The place that the part of an address behind the interview's own names; null when there is no such place. */
function placeOfParams(
  interview: Interview,
  params: { readonly topicId?: string | undefined; readonly turnId?: string | undefined },
): Place | null {
  if (params.topicId !== undefined) {
    const topic = topicById(interview, params.topicId.normalize('NFC'))
    const isHere = topic && (!interview.part || sectionOfTopic(interview, topic.id))
    return isHere ? { kind: 'topic', topic: topic.id } : null
  }
  if (params.turnId !== undefined) {
    const turn = turnById(interview, params.turnId.normalize('NFC'))
    return turn && { kind: 'turn', turn: turn.id }
  }
  return START
}

/** Where the text of an interview begins: above its first turn; for a later part of one, its first turn. */
export function topOf({ part, turns: [first] }: Interview): Place {
  return part && part.first > 0 && first ? { kind: 'turn', turn: first.id } : START
}

/** The place that an address from the site's root names; null when it is not a place in this interview, or this part. */
export function placeOfPath(interview: Interview, path: string): Place | null {
  // Part by part, since %E8 and %e8 are the same letter.
  const [before, folder, id, ...rest] = path.split('/').map(decoded)
  if (before !== '' || folder !== 'interviews' || id?.normalize('NFC') !== interview.id.normalize('NFC')) return null
  const parts = rest.at(-1) === '' ? rest.slice(0, -1) : rest
  if (parts.length === 0) return topOf(interview).kind === 'start' ? START : null
  if (parts.length === 1) return placeOfParams(interview, { turnId: parts[0] })
  if (parts.length === 2 && parts[0] === 'topics') return placeOfParams(interview, { topicId: parts[1] })
  return null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a stray % or half a character stands in no id, so it names no place as it is
  }
}

export function isSamePlace(one: Place, other: Place): boolean {
  if (one.kind === 'turn') return other.kind === 'turn' && one.turn === other.turn
  if (one.kind === 'topic') return other.kind === 'topic' && one.topic === other.topic
  return other.kind === 'start'
}

/** The index of the turn that is current at a place: at a topic its first turn, above the first turn none (null). */
export function turnOfPlace(interview: Interview, place: Place): number | null {
  if (place.kind === 'turn') return indexOfTurn(interview, place.turn)
  if (place.kind === 'topic') return sectionOfTopic(interview, place.topic)?.start ?? null
  return null
}

/** A turn's first words, at most `length` UTF-16 code units, cut between words with an ellipsis. */
export function excerpt(turn: Turn, length: number): string {
  const text = turnText(turn).replaceAll(/\s+/g, ' ')
  if (text.length <= length) return text
  const cut = text.lastIndexOf(' ', length - 1)
  return `${text.slice(0, cut > length / 2 ? cut : length - 1).replace(/[\uD800-\uDBFF]$|[\s,;:.–—-]+$/u, '')}…`
}
