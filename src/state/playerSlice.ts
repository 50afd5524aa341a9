import type { StateCreator } from 'zustand'
import type { Interview, TopicId, TurnId } from '../domain/interview.ts'
import { firstShown, shownFrom, shownStep, withOpened } from '../domain/folds.ts'
import { START, topOf, turnOfPlace, type Place } from '../domain/link.ts'
import { outlineOf, outlinePosition } from '../domain/outline.ts'
import type { OutlineEntry } from '../domain/part.ts'
import { oneTurn, stepTarget, type StepUnit } from '../domain/steps.ts'
import { nextMention } from '../domain/topics.ts'
import type { AppState } from './store.ts'

/**
 * How the reader came to a place. It decides what follows: whether the text moves, and whether the address bar is
 * replaced (stepping, reading) or gets a new entry that Back undoes (jumping, picking).
 */
export type Arrival =
  | 'opening' // the page was made for this place and stands at it already
  | 'landing' // an address led here: a link, Back, Forward
  | 'stepping' // to a neighbour, by key or button
  | 'jumping' // to a topic, along the ribbon, to a mention
  | 'picking' // by a click on the turn itself
  | 'reading' // by scrolling to it
  | 'playing' // by what is being said

export interface Visit {
  readonly place: Place
  readonly by: Arrival
  /** The sentence of the turn that was picked, by its index; left out where the turn as a whole was. */
  readonly sentence?: number
}

export interface PlayerSlice {
  /** The interview that is open; null on the pages that show none. */
  readonly interview: Interview | null
  /** Where the reader is, as one object for each arrival: arriving twice at the same place gives two visits. */
  readonly visit: Visit
  openInterview(interview: Interview, place: Place): void
  land(place: Place): void
  /** To the next (1) or previous (-1) turn; in focus mode to the first turn of the next or previous exchange. */
  stepTurn(by: 1 | -1): void
  /** To the next or previous answer. */
  stepAnswer(by: 1 | -1): void
  stepToEnd(end: 'first' | 'last'): void
  /** To any turn, as a step: along the ribbon by key. */
  stepTo(turn: TurnId): void
  jump(place: Place): void
  /** To the heading before or after the current section's. */
  jumpSection(by: 1 | -1): void
  /** To a topic by its number, from 1. */
  jumpTopic(number: number): void
  /** To the next or previous turn elsewhere that mentions a topic, going round. */
  jumpMention(topic: TopicId, by: 1 | -1): void
  /** To the turn that was clicked, and in what plays to its sentence. */
  pick(turn: TurnId, sentence?: number | null): void
  read(place: Place): void
  /** Makes the turn that is being said the current one. */
  follow(turn: TurnId): void
}

export interface Page {
  readonly interview: Interview
  readonly place: Place
}

