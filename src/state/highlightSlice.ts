import type { StateCreator } from 'zustand'
import type { Turn } from '../domain/interview.ts'
import type { MarkedTurn } from '../domain/markedRuns.ts'
import type { AppState } from './store.ts'

export interface HighlightSlice {
  /** The turns whose words are marked by elements. Empty where the browser marks ranges by itself. */
  readonly markedTurns: ReadonlyMap<Turn, MarkedTurn>
  markTurns(markedTurns: ReadonlyMap<Turn, MarkedTurn>): void
}

export const createHighlightSlice: StateCreator<AppState, [], [], HighlightSlice> = (set) => ({
  markedTurns: new Map(),
  markTurns: (markedTurns) => set({ markedTurns }),
})
