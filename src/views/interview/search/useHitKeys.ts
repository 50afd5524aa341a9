import { useEffect, useEffectEvent } from 'react'
import { useAppStore } from '../../../state/StoreProvider.tsx'

/** While a search is open, n and N lead to the next and the previous hit. */
export function useHitKeys(onStep: (by: 1 | -1) => void): void {
  const store = useAppStore()
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, isComposing, defaultPrevented } = event
    if (defaultPrevented || isComposing || altKey || ctrlKey || metaKey || (key !== 'n' && key !== 'N')) return
    const isElsewhere = document.activeElement?.closest('input, textarea, select, dialog, [popover]') !== null
    if (isElsewhere || !store.getState().preferences.hasCharacterKeys) return
    event.preventDefault()
    onStep(key === 'n' ? 1 : -1)
  })
  useEffect(() => {
    const handle = (event: KeyboardEvent) => handleKey(event)
    window.addEventListener('keydown', handle)
    return () => window.removeEventListener('keydown', handle)
  }, [])
}
