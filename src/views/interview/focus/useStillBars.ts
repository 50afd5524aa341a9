import { useEffect } from 'react'
import { useAppStore } from '../../../state/StoreProvider.tsx'

/** After so long without a pointer, a key or a touch the bars go, in milliseconds: as long as players of films wait. */
const STILL_MS = 3000
/** What the reader is busy with. */
const BUSY = 'dialog[open], :popover-open, [data-bar] :focus-visible'
/** The keys of a reader who looks for a control. Those that step and play leave a presenter's screen as it is. */
const LOOKING = new Set(['Tab', 'Escape', '?', 'o'])
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart', 'touchmove', 'focusin'] as const

/** Takes the bars away while nothing happens, so that nothing but the exchange is on the screen, and back at once. */
export function useStillBars(isFocused: boolean): void {
  const store = useAppStore()
  useEffect(() => {
    if (!isFocused) return
    const { dataset } = document.documentElement
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(hide, STILL_MS)
    }
    const hide = () => {
      const isBusy = store.getState().sharing !== null || document.querySelector(BUSY) !== null
      if (isBusy) wait()
      else dataset['focus'] = 'bare'
    }
    const handleSign = (event: Event) => {
      // Browsers tell of a pointer that rests, too, when the page moves under it.
      const isResting = event.type === 'pointermove' && isStill(event)
      const isOutside =
        event.type === 'focusin' && !(event.target instanceof Element && event.target.closest('[data-bar]'))
      const isPresenting = event instanceof KeyboardEvent && !LOOKING.has(event.key)
      if (isResting || isOutside || isPresenting) return
      dataset['focus'] = ''
      wait()
    }
    wait()
    for (const sign of SIGNS) window.addEventListener(sign, handleSign, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, handleSign, { capture: true })
    }
  }, [store, isFocused])
}

function isStill(event: Event): boolean {
  return event instanceof PointerEvent && event.movementX === 0 && event.movementY === 0
}
