import { useEffect } from 'react'
import { useApp } from '../state/StoreProvider.tsx'

/** Shows the reader's theme and text size on the root element, as the script in the head did before the first paint. */
export function useDocumentPreferences(): void {
  const { theme, textSize } = useApp(({ preferences }) => preferences)
  const isRestored = useApp(({ arePreferencesRestored }) => arePreferencesRestored)
  useEffect(() => {
    if (!isRestored) return // until then the head's script is right, and the defaults would undo it
    const { dataset } = document.documentElement
    dataset['theme'] = theme
    dataset['textSize'] = textSize
  }, [theme, textSize, isRestored])
}
