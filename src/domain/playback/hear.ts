import type { Interview } from '../interview.ts'
import { begin } from './begin.ts'
import { compareCursors, isPast, rangeOfCursor } from './cursor.ts'
import type { NarratorEvent, Run } from './narrator.ts'
import type { Outcome } from './plan.ts'
import { clampRate } from './rates.ts'
import type { Playback } from './state.ts'

/** Playing after a narrator's event. What it says counts only while its run is on, and only forwards. */
export function hear(interview: Interview, state: Playback, event: NarratorEvent): Playback {
  const { phase, cursor } = state
  if (event.kind === 'changed') {
    const { capabilities } = event
    return { ...state, capabilities, rate: clampRate(state.rate, capabilities.rates) }
  }
  if ((phase.kind !== 'starting' && phase.kind !== 'playing') || event.generation !== state.generation) return state
  const { run, word } = phase
  switch (event.kind) {
    case 'sentence': {
      const isForward = compareCursors(event.cursor, cursor) >= 0
      if (!isForward || !rangeOfCursor(interview, event.cursor) || isPast(event.cursor, run.until)) return state
      return { ...state, cursor: event.cursor, phase: { ...phase, kind: 'playing', word: null } }
    }
    case 'word': {
      const { start, end } = event
      const range = rangeOfCursor(interview, cursor)
      const isThere = range && event.turn === cursor.turn && start >= range.start && end <= range.end && start < end
      if (!isThere || (word && start < word.start)) return state
      return { ...state, phase: { ...phase, kind: 'playing', word: { start, end } } }
    }
    case 'turnEnd': {
      const next = { turn: event.turn + 1, sentence: 0 }
      if (event.turn !== cursor.turn || !interview.turns[next.turn] || isPast(next, run.until)) return state
      return { ...state, cursor: next, phase: { ...phase, word: null } }
    }
    case 'finished':
      return finish(interview, state, { until: run.until, outcome: phase.outcome })
    case 'stalled':
      return phase.kind === 'starting' ? state : { ...state, phase: { ...phase, kind: 'starting' } }
    case 'flowing':
      return phase.kind === 'playing' ? state : { ...state, phase: { ...phase, kind: 'playing' } }
    case 'failed':
      return { ...state, phase: { kind: 'failed', reason: event.reason } }
  }
}

function finish(
  interview: Interview,
  state: Playback,
  { until, outcome }: Pick<Run, 'until'> & { outcome: Outcome },
): Playback {
  if (!until || outcome.kind === 'end') return { ...state, phase: { kind: 'ended', at: 'end', next: null } }
  switch (outcome.kind) {
    case 'goOn':
      return begin(interview, state, until)
    case 'wait':
      return { ...state, phase: { kind: 'waiting', after: outcome.after, next: until } }
    case 'stop':
      return { ...state, phase: { kind: 'ended', at: outcome.at, next: until } }
  }
}
