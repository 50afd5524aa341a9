import type { StateCreator } from 'zustand'
import type { Lens } from '../domain/lens.ts'
import type { AppState } from './store.ts'

/** A lens that is on, and by turn what is shown: what it shows, and what was opened since. */
export interface LensInUse {
  readonly lens: Lens
  readonly shown: readonly boolean[]
}

export interface LensSlice {
  /** Null where everything is shown. */
  readonly lens: LensInUse | null
  /** Puts a lens on, changes what is shown in it, or takes it off; what plays stays inside it. */
  putOnLens(lens: LensInUse | null): void
}

export const createLensSlice: StateCreator<AppState, [], [], LensSlice> = (set, get) => ({
  lens: null,
  putOnLens(lens) {
    set({ lens })
    get().choosePlayback({ shown: lens && lens.shown })
  },
})
