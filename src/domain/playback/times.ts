import { turnText, type Interview } from '../interview.ts'
import { formatLength, lengthOf, startOf, type Timeline } from '../timeline.ts'
import { wordRangesOf } from '../words.ts'
import { clampCursor, rangeOfCursor, type Cursor } from './cursor.ts'

/** A place to the word: `offset` in its turn's text, in UTF-16 code units; without it the start of the sentence. */
interface PlaceToTheWord {
  readonly cursor: Cursor
  readonly offset?: number | null
}

/**
 * When a place is said, in seconds at the usual speed. Where a recording has times for words, that of the word which
 * stands there or behind it; else time goes with the length of the text within a turn. A place that there is not has the
 * time of the nearest one.
 */
export function secondsOfPlace(interview: Interview, timeline: Timeline, { cursor, offset }: PlaceToTheWord): number {
  const place = clampCursor(interview, cursor)
  const turn = interview.turns[place.turn]
  const range = rangeOfCursor(interview, place)
  if (!turn || !range) return 0
  const at = Math.min(Math.max(offset ?? range.start, range.start), range.end)
  const words = interview.recording?.words?.[place.turn]
  if (words && words.length > 0)
    return words[wordAtOffset(interview, place.turn, at)] ?? startOf(timeline, place.turn + 1)
  const start = startOf(timeline, place.turn)
  return start + (startOf(timeline, place.turn + 1) - start) * (at / Math.max(turnText(turn).length, 1))
}

const wordEnds = new WeakMap<Interview, (readonly number[] | undefined)[]>()

/** The first word of a turn that does not end before an offset of its text, by index; how many there are when all do. */
function wordAtOffset(interview: Interview, turn: number, offset: number): number {
  let known = wordEnds.get(interview)
  if (!known) {
    known = []
    wordEnds.set(interview, known)
  }
  const spoken = interview.turns[turn]
  const ends = (known[turn] ??= spoken ? wordRangesOf(turnText(spoken)).map(({ end }) => end) : [])
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

export interface PlaybackTimes {
  /** Where the place is, in seconds at the usual speed, so that a place has one time whatever the rate. */
  readonly elapsed: number
  /** How long it still takes at the current rate, in seconds. */
  readonly left: number
  /** How long all of it takes, in seconds at the usual speed. */
  readonly total: number
}

/** How far it has come, and how long it still takes. */
export function playbackTimes(
  interview: Interview,
  timeline: Timeline,
  { rate, ...place }: PlaceToTheWord & { readonly rate: number },
): PlaybackTimes {
  const elapsed = secondsOfPlace(interview, timeline, place)
  const total = lengthOf(interview)
  return { elapsed, left: Math.max(total - elapsed, 0) / rate, total }
}

/** A time as players write it: `1:48`, `1:02:05`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(Math.floor(seconds) || 0, 0)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`
}

/** A length as a reader takes it in: to the second where it is known from a recording, else about how long it is. */
export function lengthText({ recording }: { readonly recording?: unknown }, seconds: number): string {
  return recording === undefined ? formatLength(seconds) : formatClock(seconds)
}

function padded(part: number): string {
  return String(part).padStart(2, '0')
}
