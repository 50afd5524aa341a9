import { turnAt, type Interview } from '../../../domain/interview.ts'
import { wordsOfCursor } from '../../../domain/playback/cursor.ts'
import type { Failure } from '../../../domain/playback/narrator.ts'
import type { Playback } from '../../../domain/playback/state.ts'
import { laterTask } from '../../../state/laterTask.ts'
import { selectIsPlaying } from '../../../state/playbackSelectors.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import type { AppState, AppStore } from '../../../state/store.ts'
import { highlightWords } from '../highlightWords.ts'
import { CALM_SHARE, wordsInWindow } from '../wordsInWindow.ts'

const FAILURES: Readonly<Record<Failure, string>> = {
  'no-voices': 'There is no voice for this language here.',
  'voice-died': 'The voice fell silent. Press play to go on.',
  'not-allowed': 'The browser does not let the page speak. Press play once more.',
  network: 'The sound could not be fetched. Press play to try again.',
  missing: 'The recording is not there. Press play to have the text read.',
  unsupported: 'This browser cannot play the recording. Press play to have the text read.',
  decoding: 'The recording cannot be played from here. The text can be read on.',
  device: 'There is nothing to sound through.',
  interrupted: 'Something else took the sound. Press play to go on.',
}

/**
 * Shows playing in the page from now on: the turn that is being said becomes the current one, its words are marked, its
 * line is kept in sight while the reader follows, and what fails is told. Returns the way to stop.
 */
export function showPlaying(store: AppStore, interview: Interview): () => void {
  const markWords = ({ phase, cursor }: Playback) => {
    const turn = turnAt(interview, cursor.turn).id
    const sentence = phase.kind === 'idle' ? null : wordsOfCursor(interview, cursor)
    const word = 'word' in phase ? phase.word : null
    highlightWords(store, 'sentence', sentence ? [{ turn, ...sentence }] : [])
    highlightWords(store, 'word', word ? [{ turn, ...word }] : [])
  }
  const keepInSight = () => {
    const state = store.getState()
    if (state.interview !== interview || state.playback.phase.kind === 'idle') return
    const place = wordsInWindow(interview, state.playback.cursor)
    if (!place || !state.isFollowing || place.isCalm) return
    // Whoever selects words or chooses from a menu is not taken away from them.
    if (isReaderBusy()) return place.isInWindow ? undefined : state.setFollowing(false)
    state.bringIntoSight(window.scrollY + place.top - window.innerHeight * CALM_SHARE, true)
  }
  let shown: Playback | null = null
  const show = () => {
    const state = store.getState()
    const { playback } = state
    if (state.interview !== interview) return
    const isMoved = playback.cursor !== shown?.cursor || playback.phase.kind !== shown.phase.kind
    shown = playback
    markWords(playback)
    if (isMoved) followLater()
  }
  /** Where the reader was when playing last changed: a step that they took since then is not taken back. */
  let visitThen = store.getState().visit
  const follow = () => {
    const state = store.getState()
    const { phase, cursor } = state.playback
    if (state.interview !== interview || phase.kind === 'idle' || state.visit !== visitThen) return
    if (selectCurrentTurn(state) !== cursor.turn) state.follow(turnAt(interview, cursor.turn).id)
    // Where it stands is asked once it is laid out: after the next frame.
    requestAnimationFrame(() => setTimeout(keepInSight))
  }

  // First what is said, then its marks, then its turn as the current one: in one task they would take too long (measured: 100 ms on slow machines).
  const showLater = laterTask(show)
  const followLater = laterTask(follow)
  const stop = store.subscribe((state, before) => {
    if (state.interview !== interview) return
    if (state.playback !== before.playback) {
      visitThen = state.visit
      showLater()
    }
    tell(state, before)
  })
  // Following ends when the reader has scrolled the line out of the window, and begins again when it is back.
  const handleScrollEnd = () => {
    const state = store.getState()
    if (!selectIsPlaying(state)) return
    const isInWindow = wordsInWindow(interview, state.playback.cursor)?.isInWindow ?? true
    if (isInWindow !== state.isFollowing) state.setFollowing(isInWindow)
  }
  document.addEventListener('scrollend', handleScrollEnd)
  tell(store.getState(), null)
  showLater()
  return () => {
    stop()
    document.removeEventListener('scrollend', handleScrollEnd)
    for (const name of ['sentence', 'word'] as const) highlightWords(store, name, [])
  }
}

/** Tells once what has failed, and that nothing sounds. `before` is null when nothing was told yet. */
function tell(state: AppState, before: AppState | null): void {
  const { phase } = state.playback
  if (phase.kind === 'failed' && before?.playback.phase.kind !== 'failed') state.tell(FAILURES[phase.reason])
  if (isPaced(state) && !(before && isPaced(before)))
    state.tell('No voice for this language here: the place moves on at a reading pace.')
}

/** Whether the place moves on at a reading pace because there is no voice. */
function isPaced(state: AppState): boolean {
  return state.playback.capabilities.silentBecause === 'no-voices' && selectIsPlaying(state)
}

function isReaderBusy(): boolean {
  const isSelecting = !(window.getSelection()?.isCollapsed ?? true)
  return isSelecting || document.querySelector('dialog[open], [popover]:popover-open') !== null
}
