import { useEffect, type RefObject } from 'react'
import { indexOfTurn, type TurnId } from '../../domain/interview.ts'
import { turnById } from '../../domain/link.ts'
import { cursorAtOffset } from '../../domain/playback/cursor.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'
import { offsetAtPoint } from './textRanges.ts'

/**
 * A click of a mouse waits so long for a second one, in milliseconds: two of them select a word, and pick nothing. Systems
 * take two clicks for a double click up to half a second apart; most people need less than a quarter.
 */
const DOUBLE_CLICK_MS = 250

/**
 * Makes a turn current when it is clicked, and hands out the sentence that was clicked in it, by its index; null beside the
 * words. One listener for all of them. Selecting words picks nothing.
 */
export function useTurnClicks(
  transcript: RefObject<HTMLElement | null>,
  onPick: (turn: TurnId, sentence: number | null) => void,
): void {
  const store = useAppStore()
  useEffect(() => {
    const element = transcript.current
    let waiting: ReturnType<typeof setTimeout> | undefined
    const handleClick = (event: PointerEvent) => {
      clearTimeout(waiting)
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || event.detail > 1 || !target || target.closest('a, button, summary')) return
      const { interview } = store.getState()
      const article = target.closest('article')
      const turn = article && interview && turnById(interview, article.id)
      if (!turn) return
      // At once, since the text may have moved when it is certain that this was one click.
      const offset = offsetAtPoint(article, event)
      const index = indexOfTurn(interview, turn.id) ?? 0
      const sentence = offset === null ? null : cursorAtOffset(interview, index, offset).sentence
      const pick = () => {
        if (window.getSelection()?.isCollapsed ?? true) onPick(turn.id, sentence)
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
