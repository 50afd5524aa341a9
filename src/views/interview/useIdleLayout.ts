import { useEffect, type RefObject } from 'react'
import { useAppStore } from '../../state/StoreProvider.tsx'

/** Lays out what is not to be seen while nothing else is to be done: see layOutAhead.ts, which is loaded then. */
export function useIdleLayout(transcript: RefObject<HTMLElement | null>): void {
  const store = useAppStore()
  useEffect(() => {
    const chunks = transcript.current?.querySelectorAll<HTMLElement>('[data-chunk]')
    if (!chunks?.length || !('requestIdleCallback' in window)) return
    let stop: (() => void) | undefined
    const load = async () => {
      try {
        const { layOutAhead } = await import('./layOutAhead.ts')
        stop ??= layOutAhead(store, chunks)
      } catch {
        // Each chunk is laid out when it comes near.
      }
    }
    const waiting = requestIdleCallback(() => void load())
    return () => {
      cancelIdleCallback(waiting)
      stop?.()
      stop = () => {} // nor is it begun when its program comes only now
    }
  }, [store, transcript])
}
