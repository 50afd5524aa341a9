import { useLayoutEffect, useRef } from 'react'
import type { Exchange } from '../../../domain/exchanges.ts'
import { selectIsPlaying } from '../../../state/playbackSelectors.ts'
import { selectStage } from '../../../state/selectors.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { headingOfPlace, keepsFocus, landingTop } from '../landing.ts'
import { CALM_SHARE, wordsInWindow } from '../wordsInWindow.ts'

/** Arrivals of the reader's own, after which what they came to is brought into view even when its exchange stands there. */
const BROUGHT = new Set(['stepping', 'jumping', 'landing'])

/**
 * Puts the exchange on the stage, once it is drawn, and the text back in its place: both times the current turn is in
 * view and has the focus. All scrolling goes the one way, through `bringIntoSight`.
 */
export function useStage(isFocused: boolean): void {
  const store = useAppStore()
  const visit = useApp((state) => state.visit)
  const stood = useRef<Exchange | null>(null)
  useLayoutEffect(() => {
    const state = store.getState()
    const stage = selectStage(state)
    const before = stood.current
    if (!stage && !before) return
    stood.current = stage
    if (stage === before && !BROUGHT.has(visit.by)) return
    const { dataset } = document.documentElement
    if (stage) dataset['focus'] ??= ''
    else delete dataset['focus']
    const heading = headingOfPlace(visit.place)
    state.bringIntoSight(landingTop(heading), false)
    if (selectIsPlaying(state)) {
      if (stage) state.setFollowing(true) // what is being said has brought its exchange along, or the reader it
      bringWords()
    }
    if ((stage && !before) || !keepsFocus()) (heading ?? document.querySelector('h1'))?.focus({ preventScroll: true })
    if (!stage) state.tell('Focus mode is off.')
    else if (!before) state.tell(hint(state.preferences.hasCharacterKeys))

    function bringWords() {
      const { interview, playback, isFollowing } = store.getState()
      const words = interview && isFollowing ? wordsInWindow(interview, playback.cursor) : null
      if (words && !words.isCalm)
        state.bringIntoSight(window.scrollY + words.top - window.innerHeight * CALM_SHARE, false)
    }
  }, [store, visit, isFocused])
  useLayoutEffect(
    () => () => {
      stood.current = null
      delete document.documentElement.dataset['focus']
    },
    [],
  )
}

/** What is said on entering: how to go on and how to leave. */
function hint(hasCharacterKeys: boolean): string {
  if (window.matchMedia('(hover: none) and (pointer: coarse)').matches) return 'Focus mode: swipe to turn the page.'
  return hasCharacterKeys ? 'Focus mode: f or Escape leaves it.' : 'Focus mode: Escape leaves it.'
}
