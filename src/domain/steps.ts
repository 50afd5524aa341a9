import { answerFrom, exchangeFrom, exchangeOf } from './exchanges.ts'
import { shownStep, type Fold } from './folds.ts'
import type { Interview } from './interview.ts'

/** What a step goes by. */
export type StepUnit = 'turn' | 'answer' | 'exchange'

interface Step {
  readonly unit: StepUnit
  /** The index of the turn it starts from; -1 above the first. */
  readonly from: number
  readonly by: 1 | -1
  /** By turn, what a lens shows: steps stay inside it. Null for all. */
  readonly shown: readonly boolean[] | null
}

/** The index of the turn that a step leads to; null at an end. */
export function stepTarget(interview: Interview, { unit, from, by, shown }: Step): number | null {
  return shownStep(shown, from, (at) => {
    if (unit === 'turn') return oneTurn(interview, at + by)
    if (unit === 'answer') return oneTurn(interview, answerFrom(interview, at, by))
    const start = exchangeFrom(interview, at, by)
    return start === null ? null : exchangeOf(interview, start)
  })
}

/** A turn as a stretch; null where there is none. */
export function oneTurn(interview: Interview, at: number | null): Fold | null {
  return at !== null && interview.turns[at] ? { start: at, end: at + 1 } : null
}
