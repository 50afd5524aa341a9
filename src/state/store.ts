import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Platform } from '../domain/ports.ts'
import { createBeyondSlice, type BeyondSlice } from './beyondSlice.ts'
import { createFocusSlice, type FocusSlice } from './focusSlice.ts'
import { createHighlightSlice, type HighlightSlice } from './highlightSlice.ts'
import { createLensSlice, type LensSlice } from './lensSlice.ts'
import { createLinkSlice, type LinkSlice } from './linkSlice.ts'
import { createMarksSlice, type MarksSlice } from './marksSlice.ts'
import { createNoticeSlice, type NoticeSlice } from './noticeSlice.ts'
import { createOfferSlice, type OfferSlice } from './offerSlice.ts'
import { createPlaybackSlice, type PlaybackSlice } from './playbackSlice.ts'
import { createPlayerSlice, type Page, type PlayerSlice } from './playerSlice.ts'
import { createPreferencesSlice, type PreferencesSlice } from './preferencesSlice.ts'
import { createToolSlice, type ToolSlice } from './toolSlice.ts'

export type AppState = PlayerSlice &
  PreferencesSlice &
  NoticeSlice &
  LinkSlice &
  HighlightSlice &
  PlaybackSlice &
  OfferSlice &
  FocusSlice &
  BeyondSlice &
  MarksSlice &
  LensSlice &
  ToolSlice
export type AppStore = StoreApi<AppState>

/** Makes the store. `page` is what the page at hand shows, or null when it shows no interview. */
export function createAppStore(platform: Platform, page: Page | null): AppStore {
  return createStore<AppState>()((...api) => ({
    ...createPlayerSlice(page)(...api),
    ...createPreferencesSlice(...api),
    ...createNoticeSlice(platform)(...api),
    ...createLinkSlice(platform)(...api),
    ...createPlaybackSlice(platform)(...api),
    ...createOfferSlice(...api),
    ...createFocusSlice(platform)(...api),
    ...createBeyondSlice(...api),
    ...createToolSlice(...api),
    ...createMarksSlice(platform)(...api),
    ...createLensSlice(...api),
    ...createHighlightSlice(...api),
  }))
}
