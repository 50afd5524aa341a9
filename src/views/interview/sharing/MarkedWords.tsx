import { useEffect } from 'react'
import type { TurnRange } from '../../../state/linkSlice.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { pageRangesOf } from '../textRanges.ts'

/** Where words that a link points at come to stand when they are out of sight, as a share of the window's height. */
const IN_SIGHT = 0.35

/** Marks words in the page (CSS Custom Highlight API), and brings them into sight while the reader is still there. */
export function MarkedWords({ range }: { range: TurnRange }) {
  const store = useAppStore()
  useEffect(() => {
    const words = pageRangesOf(range)
    if ('highlights' in CSS) CSS.highlights.set('quote', new Highlight(...words))
    const { visit, bringIntoSight } = store.getState()
    const { by, place } = visit
    const isStillHere = by !== 'reading' && by !== 'playing' && place.kind === 'turn' && place.turn === range.turn
    const top = words[0] && isStillHere ? topForSight(words[0]) : null
    if (top !== null) bringIntoSight(top, false)
    return () => {
      if ('highlights' in CSS) CSS.highlights.delete('quote')
    }
  }, [store, range])
  return null
}

/** Where the page has to stand for words to be in sight, in CSS pixels; null when they are already. */
function topForSight(words: Range): number | null {
  const { top, bottom, left, right } = words.getBoundingClientRect()
  const card = document.querySelector('[data-margin-place]')?.getBoundingClientRect()
  const covered = card && card.left < right && card.right > left ? card.top : Infinity
  const style = getComputedStyle(document.documentElement)
  const room = {
    top: Number.parseFloat(style.scrollPaddingTop) || 0,
    bottom: Math.min(window.innerHeight - (Number.parseFloat(style.scrollPaddingBottom) || 0), covered),
  }
  if (top >= room.top && bottom <= room.bottom) return null
  return window.scrollY + top - Math.min(window.innerHeight * IN_SIGHT, (room.top + room.bottom) / 2)
}
