import { encodeForAddress, MAX_FINGERPRINT_LENGTH, MAX_QUOTE_LENGTH } from './address.ts'
import { isId } from './formats/ids.ts'
import type { InterviewId, TurnId } from './interview.ts'
import { isTurnId } from './link.ts'

/** A passage of a trail: a turn, or words in it, with what the sender wrote about it. */
export interface TrailStep {
  readonly interview: InterviewId
  readonly turn: TurnId
  readonly fingerprint: string | null
  /** The words, as `formatQuote` wrote them; null for the whole turn. */
  readonly quote: string | null
  /** Empty for nothing. */
  readonly note: string
}

/** How a fragment that carries a trail begins, with the version of its grammar. */
export const TRAIL = '#trail='
const VERSION = '1'
/** The longest fragment, in UTF-16 code units: what goes through mail and chat programs unbroken. */
export const MAX_TRAIL_LENGTH = 8000
/** Signs that `encodeURIComponent` leaves alone, and no field holds once it is encoded. */
const [BETWEEN_STEPS, BETWEEN_FIELDS] = ['!', '~']

/** Writes a trail as the fragment of an address, which no browser sends to a server; null when it would be too long. */
export function writeTrail(steps: readonly TrailStep[]): string | null {
  const fragment = TRAIL + [VERSION, ...steps.map(writeStep)].join(BETWEEN_STEPS)
  return fragment.length > MAX_TRAIL_LENGTH ? null : fragment
}

export interface ReadTrail {
  readonly steps: readonly TrailStep[]
  /** Whether something of it could not be read, and was left out. */
  readonly isDamaged: boolean
}

/** Reads the fragment of an address as a trail; null when it carries none. Never throws. */
export function readTrail(fragment: string): ReadTrail | null {
  if (!fragment.startsWith(TRAIL)) return null
  if (fragment.length > MAX_TRAIL_LENGTH) return { steps: [], isDamaged: true }
  const [version, ...written] = fragment.slice(TRAIL.length).split(BETWEEN_STEPS)
  if (version !== VERSION) return { steps: [], isDamaged: true }
  const read = written.map(readStep)
  const steps = read.filter((step) => step !== null)
  return { steps, isDamaged: steps.length < read.length || read.length === 0 }
}

/** Writes one passage, without the sign that stands between passages. */
export function writeStep({ interview, turn, fingerprint, quote, note }: TrailStep): string {
  return [interview, turn, fingerprint ?? '', quote ?? '', note].map(encoded).join(BETWEEN_FIELDS)
}

/** Reads one passage; null when it is damaged. */
export function readStep(written: string): TrailStep | null {
  const fields = written.split(BETWEEN_FIELDS).map(decoded)
  const [interview, turn, fingerprint, quote, note] = fields
  if (fields.length !== 5 || interview == null || turn == null || fingerprint == null || quote == null || note == null)
    return null
  if (!isId(interview) || !isTurnId(turn) || quote.length > MAX_QUOTE_LENGTH) return null
  if (fingerprint.length > MAX_FINGERPRINT_LENGTH || !/^[\w-]*$/.test(fingerprint)) return null
  return {
    interview: interview as InterviewId, // looked at above
    turn: turn as TurnId, // looked at above
    fingerprint: fingerprint || null,
    quote: quote || null,
    note,
  }
}

/** `encodeForAddress` leaves the signs between fields alone where they stand in a field. */
function encoded(text: string): string {
  return encodeForAddress(text).replaceAll('~', '%7E')
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null // a stray % or half a character: the link was damaged on its way
  }
}