export const createPlayerSlice =
  (page: Page | null): StateCreator<AppState, [], [], PlayerSlice> =>
  (set, get) => {
    /** Nobody is ever led to what is folded away: it is opened before. */
    const reveal = (place: Place) => {
      const { interview: open, lens, putOnLens } = get()
      const turn = open && lens ? turnOfPlace(open, place) : null
      if (lens && turn !== null && !lens.shown[turn]) putOnLens({ ...lens, shown: withOpened(lens.shown, turn) })
    }

    const arrive = (place: Place, by: Arrival) => {
      if (by !== 'reading') reveal(place)
      set({ visit: { place, by } })
    }

    /** Acts on the open interview and its current turn (-1: above the first); without an interview nothing happens. */
    const within = (act: (interview: Interview, current: number) => void) => {
      const { interview, visit } = get()
      if (interview) act(interview, turnOfPlace(interview, visit.place) ?? -1)
    }

    const arriveAtTurn = (interview: Interview, index: number | null | undefined, by: Arrival) => {
      const turn = index === null || index === undefined ? undefined : interview.turns[index]
      if (turn) arrive({ kind: 'turn', turn: turn.id }, by)
    }

    /** Inside the lens; into the neighbouring part where there is nothing that way in this one. */
    const step = (unit: StepUnit, by: 1 | -1) =>
      within((interview, from) => {
        const index = stepTarget(interview, { unit, from, by, shown: get().lens?.shown ?? null })
        const neighbour = by > 0 ? interview.part?.next : interview.part?.previous
        if (neighbour && index === null) get().goBeyond({ to: 'neighbour', unit, by })
        else arriveAtTurn(interview, index, 'stepping')
      })

    const jumpToEntry = (interview: Interview, entry: OutlineEntry, towards: { by?: 1 | -1 } = {}) => {
      const { topic, turn, part } = entry
      if (interview.part && interview.part.number !== part) get().goBeyond({ to: 'section', entry, ...towards })
      else arrive(topic ? { kind: 'topic', topic } : { kind: 'turn', turn }, 'jumping')
    }

    return {
      interview: page?.interview ?? null,
      visit: { place: page?.place ?? START, by: 'opening' },
      openInterview: (interview, place) => {
        // What a link said of another visit means nothing in this one.
        const link = get().isLinkForNext ? {} : { landing: null, marked: null }
        set({ interview, visit: { place, by: 'landing' }, sharing: null, isLinkForNext: false, ...link })
      },
      land: (place) => arrive(place, 'landing'),
      stepTurn: (by) => step(get().isFocused ? 'exchange' : 'turn', by),
      stepAnswer: (by) => step('answer', by),
      stepToEnd: (end) =>
        within((interview) => {
          const { first = 0, total = interview.turns.length } = interview.part ?? {}
          const outer = end === 'first' ? 0 : total - 1
          const index =
            first + (shownFrom(get().lens?.shown ?? null, outer - first, end === 'first' ? 1 : -1) ?? outer - first)
          if (interview.turns[index - first]) arriveAtTurn(interview, index - first, 'stepping')
          else get().goBeyond({ to: 'turn', index, isStep: true })
        }),
      stepTo: (turn) => arrive({ kind: 'turn', turn }, 'stepping'),
      jump: (place) => arrive(place, 'jumping'),
      jumpSection: (by) =>
        within((interview, current) => {
          const at = current < 0 ? -1 : outlinePosition(interview, current)
          const outline = outlineOf(interview)
          const first = interview.part?.first ?? 0
          for (let to = at + by, entry = outline[to]; entry; entry = outline[(to += by)]) {
            const section = { start: entry.start - first, end: (outline[to + 1]?.start ?? Infinity) - first }
            const isHere = entry.part === (interview.part?.number ?? 1)
            const turn = isHere ? firstShown(get().lens?.shown ?? null, section) : section.start
            if (turn === section.start) return jumpToEntry(interview, entry, { by })
            if (turn !== null) return arriveAtTurn(interview, turn, 'jumping')
            if (isHere && interview.part?.next && section.end > interview.turns.length)
              return get().goBeyond({ to: 'section', entry, by })
          }
        }),
      jumpTopic: (number) =>
        within((interview) => {
          const topic = interview.topics[number - 1]
          const entry = topic && outlineOf(interview).find((each) => each.topic === topic.id)
          if (entry) jumpToEntry(interview, entry)
        }),
      jumpMention: (topic, by) =>
        within((interview, current) => {
          if (interview.part) get().goBeyond({ to: 'mention', topic, by })
          else {
            const next = shownStep(get().lens?.shown ?? null, current, (from) =>
              oneTurn(interview, nextMention(interview, { topic, from, by })),
            )
            arriveAtTurn(interview, next, 'jumping')
          }
        }),
      pick(turn, sentence) {
        const place = { kind: 'turn', turn } as const
        set({ visit: sentence == null ? { place, by: 'picking' } : { place, by: 'picking', sentence } })
      },
      read: (place) => within((interview) => arrive(place.kind === 'start' ? topOf(interview) : place, 'reading')),
      follow: (turn) => arrive({ kind: 'turn', turn }, 'playing'),
    }
  }
