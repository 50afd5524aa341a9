import { MarkItem } from '../../components/MarkItem/MarkItem.tsx'
import { writeBaggage } from '../../domain/address.ts'
import type { Interview } from '../../domain/interview.ts'
import { interviewPath } from '../../domain/link.ts'
import { NO_TURN, type Mark } from '../../domain/marks/mark.ts'
import { formatQuote } from '../../domain/quoteAddress.ts'
import { hueOf, sectionOf } from '../../domain/topics.ts'
import { useSite } from '../SiteContext.ts'
import type { MarksKeeper } from './marksKeeper.ts'
import type { MarkPlace } from './placeMark.ts'

interface MarkRowProps {
  readonly mark: Mark
  /** The interview and where the mark is in it; null where it is not loaded. */
  readonly interview: Interview | null
  readonly place: MarkPlace | null
  /** Null until the marks are loaded. */
  readonly keeper: MarksKeeper | null
  readonly isInHand: boolean
  readonly typedAhead?: string
  onGo?(): void
  readonly inTrail?: number | null
  onToggleTrail?(): void
}

/** A mark joined to what changes it. */
export function MarkRow({ mark, interview, place, keeper, isInHand, typedAhead = '', onGo, ...trail }: MarkRowProps) {
  const { base } = useSite()
  const section =
    interview && place && (place.kind === 'found' || place.kind === 'changed') ? sectionOf(interview, place.turn) : null
  return (
    <MarkItem
      speaker={mark.speaker}
      topic={section?.heading ?? null}
      hue={interview && section ? hueOf(interview, section.topic) : 0}
      words={mark.words}
      note={mark.note}
      lost={sayPlace(place)}
      href={markAddress(mark, base)}
      isInHand={isInHand}
      typedAhead={typedAhead}
      {...(onGo && { onGo })}
      {...trail}
      onWrite={(note) => void keeper?.put([{ ...mark, note, changed: new Date().toISOString() }])}
      onRemove={() => void keeper?.remove([mark.id])}
    />
  )
}

function sayPlace(place: MarkPlace | null): string | null {
  if (place?.kind === 'changed') return 'These words are no longer in their turn:'
  if (place?.kind === 'gone') return 'This is no longer in the interview:'
  return null
}

/** The address of a mark: it says itself what became of its words. */
export function markAddress(mark: Mark, base: string): string {
  const turn = mark.turn === NO_TURN ? '' : `${encodeURIComponent(mark.turn)}/`
  const path = `${base}${interviewPath(mark.interview).slice(1)}${turn}`
  return path + writeBaggage({ fingerprint: mark.fingerprint || null, quote: mark.quote && formatQuote(mark.quote) })
}
