import { speakerOf, turnAt } from '../domain/interview.ts'
import { playbackTimes } from '../domain/playback/times.ts'
import type { NowPlaying, PlayingDevices } from '../domain/ports.ts'
import { timelineOf } from '../domain/timeline.ts'
import { selectIsPlaying } from './playbackSelectors.ts'
import type { AppState, AppStore } from './store.ts'

/**
 * Does for what plays what a system expects of a player: keeps the screen lit, falls silent when another tab begins, and
 * shows and obeys the system's own controls. Returns the way to stop it.
 */
export function attendPlaying(store: AppStore, { screen, otherTabs, mediaControls }: PlayingDevices): () => void {
  const attend = (state: AppState, before: AppState | null) => {
    const isPlaying = selectIsPlaying(state)
    if (isPlaying !== (before !== null && selectIsPlaying(before))) {
      if (isPlaying) {
        screen.hold()
        if (state.playback.capabilities.isAudible) otherTabs.tell()
      } else screen.release()
    }
    const { playback, interview } = state
    const isOther =
      interview !== before?.interview ||
      playback.phase.kind !== before?.playback.phase.kind ||
      playback.cursor !== before?.playback.cursor ||
      playback.rate !== before?.playback.rate ||
      playback.capabilities !== before?.playback.capabilities
    if (isOther) mediaControls.show(nowPlaying(state))
  }
  attend(store.getState(), null)
  const stops = [
    store.subscribe(attend),
    otherTabs.subscribe(() => {
      const state = store.getState()
      if (!selectIsPlaying(state) || !state.playback.capabilities.isAudible) return
      state.pause()
      state.tell('Paused, since another tab plays.')
    }),
    mediaControls.obey({
      play: () => store.getState().play(),
      pause: () => store.getState().pause(),
      next: () => store.getState().stepTurn(1),
      previous: () => store.getState().stepTurn(-1),
      stepBack: () => store.getState().stepSentence(-1),
      stepForward: () => store.getState().stepSentence(1),
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    screen.release()
    mediaControls.show(null)
  }
}

/** What a system shows of what plays; null where nothing sounds. */
function nowPlaying({ interview, playback }: AppState): NowPlaying | null {
  const { phase, cursor, rate, capabilities } = playback
  if (!interview || phase.kind === 'idle' || !capabilities.isAudible) return null
  const times = playbackTimes(interview, timelineOf(interview), { cursor, rate })
  return {
    title: interview.title,
    artist: speakerOf(interview, turnAt(interview, cursor.turn)).name,
    album: interview.publication,
    isPlaying: phase.kind === 'starting' || phase.kind === 'playing',
    time: capabilities.keepsTime ? { position: times.elapsed, duration: times.total, rate } : null,
  }
}
