import type { Interview } from '../interview.ts'
import { clampCursor, compareCursors, type Cursor } from './cursor.ts'
import type { Run } from './narrator.ts'
import { planFrom } from './plan.ts'
import type { Playback } from './state.ts'

/** Playing from a place on, under a new generation; at its end when nothing is left to play there. */
export function begin(interview: Interview, state: Playback, from: Cursor, isResumed = false): Playback {
  const place = clampCursor(interview, from)
  const plan = planFrom(interview, state.options, place)
  if (!plan) return { ...state, cursor: place, phase: { kind: 'ended', at: 'end', next: null } }
  const generation = state.generation + 1
  const isSame = isResumed && compareCursors(plan.from, state.cursor) === 0
  const run: Run = { generation, from: plan.from, until: plan.until, isResumed: isSame }
  const word = isSame && state.phase.kind === 'paused' ? state.phase.word : null
  return { ...state, generation, cursor: plan.from, phase: { kind: 'starting', run, outcome: plan.outcome, word } }
}
