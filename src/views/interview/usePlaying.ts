import { useCallback, useEffect } from 'react'
import type { Interview } from '../../domain/interview.ts'
import { turnOfPlace } from '../../domain/link.ts'
import type { Phase } from '../../domain/playback/state.ts'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { selectCurrentTurn } from '../../state/selectors.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'

/**
 * Joins playing to the page: a step or jump of the reader takes the voice along, and what shows of playing is loaded with
 * the narrator. Returns what pauses, or plays from where the reader is.
 */
export function usePlaying(interview: Interview): () => void {
  const store = useAppStore()
  useEffect(() => {
    store.getState().preparePlayback()
    let isLeft = false
    let stopShowing: (() => void) | null = null
    let isAsked = false
    const load = async () => {
      isAsked = true
      try {
        const { showPlaying } = await import('./playing/showPlaying.ts')
        if (!isLeft) stopShowing = showPlaying(store, interview)
      } catch {
        isAsked = false
        const state = store.getState()
        if (selectIsPlaying(state)) state.tell('Part of the player could not be fetched. Press play to try again.')
      }
    }
    if (selectIsPlaying(store.getState())) void load()
    const stop = store.subscribe((state, before) => {
      const { playback, visit } = state
      if (state.interview !== interview) return
      // The narrator is there once it says what it can do: before something plays, unless that is the reader's first sign.
      const isThere = playback.capabilities !== before.playback.capabilities
      if (!isAsked && (isThere || (selectIsPlaying(state) && !selectIsPlaying(before)))) void load()
      const isPlaced = visit.sentence !== undefined && playback.phase.kind !== 'idle'
      if (visit !== before.visit && isOfReader(visit.by) && (isTakenAlong(playback.phase) || isPlaced)) {
        const turn = turnOfPlace(interview, visit.place) ?? 0
        state.setFollowing(true)
        state.movePlayback({ turn, sentence: visit.sentence ?? 0 })
      }
    })
    return () => {
      isLeft = true
      stop()
      stopShowing?.()
      store.getState().stopPlaying()
    }
  }, [store, interview])

  return useCallback(() => {
    const state = store.getState()
    if (selectIsPlaying(state)) return state.pause()
    state.setFollowing(true)
    const current = selectCurrentTurn(state)
    const isElsewhere = current !== null && current !== state.playback.cursor.turn
    state.play(isElsewhere ? { turn: current, sentence: 0 } : undefined)
  }, [store])
}

/** Whether a step of the reader's takes the voice along. One that was paused stays where it is, until it plays again. */
function isTakenAlong({ kind }: Phase): boolean {
  return kind === 'starting' || kind === 'playing' || kind === 'waiting' || kind === 'ended'
}

function isOfReader(by: string): boolean {
  return by === 'stepping' || by === 'jumping' || by === 'picking' || by === 'landing'
}
