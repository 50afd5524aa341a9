import type { StateCreator } from 'zustand'
import type { Platform } from '../domain/ports.ts'
import type { AppState } from './store.ts'

export interface FocusSlice {
  /** Whether one exchange stands alone on the screen. It is the same place: neither kept nor in the address. */
  readonly isFocused: boolean
  /** Enters focus mode, with the system's full screen where there is one, or leaves both. */
  setFocused(isFocused: boolean): void
}

export const createFocusSlice =
  ({ fullScreen }: Platform): StateCreator<AppState, [], [], FocusSlice> =>
  (set, get) => ({
    isFocused: false,
    setFocused(isFocused) {
      if (isFocused === get().isFocused) return
      set({ isFocused })
      if (isFocused) fullScreen.enter(() => get().setFocused(false))
      else fullScreen.leave()
    },
  })
