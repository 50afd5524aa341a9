import { useEffect, type RefObject } from 'react'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'

/** After a scroll, a key or a press the page is left alone for so long, in milliseconds: what they lead to comes first. */
const CALM_MS = 500
/** One scroll that comes so soon after a chunk was laid out is the browser's, which keeps the text still, in milliseconds. */
const ANCHORING_MS = 100
const SIGNS = ['scroll', 'keydown', 'pointerdown'] as const

/**
 * Lays out what is not to be seen, chunk by chunk, when nothing else is to be done, so that scrolling finds it there: first what is
 * below the window, then what is above it, whose true height the browser makes good by scrolling. Where it would not (Safari) what is
 * above waits until it comes near; there is no idle time there either. So does everything while something plays, which must not
 * be kept waiting.
 */
export function useIdleLayout(transcript: RefObject<HTMLElement | null>): void {
  const store = useAppStore()
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return
    const left = [...(transcript.current?.querySelectorAll<HTMLElement>('[data-chunk]') ?? [])]
    let busyAt = 0
    /** When a chunk was laid out and the browser may still scroll for it. */
    let laidOutAt = -Infinity
    let waiting = 0
    const handleBusy = ({ type }: Event) => {
      if (type !== 'scroll' || performance.now() - laidOutAt > ANCHORING_MS) busyAt = performance.now()
      laidOutAt = -Infinity // the next scroll is the reader's
    }
    const layOutOne = () => {
      if (selectIsPlaying(store.getState())) busyAt = performance.now()
      if (performance.now() - busyAt > CALM_MS) {
        const below = left.findIndex((chunk) => !isAbove(chunk))
        if (below === -1 && !keepsStill()) return
        // One for each moment, so that none is longer than a frame. The attribute is no prop, so React leaves it there.
        const [chunk] = left.splice(below, 1)
        if (chunk) chunk.dataset['laidOut'] = ''
        laidOutAt = performance.now()
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

/** Whether the browser scrolls by as much as what is above the window grows (CSS Scroll Anchoring). */
function keepsStill(): boolean {
  return CSS.supports('overflow-anchor', 'auto')
}

function isAbove(chunk: HTMLElement): boolean {
  return chunk.getBoundingClientRect().bottom <= 0
}
