import type { StateCreator } from 'zustand'
import type { TurnId } from '../domain/interview.ts'
import type { FollowedTrail } from '../domain/keptTrail.ts'
import type { Mark } from '../domain/marks/mark.ts'
import type { MarkStore, MarkTrouble } from '../domain/marks/markStore.ts'
import type { Platform } from '../domain/ports.ts'
import type { AppState } from './store.ts'

/** What the reader wants to mark: a turn, or the words that they have selected. */
export interface MarkWish {
  readonly what: 'keep' | 'highlight' | 'note'
  /** The turn that was pressed; null for the words that are selected, or else the current turn. */
  readonly turn: TurnId | null
}

/** The reader's marks. What keeps them is loaded with the first wish, or where there are some from before. */
export interface MarksSlice {
  /** All of them; null until they are loaded. */
  readonly marks: readonly Mark[] | null
  readonly markTrouble: MarkTrouble | null
  /** The turns that are kept whole. */
  readonly keptTurns: ReadonlySet<string>
  /** For as long as it takes to fulfil it; one object for each time. */
  readonly markWish: MarkWish | null
  /** The mark whose note is being written, by its id; empty while it is still being made. */
  readonly noteInHand: string | null
  /** Whether there were marks when the page was opened. */
  readonly hasMarks: boolean
  /** A trail that came as a file. One that came as a link is in the address. */
  readonly trail: FollowedTrail | null
  /** One that was followed in this tab before the page was loaded, as it was kept; null once another is, or none. */
  readonly keptTrail: string | null
  openMarks(): Promise<MarkStore>
  wishMark(wish: MarkWish | null): void
  writeNote(mark: string | null): void
  /** Takes over what is kept, and what went wrong. */
  takeMarks(marks: readonly Mark[], trouble: MarkTrouble | null): void
  /** Follows a trail of a file, goes on in it, or leaves it (null). */
  followTrail(trail: FollowedTrail | null): void
  /** Keeps a trail for when the page is loaded again; an empty text for none. */
  keepTrail(text: string): void
}

export const createMarksSlice =
  ({ openMarks, marksHint, trail }: Platform): StateCreator<AppState, [], [], MarksSlice> =>
  (set) => ({
    marks: null,
    markTrouble: null,
    keptTurns: new Set(),
    markWish: null,
    noteInHand: null,
    hasMarks: marksHint.read() !== null,
    trail: null,
    keptTrail: trail.read() || null,
    openMarks,
    followTrail: (followed) => set({ trail: followed, keptTrail: null }),
    keepTrail: (text) => trail.write(text),
    wishMark: (markWish) => set({ markWish, ...(markWish?.what === 'note' && { noteInHand: '', typedAhead: '' }) }),
    writeNote: (noteInHand) => set({ noteInHand }),
    takeMarks(marks, markTrouble) {
      if (marks.length > 0) marksHint.write('1')
      const kept = marks.filter(({ quote }) => quote === null)
      set({ marks, markTrouble, keptTurns: new Set(kept.map(({ interview, turn }) => `${interview}/${turn}`)) })
    },
  })
