import { Suspense, useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { Transcript } from '../../components/Transcript/Transcript.tsx'
import type { Interview, TurnId } from '../../domain/interview.ts'
import { selectCurrentTurn, selectStage } from '../../state/selectors.ts'
import { useApp } from '../../state/StoreProvider.tsx'
import { useSite } from '../SiteContext.ts'
import { useIdleLayout } from './useIdleLayout.ts'
import { useScrolling } from './useScrolling.ts'
import { useTurnClicks } from './useTurnClicks.ts'
import { lazyView } from '../lazyView.ts'

interface TranscriptRegionProps {
  readonly interview: Interview
  onCopyLink(turn: TurnId): void
}

const SelectionRegion = lazyView(async () => (await import('./sharing/SelectionRegion.tsx')).SelectionRegion)

/** The text, joined to the place: the one subscription that marks the current turn. */
export function TranscriptRegion({ interview, onCopyLink }: TranscriptRegionProps) {
  const region = useRef<HTMLDivElement>(null)
  const { base } = useSite()
  const current = useApp(selectCurrentTurn)
  const isAtHeading = useApp((state) => state.visit.place.kind === 'topic')
  const stage = useApp(selectStage)
  const share = useApp((state) => state.share)
  const wishMark = useApp((state) => state.wishMark)
  const kept = useApp((state) => state.keptTurns)
  const hasSelected = useHasSelected(region)
  const markedTurns = useApp((state) => state.markedTurns)
  useScrolling(region)
  useIdleLayout(region)
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
        stage={stage}
        markedTurns={markedTurns}
        onCopyLink={onCopyLink}
        onKeep={useCallback((turn) => wishMark({ what: 'keep', turn }), [wishMark])}
        kept={kept}
        onShare={useCallback((turn) => share({ turn, scope: 'answer', range: null, part: null }), [share])}
      />
      {hasSelected && (
        <Suspense>
          <SelectionRegion interview={interview} transcript={region} />
        </Suspense>
      )}
    </div>
  )
}

/** Whether the reader has ever selected words of the text: what can be done with them is loaded then. */
function useHasSelected(region: RefObject<HTMLElement | null>): boolean {
  const [hasSelected, setHasSelected] = useState(false)
  useEffect(() => {
    if (hasSelected) return
    const handleSelection = () => {
      const selection = window.getSelection()
      const isHere =
        region.current && selection && !selection.isCollapsed && selection.containsNode(region.current, true)
      if (isHere) setHasSelected(true)
    }
    handleSelection() // the text may have taken the place of one in which words were selected
    document.addEventListener('selectionchange', handleSelection)
    return () => document.removeEventListener('selectionchange', handleSelection)
  }, [region, hasSelected])
  return hasSelected
}
