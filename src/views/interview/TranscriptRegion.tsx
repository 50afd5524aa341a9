import { useRef } from 'react'
import { Transcript } from '../../components/Transcript/Transcript.tsx'
import type { Interview, TurnId } from '../../domain/interview.ts'
import { selectCurrentTurn } from '../../state/selectors.ts'
import { useApp } from '../../state/StoreProvider.tsx'
import { useSite } from '../SiteContext.ts'
import { useScrolling } from './useScrolling.ts'
import { useTurnClicks } from './useTurnClicks.ts'

interface TranscriptRegionProps {
  readonly interview: Interview
  onCopyLink(turn: TurnId): void
}

/** The text, joined to the place: the one subscription that marks the current turn. */
export function TranscriptRegion({ interview, onCopyLink }: TranscriptRegionProps) {
  const region = useRef<HTMLDivElement>(null)
  const { base } = useSite()
  const current = useApp(selectCurrentTurn)
  const isAtHeading = useApp((state) => state.visit.place.kind === 'topic')
  useScrolling(region)
  useTurnClicks(
    region,
    useApp((state) => state.pick),
  )
  return (
    <div ref={region}>
      <Transcript
        interview={interview}
        base={base}
        current={current}
        isAtHeading={isAtHeading}
        onCopyLink={onCopyLink}
      />
    </div>
  )
}
