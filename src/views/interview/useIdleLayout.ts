import { useEffect, type RefObject } from 'react'

/** After a scroll the page is left alone for so long, in milliseconds. */
const CALM_MS = 500

/**
 * Lays out what is below the window, chunk by chunk, when nothing else is to be done, so that reading on finds it there. What is
 * above waits until it comes near: its true height would move the page under the reader. So does everything where a browser
 * does not tell when it is idle (Safari).
 */
export function useIdleLayout(transcript: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return
    const left = [...(transcript.current?.querySelectorAll<HTMLElement>('[data-chunk]') ?? [])]
    let scrolledAt = 0
    let waiting = 0
    const handleScroll = () => (scrolledAt = performance.now())
    const layOutOne = () => {
      if (performance.now() - scrolledAt > CALM_MS) {
        // One for each moment, so that none is longer than a frame. The attribute is no prop, so React leaves it there.
        const chunk = left.shift()
        const isBelow = chunk && chunk.getBoundingClientRect().top > window.innerHeight
        if (isBelow) chunk.dataset['laidOut'] = ''
      }
      if (left.length > 0) waiting = requestIdleCallback(layOutOne)
    }
    window.addEventListener('scroll', handleScroll, { passive: true })
    waiting = requestIdleCallback(layOutOne)
    return () => {
      cancelIdleCallback(waiting)
      window.removeEventListener('scroll', handleScroll)
    }
  }, [transcript])
}
