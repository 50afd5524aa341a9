import type { Platform } from '../domain/ports.ts'
import { browserClipboard } from './clipboard.ts'
import { openNarrator } from './narrators.ts'
import { systemShareSheet } from './shareSheet.ts'
import { localText } from './storage.ts'

/** Everything the player needs of a browser. */
export function browserPlatform({
  preferencesKey,
  placesKey,
}: Record<'preferencesKey' | 'placesKey', string>): Platform {
  return {
    clipboard: browserClipboard,
    preferences: localText(preferencesKey),
    places: localText(placesKey),
    openShareSheet: systemShareSheet(),
    openNarrator,
  }
}
