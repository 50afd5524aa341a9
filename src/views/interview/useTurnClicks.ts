import { useEffect, type RefObject } from 'react'
import type { TurnId } from '../../domain/interview.ts'
import { turnById } from '../../domain/link.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'

/** Makes a turn current when it is clicked: one listener for all of them. A click that ends a selection picks nothing. */
export function useTurnClicks(transcript: RefObject<HTMLElement | null>, onPick: (turn: TurnId) => void): void {
  const store = useAppStore()
  useEffect(() => {
    const element = transcript.current
    const handleClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || !target || target.closest('a, button, summary')) return
      if (!(window.getSelection()?.isCollapsed ?? true)) return
      const { interview } = store.getState()
      const turn = interview && turnById(interview, target.closest('article')?.id ?? '')
      if (turn) onPick(turn.id)
    }
    element?.addEventListener('click', handleClick)
    return () => element?.removeEventListener('click', handleClick)
  }, [store, transcript, onPick])
}
