import type { StateCreator } from 'zustand'
import type { Baggage } from '../domain/address.ts'
import type { TopicId } from '../domain/interview.ts'
import type { OutlineEntry } from '../domain/part.ts'
import type { AppState } from './store.ts'

/** A place in another part of a long interview than the one that is open, as it is asked for. */
export type Beyond =
  /** Over the end of the part, or before its beginning. */
  | { readonly to: 'neighbour'; readonly unit: 'turn' | 'answer' | 'exchange'; readonly by: 1 | -1 }
  /** A turn by its index in the whole; a step where many of them come in a row; `isLanding` where a link is still on its way to it. */
  | { readonly to: 'turn'; readonly index: number; readonly isStep: boolean; readonly isLanding?: true }
  /** A section; `by` where it is stepped to, so that a lens leads on from one of which it shows nothing. */
  | { readonly to: 'section'; readonly entry: OutlineEntry; readonly by?: 1 | -1 }
  /** What is said at a time, in seconds from the beginning of the whole. */
  | { readonly to: 'time'; readonly seconds: number }
  | { readonly to: 'mention'; readonly topic: TopicId; readonly by: 1 | -1 }
  /** An address from the site's root; `isThere` when the address bar names it already; `link` where its words are pointed at too. */
  | {
      readonly to: 'path'
      readonly path: string
      readonly isThere: boolean
      readonly link?: Omit<Baggage, 'isDamaged'>
    }

export interface BeyondSlice {
  /** Where the reader wants to go, for as long as it takes to get there; one object for each time that they ask. */
  readonly beyond: Beyond | null
  goBeyond(beyond: Beyond | null): void
}

export const createBeyondSlice: StateCreator<AppState, [], [], BeyondSlice> = (set) => ({
  beyond: null,
  goBeyond: (beyond) => set({ beyond }),
})
