import type { StateCreator } from 'zustand'
import type { TurnId } from '../domain/interview.ts'
import { pathOfPlace } from '../domain/link.ts'
import type { Cursor } from '../domain/playback/cursor.ts'
import type { AppState } from './store.ts'

/** Where the reader stopped the last time. */
export interface Offer {
  /** Null when it is in another part of a long interview. */
  readonly cursor: Cursor | null
  readonly turn: TurnId
  /** They listened, and did not only read. */
  readonly isPlayed: boolean
}

export interface OfferSlice {
  /** Where to go on, for as long as the reader has not gone anywhere by themselves. */
  readonly offer: Offer | null
  offerToContinue(offer: Offer): void
  /** Goes there. Nothing plays by itself; playing goes on with the sentence that was left. */
  takeOffer(): void
  dismissOffer(): void
}

export const createOfferSlice: StateCreator<AppState, [], [], OfferSlice> = (set, get, store) => {
  store.subscribe(({ offer, visit }, before) => {
    if (offer && visit !== before.visit) set({ offer: null })
  })
  return {
    offer: null,
    offerToContinue: (offer) => set({ offer }),
    takeOffer() {
      const { interview, offer, jump, movePlayback, goBeyond } = get()
      if (!interview || !offer) return
      const { cursor, turn } = offer
      const place = { kind: 'turn', turn } as const
      if (!cursor) return goBeyond({ to: 'path', path: pathOfPlace(interview, place), isThere: false })
      jump(place)
      movePlayback(cursor)
    },
    dismissOffer: () => set({ offer: null }),
  }
}
