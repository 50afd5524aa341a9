import { useMemo, useSyncExternalStore } from 'react'
import { turnAt } from '../../domain/interview.ts'
import { wordsOfCursor } from '../../domain/playback/cursor.ts'
import type { TurnRange } from '../../state/linkSlice.ts'
import { useApp } from '../../state/StoreProvider.tsx'

/**
 * The words that have to be marked by an element, the sentence that is being said before those of a link: null where the
 * browser marks ranges by itself (CSS Custom Highlight API; Firefox before 140 does not), and while there is nothing to mark.
 */
export function useMarkedWords(): TurnRange | null {
  const marked = useApp((state) => state.marked)
  const hasHighlights = useSyncExternalStore(
    never,
    () => 'highlights' in CSS,
    () => true,
  )
  const interview = useApp((state) => state.interview)
  const cursor = useApp(({ playback }) => (hasHighlights || playback.phase.kind === 'idle' ? null : playback.cursor))
  const said = useMemo(() => {
    const range = interview && cursor && wordsOfCursor(interview, cursor)
    return range && { turn: turnAt(interview, cursor.turn).id, ...range }
  }, [interview, cursor])
  return said ?? (hasHighlights ? null : marked)
}

function never(): () => void {
  return () => {}
}
