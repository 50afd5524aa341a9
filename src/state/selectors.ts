import { exchangeOf, partLabel, partOf, type Exchange } from '../domain/exchanges.ts'
import { turnAt, type Interview } from '../domain/interview.ts'
import { turnOfPlace, type Place } from '../domain/link.ts'
import { outlinePosition } from '../domain/outline.ts'
import { hueOf, sectionOf } from '../domain/topics.ts'
import { describePause, selectIsReadingAloud } from './playbackSelectors.ts'
import type { AppState } from './store.ts'

/** The index of the current turn; null above the first turn, and when no interview is open. */
export function selectCurrentTurn({ interview, visit }: AppState): number | null {
  return interview && turnOfPlace(interview, visit.place)
}

/** The position in the outline of the section that the reader is in; null above the first turn. */
export function selectCurrentSection(state: AppState): number | null {
  const current = selectCurrentTurn(state)
  if (!state.interview || current === null) return null
  return outlinePosition(state.interview, current)
}

/** The exchange on the stage, above the first turn the first one; null outside focus mode. The same object for as long as it stands. */
export function selectStage(state: AppState): Exchange | null {
  const { interview, isFocused } = state
  return interview && isFocused ? exchangeOf(interview, selectCurrentTurn(state) ?? 0) : null
}

/** Where a turn stands, in words: for the transport and for a screen reader. */
export interface Caption {
  readonly section: string | null
  readonly hue: number
  /** "Answer 4", or the speaker's label for a turn that nobody answers. */
  readonly part: string
  readonly speaker: string
}

/** What there is to say about the place of the turn at `index`. */
export function captionOf(interview: Interview, index: number): Caption {
  const { speaker } = turnAt(interview, index)
  const section = sectionOf(interview, index)
  return {
    section: section.heading,
    hue: hueOf(interview, section.topic),
    part: partLabel(partOf(interview, index)) ?? speaker,
    speaker,
  }
}

/** A place in one line, as a screen reader says it: "China, Answer 4, Dr. Carter". */
export function describePlace(interview: Interview, place: Place): string {
  const index = turnOfPlace(interview, place)
  if (index === null) return interview.shortTitle
  const { section, part, speaker } = captionOf(interview, index)
  return [...new Set([section, part, speaker])].filter(Boolean).join(', ')
}

/**
 * What is said politely: the place after a jump, whose words or keys do not speak for themselves, and where playing waits
 * for the reader. Empty at any other time, and while it reads aloud.
 */
export function selectAnnouncement(state: AppState): string {
  const { interview, visit } = state
  if (!interview || selectIsReadingAloud(state)) return ''
  return describePause(state) || (visit.by === 'jumping' ? describePlace(interview, visit.place) : '')
}
