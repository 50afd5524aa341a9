import { turnAt, type Interview } from '../interview.ts'
import type { Hit } from '../search.ts'
import { sectionOf } from '../topics.ts'
import type { Check, Verdict } from './verdict.ts'

/** The places that a verdict is about, in the order of the quotation. */
export function placesOfVerdict(verdict: Verdict): readonly Hit[] {
  switch (verdict.kind) {
    case 'verbatim':
      return verdict.places
    case 'shortened':
    case 'joined':
      return verdict.pieces
    case 'differs':
      return [verdict.place]
    case 'absent':
      return verdict.nearest ? [verdict.nearest] : []
  }
}

/** Who speaks at a place, and on what: "Dr. Carter, China". */
export function sayWhere(interview: Interview, { turn }: Hit): string {
  return [turnAt(interview, turn).speaker, sectionOf(interview, turn).heading].filter(Boolean).join(', ')
}

/**
 * What a check found, in one or two sentences. `claimed` is the label of who is said to have said it; null for nobody.
 *
 * @example describeCheck(interview, { check, claimed: 'Dr. Carter' }) // 'Said by Editor, not by Dr. Carter. Verbatim: Editor, China.'
 */
export function describeCheck(
  interview: Interview,
  { check: { verdict }, claimed }: { readonly check: Check; readonly claimed: string | null },
): string {
  const places = placesOfVerdict(verdict)
  const speakers = [...new Set(places.map(({ turn }) => turnAt(interview, turn).speaker))]
  const isMisattributed = verdict.kind !== 'absent' && claimed !== null && !speakers.includes(claimed)
  const who = isMisattributed ? `Said by ${speakers.join(' and ')}, not by ${claimed}. ` : ''
  return who + describeVerdict(interview, verdict)
}

function describeVerdict(interview: Interview, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'verbatim': {
      const [first, ...more] = verdict.places
      const where = sayWhere(interview, first)
      return more.length === 0 ? `Verbatim: ${where}.` : `Verbatim, in ${more.length + 1} places. The first: ${where}.`
    }
    case 'shortened':
      return `Verbatim, with words left out: ${verdict.pieces[0] ? sayWhere(interview, verdict.pieces[0]) : ''}.`
    case 'joined':
      return `Not said together: joined from ${verdict.pieces.length} places.`
    case 'differs':
      return verdict.changes === 0
        ? `Differs in capitals, punctuation or signs only: ${sayWhere(interview, verdict.place)}.`
        : `Differs by ${verdict.changes} ${verdict.changes === 1 ? 'word' : 'words'}: ${sayWhere(interview, verdict.place)}.`
    case 'absent':
      return verdict.nearest ? 'Not in this interview. The nearest passage is another one:' : 'Not in this interview.'
  }
}
