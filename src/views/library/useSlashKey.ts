import { useEffect, type RefObject } from 'react'
import { useApp } from '../../state/StoreProvider.tsx'

/** `/` leads to the field, unless the reader types somewhere, or has turned off letter keys. */
export function useSlashKey(field: RefObject<HTMLInputElement | null>): void {
  const hasCharacterKeys = useApp((state) => state.preferences.hasCharacterKeys)
  useEffect(() => {
    if (!hasCharacterKeys) return
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.defaultPrevented || event.isComposing) return
      if (document.activeElement?.closest('input, textarea, select, [contenteditable], [popover], dialog')) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', handleKeyDown)
    return () => window.removeEventListener('keydown', handleKeyDown)
  }, [field, hasCharacterKeys])
}
