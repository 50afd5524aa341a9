import { readStep, writeStep, type TrailStep } from './trail.ts'

/** A trail that is followed, and which of its passages the reader is at, from 0. */
export interface FollowedTrail {
  readonly steps: readonly TrailStep[]
  readonly at: number
}

/** The version of the grammar, which is that of a trail in an address with the place before its passages. */
const VERSION = '1'
const BETWEEN = '!'
/** The longest text that is read, in UTF-16 code units: hundreds of passages with long notes. */
const MAX_KEPT_LENGTH = 1_000_000

/** Writes a followed trail as a text to be kept. */
export function formatKeptTrail({ steps, at }: FollowedTrail): string {
  return [VERSION, at, ...steps.map(writeStep)].join(BETWEEN)
}

/** Reads what `formatKeptTrail` wrote; null for anything else, since half a trail leads nowhere. Never throws. */
export function parseKeptTrail(text: string): FollowedTrail | null {
  if (text.length > MAX_KEPT_LENGTH) return null
  const [version, at = '', ...written] = text.split(BETWEEN)
  const steps = written.flatMap((each) => readStep(each) ?? [])
  if (version !== VERSION || !/^\d{1,6}$/.test(at) || steps.length < written.length) return null
  return Number(at) < steps.length ? { steps, at: Number(at) } : null
}
