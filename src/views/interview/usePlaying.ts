import { useCallback, useEffect } from 'react'
import { turnAt, type Interview } from '../../domain/interview.ts'
import { turnOfPlace } from '../../domain/link.ts'
import { wordsOfCursor } from '../../domain/playback/cursor.ts'
import type { Phase } from '../../domain/playback/state.ts'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { selectCurrentTurn } from '../../state/selectors.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'
import { highlightWords } from './highlightWords.ts'
import { CALM_SHARE, wordsInWindow } from './wordsInWindow.ts'

/** Where not even the words for what failed can be fetched, that is what failed. */
export const UNREACHED = 'The sound could not be fetched. Press play to try again.'

/**
 * Joins playing to the page: the turn that is being said becomes the current one, its line is kept in sight while the
 * reader follows, and a step or jump of the reader takes the voice along.
 */
export function usePlaying(interview: Interview): () => void {
  const store = useAppStore()
  useEffect(() => {
    store.getState().preparePlayback()
    const markWords = () => {
      const { playback } = store.getState()
      const isIdle = playback.phase.kind === 'idle'
      const turn = turnAt(interview, playback.cursor.turn).id
      const sentence = isIdle ? null : wordsOfCursor(interview, playback.cursor)
      const word = 'word' in playback.phase ? playback.phase.word : null
      highlightWords(store, 'sentence', sentence ? [{ turn, ...sentence }] : [])
      highlightWords(store, 'word', word ? [{ turn, ...word }] : [])
    }
    const keepInSight = () => {
      const state = store.getState()
      const place = wordsInWindow(interview, state.playback.cursor)
      if (!place || !state.isFollowing || place.isCalm) return
      // Whoever selects words or chooses from a menu is not taken away from them.
      if (isReaderBusy()) return place.isInWindow ? undefined : state.setFollowing(false)
      state.bringIntoSight(window.scrollY + place.top - window.innerHeight * CALM_SHARE, true)
    }
    // What shows on the page is done after what is said: both in one task would take too long (measured: 100 ms on slow machines).
    let shown = store.getState().playback
    // By a message, which comes on time in a hidden page too.
    const { port1, port2 } = new MessageChannel()
    let isWaiting = false
    const show = () => {
      isWaiting = false
      const state = store.getState()
      const { playback } = state
      if (state.interview !== interview) return
      const isMoved = playback.cursor !== shown.cursor || playback.phase.kind !== shown.phase.kind
      shown = playback
      markWords()
      if (!isMoved || playback.phase.kind === 'idle') return
      if (selectCurrentTurn(state) !== playback.cursor.turn) state.follow(turnAt(interview, playback.cursor.turn).id)
      keepInSight()
    }
    port1.addEventListener('message', show)
    port1.start()
    const stop = store.subscribe((state, before) => {
      const { playback, visit } = state
      if (state.interview !== interview) return
      const isPlaced = visit.sentence !== undefined && playback.phase.kind !== 'idle'
      if (visit !== before.visit && isOfReader(visit.by) && (isTakenAlong(playback.phase) || isPlaced)) {
        const turn = turnOfPlace(interview, visit.place) ?? 0
        state.setFollowing(true)
        state.movePlayback({ turn, sentence: visit.sentence ?? 0 })
        return
      }
      if (playback !== before.playback && !isWaiting) {
        isWaiting = true
        port2.postMessage(null)
      }
      const { phase, capabilities } = playback
      if (phase.kind === 'failed' && before.playback.phase.kind !== 'failed')
        void import('./playing/failureTexts.ts').then(
          ({ FAILURE_TEXTS }) => state.tell(FAILURE_TEXTS[phase.reason]),
          () => state.tell(UNREACHED),
        )
      const isSilent = capabilities.silentBecause === 'no-voices' && selectIsPlaying(state)
      const wasSilent = before.playback.capabilities.silentBecause === 'no-voices' && selectIsPlaying(before)
      if (isSilent && !wasSilent) state.tell('No voice for this language here: the place moves on at a reading pace.')
    })
    // Following ends when the reader has scrolled the line out of the window, and begins again when it is back.
    const handleScrollEnd = () => {
      const state = store.getState()
      if (!selectIsPlaying(state)) return
      const isInWindow = wordsInWindow(interview, state.playback.cursor)?.isInWindow ?? true
      if (isInWindow !== state.isFollowing) state.setFollowing(isInWindow)
    }
    document.addEventListener('scrollend', handleScrollEnd)
    return () => {
      stop()
      port1.close()
      document.removeEventListener('scrollend', handleScrollEnd)
      store.getState().stopPlaying()
      for (const name of ['sentence', 'word'] as const) highlightWords(store, name, [])
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

function isReaderBusy(): boolean {
  const isSelecting = !(window.getSelection()?.isCollapsed ?? true)
  return isSelecting || document.querySelector('dialog[open], [popover]:popover-open') !== null
}

/** Whether a step of the reader's takes the voice along. One that was paused stays where it is, until it plays again. */
function isTakenAlong({ kind }: Phase): boolean {
  return kind === 'starting' || kind === 'playing' || kind === 'waiting' || kind === 'ended'
}

function isOfReader(by: string): boolean {
  return by === 'stepping' || by === 'jumping' || by === 'picking' || by === 'landing'
}
