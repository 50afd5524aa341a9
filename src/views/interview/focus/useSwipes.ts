import { useEffect } from 'react'
import { textDirection } from '../../../domain/interview.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { swipeOf, type Point } from './swipe.ts'

/** Turns the page by a swipe over the stage. */
export function useSwipes(isFocused: boolean): void {
  const store = useAppStore()
  useEffect(() => {
    const stage = document.getElementById('main_text')
    if (!isFocused || !stage) return
    let from: Point | null = null
    const handleStart = ({ touches }: TouchEvent) => {
      const [touch] = touches
      const isZoomed = (window.visualViewport?.scale ?? 1) > 1.01 // there a finger moves the page about
      from = touch && touches.length === 1 && !isZoomed ? { x: touch.clientX, y: touch.clientY } : null
    }
    const handleEnd = ({ changedTouches }: TouchEvent) => {
      const [touch] = changedTouches
      const { interview, stepTurn } = store.getState()
      const isSelecting = !(window.getSelection()?.isCollapsed ?? true)
      if (touch && from && interview && !isSelecting) {
        const by = swipeOf({
          from,
          to: { x: touch.clientX, y: touch.clientY },
          width: window.innerWidth,
          isRtl: textDirection(interview.language) === 'rtl',
        })
        if (by) stepTurn(by)
      }
      from = null
    }
    const handleCancel = () => {
      from = null
    }
    stage.addEventListener('touchstart', handleStart, { passive: true })
    stage.addEventListener('touchend', handleEnd, { passive: true })
    stage.addEventListener('touchcancel', handleCancel, { passive: true })
    return () => {
      stage.removeEventListener('touchstart', handleStart)
      stage.removeEventListener('touchend', handleEnd)
      stage.removeEventListener('touchcancel', handleCancel)
    }
  }, [store, isFocused])
}
