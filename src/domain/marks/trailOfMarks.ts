import { formatQuote } from '../quoteAddress.ts'
import type { TrailStep } from '../trail.ts'
import type { Mark } from './mark.ts'

/** The passages of a trail that leads through marks, in their order, with their notes. */
export function trailOfMarks(marks: readonly Mark[]): TrailStep[] {
  return marks.map(({ interview, turn, fingerprint, quote, note }) => ({
    interview,
    turn,
    fingerprint: fingerprint || null,
    quote: quote && formatQuote(quote),
    note,
  }))
}
