import { useEffect } from 'react'
import { useAppStore } from '../../../state/StoreProvider.tsx'

/** What Escape closes first. */
const CLOSED_FIRST = 'dialog[open], :popover-open, [data-selection-bar]'

/** Leaves focus mode by Escape. It looks before anything else has closed by the same press. */
export function useEscape(isFocused: boolean): void {
  const store = useAppStore()
  useEffect(() => {
    if (!isFocused) return
    const handleKeyDown = (event: KeyboardEvent) => {
      const isTaken = store.getState().sharing !== null || document.querySelector(CLOSED_FIRST) !== null
      if (event.key === 'Escape' && !event.isComposing && !isTaken) store.getState().setFocused(false)
    }
    window.addEventListener('keydown', handleKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', handleKeyDown, { capture: true })
  }, [store, isFocused])
}
