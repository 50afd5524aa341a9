import { answerFrom, partsOf } from '../exchanges.ts'
import type { Interview } from '../interview.ts'
import { sectionOf } from '../topics.ts'
import { FIRST, isPast, sentenceFrom, type Cursor } from './cursor.ts'

export const SCOPES = ['all', 'topic', 'answers'] as const
export const STOPS = ['end', 'turn', 'topic'] as const
export const PAUSES = ['nothing', 'answer', 'sentence'] as const

/** How the reader wants it to be played. */
export interface PlaybackOptions {
  /** What to play: everything, the topic at hand, or the answers; then the questions are shown, and not said. */
  readonly scope: (typeof SCOPES)[number]
  /** Where to stop. Playing again goes on behind it. */
  readonly stopAt: (typeof STOPS)[number]
  /** Where to wait for the reader: for those who study an interview, or its language. */
  readonly pauseAfter: (typeof PAUSES)[number]
  /** By turn, whether the reader sees it: what a lens folds away is not said. Null where all of it is there. */
  readonly shown: readonly boolean[] | null
}

export const DEFAULT_OPTIONS: PlaybackOptions = { scope: 'all', stopAt: 'end', pauseAfter: 'nothing', shown: null }

/** What happens when a run is over. */
export type Outcome =
  | { readonly kind: 'goOn' } // with the next answer
  | { readonly kind: 'wait'; readonly after: 'answer' | 'sentence' }
  | { readonly kind: 'stop'; readonly at: 'turn' | 'topic' }
  | { readonly kind: 'end' } // all that was to be played was

/** A stretch without a break, and what comes after it. */
export interface Plan {
  readonly from: Cursor
  /** The first sentence behind the stretch; null at the end of the interview. */
  readonly until: Cursor | null
  readonly outcome: Outcome
}

/**
 * What to play from a place: up to the first of all the places where something is to happen. Null when nothing is left.
 *
 *     question 1    answer 1             │ question 2    answer 2     scope: answers, pauseAfter: answer, from question 1
 *                   └ from ──────────────┴ until, then wait
 */
export function planFrom(interview: Interview, options: PlaybackOptions, place: Cursor): Plan | null {
  const from = saidFrom(interview, options, place)
  if (!from || !interview.turns[from.turn]) return null
  let until: Cursor | null = null
  let outcome: Outcome = { kind: 'end' }
  // The weightier come first: of two at the same place the earlier in this list stays.
  for (const limit of limitsFrom(interview, options, from))
    if (limit.until && !isPast(limit.until, until)) ({ until, outcome } = limit)

  if (options.scope === 'answers' || options.shown) {
    const unsaid = nextUnsaid(interview, options, from.turn)
    const isWhole = unsaid !== null && !isPast(unsaid, until)
    const end = isWhole ? unsaid : until
    const next = end && saidFrom(interview, options, end)
    if (!next) return { from, until: end, outcome: { kind: 'end' } } // questions that nobody answers are not waited for
    if (isWhole && !isPast(next, until)) return { from, until: end, outcome: { kind: 'goOn' } }
    return { from, until: end, outcome }
  }
  return { from, until, outcome }
}

function limitsFrom(interview: Interview, { scope, stopAt, pauseAfter }: PlaybackOptions, from: Cursor): Plan[] {
  const section = startOfTurn(interview, sectionOf(interview, from.turn).end)
  const limits: Plan[] = []
  if (scope === 'topic') limits.push({ from, until: section, outcome: { kind: 'end' } })
  if (stopAt === 'turn')
    limits.push({ from, until: startOfTurn(interview, from.turn + 1), outcome: { kind: 'stop', at: 'turn' } })
  if (stopAt === 'topic') limits.push({ from, until: section, outcome: { kind: 'stop', at: 'topic' } })
  if (pauseAfter === 'answer')
    limits.push({ from, until: endOfAnswer(interview, from.turn), outcome: { kind: 'wait', after: 'answer' } })
  if (pauseAfter === 'sentence')
    limits.push({ from, until: sentenceFrom(interview, from, 1), outcome: { kind: 'wait', after: 'sentence' } })
  return limits
}

function startOfTurn(interview: Interview, turn: number): Cursor | null {
  return interview.turns[turn] ? { turn, sentence: 0 } : null
}

/** The first place behind the answer that a turn belongs to, or is followed by; null at the end of the interview. */
function endOfAnswer(interview: Interview, turn: number): Cursor | null {
  const parts = partsOf(interview)
  const last = parts.findIndex(
    ({ role }, index) => index >= turn && role === 'guest' && parts[index + 1]?.role !== 'guest',
  )
  return last < 0 ? null : startOfTurn(interview, last + 1)
}

/** The first turn behind another that is not to be said; null when there is none. */
function nextUnsaid(interview: Interview, options: PlaybackOptions, turn: number): Cursor | null {
  let next = turn + 1
  while (next < interview.turns.length && isSaid(interview, options, next)) next += 1
  return startOfTurn(interview, next)
}

/** True when a turn is to be said, and not only shown, nor folded away. */
export function isSaid(
  interview: Interview,
  { scope, shown }: Pick<PlaybackOptions, 'scope' | 'shown'>,
  turn: number,
): boolean {
  return (scope !== 'answers' || partsOf(interview)[turn]?.role === 'guest') && (shown?.[turn] ?? true)
}

/** The first sentence from a place on that is to be said; null when only questions are left, and they are not. */
function saidFrom(interview: Interview, options: PlaybackOptions, place: Cursor): Cursor | null {
  if (isSaid(interview, options, place.turn)) return place
  let turn = place.turn + 1
  while (turn < interview.turns.length && !isSaid(interview, options, turn)) turn += 1
  return startOfTurn(interview, turn)
}

/** Where to begin again: the answer or sentence that was waited after, the turn, the topic, or everything. */
export function startAgain(
  interview: Interview,
  { scope }: PlaybackOptions,
  { cursor, after }: { cursor: Cursor; after: 'answer' | 'sentence' | 'turn' | 'topic' | 'end' },
): Cursor {
  const { turn } = cursor
  if (after === 'sentence') return cursor
  if (after === 'turn') return { turn, sentence: 0 }
  if (after === 'answer') return { turn: answerFrom(interview, turn + 1, -1) ?? turn, sentence: 0 }
  return after === 'topic' || scope === 'topic' ? { turn: sectionOf(interview, turn).start, sentence: 0 } : FIRST
}

/** One step of the reader's; only to what is to be said. Null when there is nothing that way. */
export function cursorStep(
  interview: Interview,
  options: PlaybackOptions,
  { from, unit, by }: { from: Cursor; unit: 'sentence' | 'turn' | 'answer'; by: 1 | -1 },
): Cursor | null {
  let next: Cursor | null = from
  do {
    if (unit === 'answer') {
      const answer = answerFrom(interview, next.turn, by)
      if (answer === null) return null
      next = { turn: answer, sentence: 0 }
    } else next = unit === 'turn' ? startOfTurn(interview, next.turn + by) : sentenceFrom(interview, next, by)
  } while (next && !isSaid(interview, options, next.turn))
  return next
}
