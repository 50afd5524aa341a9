import type { StateCreator } from 'zustand'
import { DEFAULT_PREFERENCES, type Preferences } from '../domain/preferences.ts'
import type { AppState } from './store.ts'

export interface PreferencesSlice {
  /** The defaults until hydration is over, so that the first state in the browser is the one the page was made with. */
  readonly preferences: Preferences
  /** Whether `preferences` are the reader's own by now. */
  readonly arePreferencesRestored: boolean
  prefer(change: Partial<Preferences>): void
  restorePreferences(kept: Preferences): void
}

export const createPreferencesSlice: StateCreator<AppState, [], [], PreferencesSlice> = (set) => ({
  preferences: DEFAULT_PREFERENCES,
  arePreferencesRestored: false,
  prefer: (change) => set(({ preferences }) => ({ preferences: { ...preferences, ...change } })),
  restorePreferences: (kept) => set({ preferences: kept, arePreferencesRestored: true }),
})
