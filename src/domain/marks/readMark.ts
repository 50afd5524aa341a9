import { MAX_FINGERPRINT_LENGTH } from '../address.ts'
import { isId } from '../formats/ids.ts'
import type { InterviewId, TurnId } from '../interview.ts'
import { isTurnId } from '../link.ts'
import type { QuoteSelector } from '../quote.ts'
import { MAX_NOTE_LENGTH, type Mark } from './mark.ts'

/** The longest words that a mark holds, in UTF-16 code units: a turn of an hour. */
const MAX_WORDS_LENGTH = 100_000
/** The longest title or label, in UTF-16 code units. */
const MAX_NAME_LENGTH = 1000
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
/** ISO 8601 as `Date.toISOString` writes it. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/

/** What is wrong with something that should be a mark: which of its fields, and what was expected there. */
export interface MarkFault {
  readonly field: keyof Mark
  readonly expected: string
}

/** Reads a mark from anything: from storage, from an imported file. Only what is known of a mark is taken over. */
export function readMark(value: unknown): Mark | MarkFault {
  const fields: Record<string, unknown> = isRecord(value) ? value : {}
  const { id, interview, title, turn, fingerprint, speaker, quote, words, note, created, changed } = fields
  if (!isText(id, 36) || !UUID.test(id)) return fault('id', 'a UUID')
  if (!isText(interview, MAX_NAME_LENGTH) || !isId(interview)) return fault('interview', 'the id of an interview')
  if (!isText(title, MAX_NAME_LENGTH)) return fault('title', 'a text')
  if (!isText(turn, MAX_NAME_LENGTH) || !isTurnId(turn)) return fault('turn', 'the id of a turn')
  if (!isText(fingerprint, MAX_FINGERPRINT_LENGTH) || !/^[\w-]*$/.test(fingerprint))
    return fault('fingerprint', 'letters and digits')
  if (!isText(speaker, MAX_NAME_LENGTH)) return fault('speaker', 'a text')
  const selector = quote === null ? null : readSelector(quote)
  if (selector === undefined) return fault('quote', 'a text-quote selector, or null')
  if (!isText(words, MAX_WORDS_LENGTH)) return fault('words', 'a text')
  if (!isText(note, MAX_NOTE_LENGTH)) return fault('note', `a text of at most ${MAX_NOTE_LENGTH} characters`)
  if (!isText(created, 30) || !TIME.test(created)) return fault('created', 'a time such as 2026-01-31T12:00:00Z')
  if (!isText(changed, 30) || !TIME.test(changed)) return fault('changed', 'a time such as 2026-01-31T12:00:00Z')
  return {
    id,
    interview: interview as InterviewId, // looked at above
    title,
    turn: turn as TurnId, // looked at above
    fingerprint,
    speaker,
    quote: selector,
    words,
    note,
    created,
    changed,
  }
}

function fault(field: keyof Mark, expected: string): MarkFault {
  return { field, expected }
}

/** Whether something was read as a mark. */
export function isMark(read: Mark | MarkFault): read is Mark {
  return 'id' in read
}

function readSelector(value: unknown): QuoteSelector | undefined {
  if (!isRecord(value)) return undefined
  const { exact, prefix, suffix, last } = value
  if (!isText(exact, MAX_WORDS_LENGTH) || !isText(prefix, MAX_NAME_LENGTH) || !isText(suffix, MAX_NAME_LENGTH))
    return undefined
  if (last === undefined) return { exact, prefix, suffix }
  if (!isRecord(last) || !isText(last['exact'], MAX_WORDS_LENGTH)) return undefined
  const { exact: lastWords, wordsBetween } = last
  if (typeof wordsBetween !== 'number' || !Number.isSafeInteger(wordsBetween) || wordsBetween < 0) return undefined
  return { exact, prefix, suffix, last: { exact: lastWords, wordsBetween } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most
}
