import type { StateCreator } from 'zustand'
import type { Baggage } from '../domain/address.ts'
import type { Interview, TurnId } from '../domain/interview.ts'
import type { OpenShareSheet, Platform } from '../domain/ports.ts'
import type { AppState } from './store.ts'

/** Words in a turn: from `start` up to but not including `end`, in UTF-16 code units of its text. */
export interface TurnRange {
  readonly turn: TurnId
  readonly start: number
  readonly end: number
}

/** What became of what a link pointed at, where there is something to say. */
export type Landing =
  /** The turn is there and its words are not those of the link; each side null where it is not known. */
  | { readonly kind: 'edited'; readonly turn: TurnId; readonly before: string | null; readonly now: string | null }
  /** It is gone, or nothing is like it enough to be sure. */
  | {
      readonly kind: 'gone'
      readonly words: string | null
      readonly candidates: readonly TurnId[]
      /** What the candidates are in, where that is more than the part that is open. */
      readonly within?: Interview
      /** So many parts of a long interview could not be looked at. Left out for none. */
      readonly unseen?: number
    }
  /** It is looked for in all parts of a long interview. `path` is the one of the link; null where that names no turn. */
  | { readonly kind: 'looking'; readonly link: Baggage; readonly path: string | null }
  /** It was found in another part when the reader had gone on already. */
  | { readonly kind: 'elsewhere'; readonly turn: TurnId; readonly within: Interview; readonly link: Baggage }
  /** Part of the link could not be read. */
  | { readonly kind: 'damaged' }

/** What can be shared: the turn, words in it, its topic, or all of it. */
export type ShareScope = 'answer' | 'sentence' | 'topic' | 'interview'

/** What the reader is about to share. */
export interface Sharing {
  readonly turn: TurnId
  /** What is offered first. */
  readonly scope: ShareScope
  /** The words, when they chose some. */
  readonly range: TurnRange | null
  /** The part of the card that is open at once. */
  readonly part: SharePartName | null
  /** Counts the times that the reader asked: asking again for the same is another time. */
  readonly request: number
}

export type SharePartName = 'cite' | 'image' | 'code'

export interface FollowedLink {
  readonly landing: Landing | null
  readonly marked: TurnRange | null
  readonly isForNext?: boolean
}

export interface LinkSlice {
  readonly landing: Landing | null
  /** The words that a link points at, marked in the text. */
  readonly marked: TurnRange | null
  readonly sharing: Sharing | null
  /** Where the page was asked to stand so that certain words are in sight, in CSS pixels from its top. */
  readonly sight: { readonly top: number; readonly isSmooth: boolean } | null
  /** Whether `landing` and `marked` are those of the interview that is about to be opened. */
  readonly isLinkForNext: boolean
  /** Null where the system has no share sheet. */
  readonly openShareSheet: OpenShareSheet | null
  /** Keeps what following a link has found; `isForNext` when the interview is still to be opened. */
  followLink(found: FollowedLink): void
  dismissLanding(): void
  bringIntoSight(top: number, isSmooth: boolean): void
  share(sharing: Omit<Sharing, 'request'>): void
  stopSharing(): void
}

export const createLinkSlice =
  ({ openShareSheet }: Platform): StateCreator<AppState, [], [], LinkSlice> =>
  (set) => ({
    openShareSheet,
    landing: null,
    marked: null,
    sharing: null,
    isLinkForNext: false,
    followLink: ({ landing, marked, isForNext = false }) => set({ landing, marked, isLinkForNext: isForNext }),
    sight: null,
    dismissLanding: () => set({ landing: null }),
    bringIntoSight: (top, isSmooth) => set({ sight: { top, isSmooth } }),
    share: (sharing) =>
      set((before) => ({ sharing: { ...sharing, request: (before.sharing?.request ?? 0) + 1 }, tool: null })),
    stopSharing: () => set({ sharing: null }),
  })
