import type { Platform } from '../domain/ports.ts'
import { browserClipboard } from './clipboard.ts'
import { systemFullScreen } from './fullScreen.ts'
import { openNarrator } from './narrators.ts'
import { systemShareSheet } from './shareSheet.ts'
import { storedText } from './storage.ts'

/** Everything the player needs of a browser. */
export function browserPlatform({
  preferencesKey,
  placesKey,
  marksKey,
  trailKey,
}: Record<'preferencesKey' | 'placesKey' | 'marksKey' | 'trailKey', string>): Platform {
  return {
    clipboard: browserClipboard,
    preferences: storedText(preferencesKey),
    places: storedText(placesKey),
    marksHint: storedText(marksKey),
    trail: storedText(trailKey, () => sessionStorage),
    openMarks: async () => (await import('./markDatabase.ts')).markDatabase(marksKey),
    onLeave,
    openShareSheet: systemShareSheet(),
    fullScreen: systemFullScreen,
    openNarrator,
  }
}

function onLeave(act: () => void): () => void {
  // A page that is hidden on a phone may be ended without another word.
  const handleVisibility = () => {
    if (document.visibilityState === 'hidden') act()
  }
  window.addEventListener('pagehide', act)
  document.addEventListener('visibilitychange', handleVisibility)
  return () => {
    window.removeEventListener('pagehide', act)
    document.removeEventListener('visibilitychange', handleVisibility)
  }
}
