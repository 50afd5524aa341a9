import type { Platform } from '../domain/ports.ts'
import { browserClipboard } from './clipboard.ts'
import { systemFullScreen } from './fullScreen.ts'
import { openNarrator } from './narrators.ts'
import { systemShareSheet } from './shareSheet.ts'
import { localText } from './storage.ts'

/** The pace of the guide for the eye, in words a minute: calm silent reading (Brysbaert 2019: 238 on average for English). */
const READING_PACE = 200

/** Everything the player needs of a browser. */
export function browserPlatform({ preferencesKey }: { preferencesKey: string }): Platform {
  return {
    clipboard: browserClipboard,
    preferences: localText(preferencesKey),
    openShareSheet: systemShareSheet(),
    fullScreen: systemFullScreen,
    openNarrator: (interview) => openNarrator(interview, READING_PACE),
  }
}
