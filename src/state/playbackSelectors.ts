import { rangeOfCursor } from '../domain/playback/cursor.ts'
import { runOf } from '../domain/playback/state.ts'
import type { TextRange } from '../domain/quote.ts'
import type { PlaybackSlice } from './playbackSlice.ts'
import type { AppState } from './store.ts'

type State = Pick<AppState, 'interview'> & Pick<PlaybackSlice, 'playback'>

/** True while a narrator is at work. */
export function selectIsPlaying({ playback }: State): boolean {
  return runOf(playback) !== null
}

/** True while a recording is waited for that is to be played: for the file, or for more of it. */
export function selectIsWaiting({ playback: { phase, capabilities } }: State): boolean {
  return phase.kind === 'starting' && capabilities.keepsTime
}

/** The turn that is being said, or was when it was paused; null before playing and after it was stopped. */
export function selectSpokenTurn({ playback }: State): number | null {
  return playback.phase.kind === 'idle' ? null : playback.cursor.turn
}

/** The sentence that is being said, in a turn's text; null in every other turn. The same object for as long as it lasts. */
export function selectSpokenSentence(turn: number): (state: State) => TextRange | null {
  return (state) =>
    state.interview && selectSpokenTurn(state) === turn ? rangeOfCursor(state.interview, state.playback.cursor) : null
}

/** The word that is reached, in a turn's text; null in every other turn, and while no words are told. */
export function selectSpokenWord(turn: number): (state: State) => TextRange | null {
  return ({ playback: { phase, cursor } }) => ('word' in phase && cursor.turn === turn ? phase.word : null)
}
