import { turnAt, type Interview } from '../interview.ts'
import type { Hit } from '../search.ts'
import { sectionOf } from '../topics.ts'
import type { Check, Verdict } from './verdict.ts'

/** So many places of a quotation that stands in many are shown. */
const MOST_SHOWN = 5

/** The places that a verdict is about, in the order of the quotation; of many that are all the same, the first. */
export function placesOfVerdict(verdict: Verdict): readonly Hit[] {
  switch (verdict.kind) {
    case 'verbatim':
      return verdict.places.slice(0, MOST_SHOWN)
    case 'shortened':
    case 'joined':
      return verdict.pieces
    case 'differs':
      return verdict.places
    case 'absent':
      return verdict.nearest ? [verdict.nearest] : []
  }
}

/** Who speaks at a place, and on what: "Dr. Carter, China". */
export function sayWhere(interview: Interview, { turn }: Hit): string {
  return [turnAt(interview, turn).speaker, sectionOf(interview, turn).heading].filter(Boolean).join(', ')
}

interface Described {
  readonly check: Check
  /** The label of who is said to have said it; null for nobody. */
  readonly claimed: string | null
  /** What was looked at, as a sentence goes on behind "in". */
  readonly within?: string
}

/**
 * What a check found, in one or two sentences.
 *
 * @example describeCheck(interview, { check, claimed: 'Dr. Carter' }) // 'Said by Editor, not by Dr. Carter. Verbatim: Editor, China.'
 */
export function describeCheck(
  interview: Interview,
  { check: { verdict }, claimed, within = 'this interview' }: Described,
): string {
  const who = claimed === null ? '' : describeSpeakers(interview, { verdict, claimed })
  return who + describeVerdict(interview, { verdict, within })
}

/** That somebody else said it, or a piece of it; empty when it is as claimed. */
function describeSpeakers(
  interview: Interview,
  { verdict, claimed }: { readonly verdict: Verdict; readonly claimed: string },
): string {
  if (verdict.kind === 'absent') return ''
  // Of all places, also those that are not shown.
  const places = verdict.kind === 'verbatim' ? verdict.places : placesOfVerdict(verdict)
  const speakers = [...new Set(places.map(({ turn }) => turnAt(interview, turn).speaker))]
  const others = speakers.filter((speaker) => speaker !== claimed).join(' and ')
  if (!speakers.includes(claimed)) return `Said by ${others}, not by ${claimed}. `
  return others !== '' && verdict.kind !== 'verbatim' ? `In part said by ${others}, not by ${claimed}. ` : ''
}

function describeVerdict(
  interview: Interview,
  { verdict, within }: { readonly verdict: Verdict; readonly within: string },
): string {
  switch (verdict.kind) {
    case 'verbatim': {
      const [first, ...more] = verdict.places
      const where = sayWhere(interview, first)
      if (more.length === 0) return `Verbatim: ${where}.`
      const shown = more.length < MOST_SHOWN ? '' : ` ${MOST_SHOWN} are shown.`
      return `Verbatim, in ${more.length + 1} places.${shown} The first: ${where}.`
    }
    case 'shortened':
      return `Verbatim, with words left out: ${verdict.pieces[0] ? sayWhere(interview, verdict.pieces[0]) : ''}.`
    case 'joined':
      return `Not said together: joined from ${verdict.pieces.length} places.`
    case 'differs': {
      const { places, changes, missing } = verdict
      const absent =
        missing === 0
          ? ''
          : ` ${missing === 1 ? 'A piece' : `${missing} pieces`} of it ${missing === 1 ? 'is' : 'are'} not in ${within}.`
      const how =
        changes > 0
          ? `Differs by ${changes} ${changes === 1 ? 'word' : 'words'}`
          : missing > 0
            ? 'The rest is there'
            : 'Differs in capitals, punctuation or signs only'
      return `${how}: ${sayWhere(interview, places[0])}.${absent}`
    }
    case 'absent':
      return `Not in ${within}.${verdict.nearest ? ' The nearest passage is another one:' : ''}`
  }
}
