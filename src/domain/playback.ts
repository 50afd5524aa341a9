import type { Interview } from './interview.ts'
import { begin } from './playback/begin.ts'
import { clampCursor, compareCursors, type Cursor } from './playback/cursor.ts'
import { hear } from './playback/hear.ts'
import { cursorStep, planFrom, startAgain } from './playback/plan.ts'
import { clampRate, stepRate } from './playback/rates.ts'
import { runOf, type Phase, type Playback, type PlaybackEvent } from './playback/state.ts'

/** What playing is at after an event. Gives the same object when the event changes nothing; never throws. */
export function playbackReducer(interview: Interview, state: Playback, event: PlaybackEvent): Playback {
  const { phase, cursor, options, capabilities } = state
  const isActive = runOf(state) !== null
  switch (event.kind) {
    case 'play':
      if (event.from) return begin(interview, state, event.from)
      if (isActive) return state
      if (phase.kind === 'ended' && !phase.next)
        return begin(interview, state, startAgain(interview, options, { cursor, after: phase.at }))
      if (phase.kind === 'waiting' || phase.kind === 'ended') return begin(interview, state, phase.next ?? cursor)
      return begin(interview, state, cursor, phase.kind === 'paused' && phase.isCut)
    case 'again': {
      const after = phase.kind === 'waiting' ? phase.after : phase.kind === 'ended' ? phase.at : 'sentence'
      return begin(interview, state, startAgain(interview, options, { cursor, after }))
    }
    case 'pause':
      if (phase.kind !== 'starting' && phase.kind !== 'playing') return state
      return { ...state, phase: { kind: 'paused', isCut: true, word: phase.word } }
    case 'stop':
      return phase.kind === 'idle' ? state : { ...state, phase: { kind: 'idle' } }
    case 'step': {
      const to = cursorStep(interview, options, { from: cursor, unit: event.unit, by: event.by })
      return to ? goTo(interview, state, to) : state
    }
    case 'jump':
      return goTo(interview, state, event.to)
    case 'choose':
      return choose(interview, { ...state, options: { ...options, ...event.options } })
    case 'setRate':
      return { ...state, rate: clampRate(event.rate, capabilities.rates) }
    case 'stepRate':
      return { ...state, rate: clampRate(stepRate(state.rate, event.by), capabilities.rates) }
    case 'setVolume': {
      const volume = Number.isNaN(event.volume) ? state.volume : Math.min(Math.max(event.volume, 0), 1)
      return { ...state, volume, isMuted: false }
    }
    case 'mute':
      return { ...state, isMuted: event.isMuted }
    case 'narrator':
      return hear(interview, state, event.event)
  }
}

function goTo(interview: Interview, state: Playback, to: Cursor): Playback {
  const { kind } = state.phase
  // Who waits to study the next sentence and goes to another one wants to hear it.
  if (runOf(state) || kind === 'waiting') return begin(interview, state, to)
  const phase: Phase = kind === 'idle' ? state.phase : { kind: 'paused', isCut: false, word: null }
  return { ...state, cursor: clampCursor(interview, to), phase }
}

/** With other options the run may end elsewhere, or what is being said may not be wanted any more. */
function choose(interview: Interview, state: Playback): Playback {
  const { phase, cursor } = state
  if (phase.kind !== 'starting' && phase.kind !== 'playing') return state
  const plan = planFrom(interview, state.options, cursor)
  if (!plan || compareCursors(plan.from, cursor) !== 0) return begin(interview, state, cursor)
  return { ...state, phase: { ...phase, run: { ...phase.run, until: plan.until }, outcome: plan.outcome } }
}
