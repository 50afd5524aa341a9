import { writeBaggage } from '../../../domain/address.ts'
import { textFragment } from '../../../domain/baggage.ts'
import { turnText, type Interview } from '../../../domain/interview.ts'
import { pathOfPlace, turnById, turnOfPlace, type Place } from '../../../domain/link.ts'
import { quoteSelector } from '../../../domain/quote.ts'
import { formatQuote } from '../../../domain/quoteAddress.ts'
import type { TurnRange } from '../../../state/linkSlice.ts'

/** The words of a range. */
export function wordsOf(interview: Interview, { turn, start, end }: TurnRange): string {
  const said = turnById(interview, turn)
  return said ? turnText(said).slice(start, end) : ''
}

interface Shared {
  readonly place: Place
  /** The words that are pointed at; null for the whole place. */
  readonly range: TurnRange | null
  /** The site's whole address. */
  readonly siteUrl: string
}

/**
 * The address that Copy and Share hand out: the place, the fingerprint by which it is found again in an edited text, and
 * the words that are pointed at, for this player and for others.
 */
export function shareAddress(interview: Interview, { place, range, siteUrl }: Shared): string {
  const index = turnOfPlace(interview, place)
  const turn = place.kind === 'turn' && index !== null ? interview.turns[index] : undefined
  const path = siteUrl + pathOfPlace(interview, place).slice(1)
  if (!turn || !range) return path + writeBaggage({ fingerprint: turn?.fingerprint ?? null, quote: null })
  const quote = formatQuote(quoteSelector(turnText(turn), range))
  const words = turnText(turn).slice(range.start, range.end)
  return path + writeBaggage({ fingerprint: turn.fingerprint, quote }) + textFragment(words)
}
