import { useEffect, type RefObject } from 'react'
import type { TurnId } from '../../domain/interview.ts'
import { turnById } from '../../domain/link.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'

/**
 * A click of a mouse waits so long for a second one, in milliseconds: two of them select a word, and pick nothing. Systems
 * take two clicks for a double click up to half a second apart; most people need less than a quarter.
 */
const DOUBLE_CLICK_MS = 250

/** Makes a turn current when it is clicked: one listener for all of them. Selecting words picks nothing. */
export function useTurnClicks(transcript: RefObject<HTMLElement | null>, onPick: (turn: TurnId) => void): void {
  const store = useAppStore()
  useEffect(() => {
    const element = transcript.current
    let waiting: ReturnType<typeof setTimeout> | undefined
    const handleClick = (event: PointerEvent) => {
      clearTimeout(waiting)
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || event.detail > 1 || !target || target.closest('a, button, summary')) return
      const { interview } = store.getState()
      const turn = interview && turnById(interview, target.closest('article')?.id ?? '')
      const pick = () => {
        if (turn && (window.getSelection()?.isCollapsed ?? true)) onPick(turn.id)
      }
      if (event.pointerType === 'touch') pick()
      else waiting = setTimeout(pick, DOUBLE_CLICK_MS)
    }
    element?.addEventListener('click', handleClick)
    return () => {
      clearTimeout(waiting)
      element?.removeEventListener('click', handleClick)
    }
  }, [store, transcript, onPick])
}
