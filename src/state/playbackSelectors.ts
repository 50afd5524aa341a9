import { partLabel, partOf } from '../domain/exchanges.ts'
import type { Interview } from '../domain/interview.ts'
import { runOf, type Phase } from '../domain/playback/state.ts'
import { sectionOf } from '../domain/topics.ts'
import type { PlaybackSlice } from './playbackSlice.ts'
import type { AppState } from './store.ts'

type State = Pick<AppState, 'interview'> & Pick<PlaybackSlice, 'playback'>

/** True while a narrator is at work. */
export function selectIsPlaying({ playback }: State): boolean {
  return runOf(playback) !== null
}

/** True while a recording is waited for that is to be played: for the file, or for more of it. */
export function selectIsBuffering({ playback: { phase, capabilities } }: State): boolean {
  return phase.kind === 'starting' && capabilities.keepsTime
}

/** The turn that is being said, or was when it was paused; null before playing and after it was stopped. */
export function selectSpokenTurn({ playback }: State): number | null {
  return playback.phase.kind === 'idle' ? null : playback.cursor.turn
}

/** Where playing waits for the reader, or has ended, in words: "End of China"; empty at any other time. */
export function describePause({ interview, playback: { phase, cursor, options } }: State): string {
  if (!interview || (phase.kind !== 'waiting' && phase.kind !== 'ended')) return ''
  const part = partLabel(partOf(interview, cursor.turn))?.toLowerCase() ?? 'this turn'
  if (phase.kind === 'waiting') return phase.after === 'answer' ? `End of ${part}` : 'End of the sentence'
  if (phase.at === 'turn') return `End of ${part}`
  if (phase.at === 'topic' || options.scope === 'topic')
    return `End of ${sectionOf(interview, cursor.turn).heading ?? 'this part'}`
  return isEndOfPart(interview, phase) ? '' : 'End of the interview'
}

/** True where it has come to the end of a part that is not the last: it goes on in the next. */
export function isEndOfPart(interview: Interview | null, phase: Phase): boolean {
  return interview?.part?.next != null && phase.kind === 'ended' && phase.at === 'end'
}

/** True while something is being said that a screen reader must not talk over. */
export function selectIsReadingAloud(state: State): boolean {
  return selectIsPlaying(state) && state.playback.capabilities.isAudible && !state.playback.isMuted
}

/** True where there is something for the reader to choose: again, next, or where they stopped the last time. */
export function selectIsWaiting({ interview, playback: { phase }, offer }: AppState): boolean {
  if (isEndOfPart(interview, phase)) return false
  return phase.kind === 'waiting' || phase.kind === 'ended' || (offer !== null && phase.kind === 'idle')
}
