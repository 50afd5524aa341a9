import { useEffect, type RefObject } from 'react'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'

/** After a scroll, a key or a press the page is left alone for so long, in milliseconds: what they lead to comes first. */
const CALM_MS = 500
const SIGNS = ['scroll', 'keydown', 'pointerdown'] as const

/**
 * Lays out what is below the window, chunk by chunk, when nothing else is to be done, so that reading on finds it there. What is
 * above waits until it comes near: its true height would move the page under the reader. So does everything while something
 * plays, which must not be kept waiting, and where a browser does not tell when it is idle (Safari).
 */
export function useIdleLayout(transcript: RefObject<HTMLElement | null>): void {
  const store = useAppStore()
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return
    const left = [...(transcript.current?.querySelectorAll<HTMLElement>('[data-chunk]') ?? [])]
    let busyAt = 0
    let waiting = 0
    const handleBusy = () => (busyAt = performance.now())
    const layOutOne = () => {
      if (selectIsPlaying(store.getState())) busyAt = performance.now()
      if (performance.now() - busyAt > CALM_MS) {
        // One for each moment, so that none is longer than a frame. The attribute is no prop, so React leaves it there.
        const chunk = left.shift()
        const isBelow = chunk && chunk.getBoundingClientRect().top > window.innerHeight
        if (isBelow) chunk.dataset['laidOut'] = ''
      }
      if (left.length > 0) waiting = requestIdleCallback(layOutOne)
    }
    for (const type of SIGNS) window.addEventListener(type, handleBusy, { passive: true })
    waiting = requestIdleCallback(layOutOne)
    return () => {
      cancelIdleCallback(waiting)
      for (const type of SIGNS) window.removeEventListener(type, handleBusy)
    }
  }, [store, transcript])
}
