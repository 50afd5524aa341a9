import { useSyncExternalStore } from 'react'
import type { TurnRange } from '../../state/linkSlice.ts'
import { useApp } from '../../state/StoreProvider.tsx'

/**
 * The words that have to be marked by an element: null where the browser marks ranges by itself (CSS Custom Highlight API;
 * Firefox before 140 does not), and while there is nothing to mark.
 */
export function useMarkedWords(): TurnRange | null {
  const marked = useApp((state) => state.marked)
  const hasHighlights = useSyncExternalStore(
    never,
    () => 'highlights' in CSS,
    () => true,
  )
  return hasHighlights ? null : marked
}

function never(): () => void {
  return () => {}
}
