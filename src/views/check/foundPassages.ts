import type { FoundPassage } from '../../components/QuoteCheck/QuoteFinding.tsx'
import { turnAt, turnText, type Interview } from '../../domain/interview.ts'
import type { Hit } from '../../domain/search.ts'
import { hueOf, sectionOf } from '../../domain/topics.ts'
import { shareAddress } from '../interview/sharing/shareAddress.ts'

/** The permanent address of words. */
export function addressOfHit(interview: Interview, { turn, start, end }: Hit, siteUrl: string): string {
  const { id } = turnAt(interview, turn)
  return shareAddress(interview, { place: { kind: 'turn', turn: id }, range: { turn: id, start, end }, siteUrl })
}

/** Passages as they are shown. */
export function foundPassages(interview: Interview, hits: readonly Hit[], siteUrl: string): FoundPassage[] {
  return hits.map((hit) => {
    const section = sectionOf(interview, hit.turn)
    const turn = turnAt(interview, hit.turn)
    return {
      speaker: turn.speaker,
      topic: section.heading,
      hue: hueOf(interview, section.topic),
      words: turnText(turn).slice(hit.start, hit.end),
      href: addressOfHit(interview, hit, siteUrl),
    }
  })
}
