import type { PersonName } from './personName.ts'

/** A day of the Gregorian calendar; `month` counts from 1. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * What an interview states about itself, as every style of citation needs it: one line each, and empty or null where
 * the interview says nothing. There is no date of publication, since the format has none: styles say "n.d.".
 */
export interface CitedSource {
  /** A key for reference managers, of ASCII letters, digits, `-`, `_` and `:`; the same as long as the place's id is. */
  readonly key: string
  /** The guests: who is interviewed is the author (APA 7, example 95; CMOS 17, 14.213). */
  readonly authors: readonly PersonName[]
  readonly interviewers: readonly PersonName[]
  readonly title: string
  readonly publication: string
  readonly url: string
  /** When the reader saw it. */
  readonly accessed: CalendarDate | null
  /** Where in the interview: `Answer 4`. */
  readonly locator: string
  readonly quote: string
  /** A BCP 47 language tag. */
  readonly language: string
}

/** The day of an ISO 8601 date or date and time, as it is written there; null when it is none. */
export function readDate(date: string): CalendarDate | null {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(date) ?? []).map(Number)
  if (!year || !month || !day) return null
  const isReal = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month <= 12
  return isReal ? { year, month, day } : null
}

/** A day as `2026-11-24`, or with another separator. */
export function writeDate({ year, month, day }: CalendarDate, separator: string): string {
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(separator)
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The English name of a month, counted from 1. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}
