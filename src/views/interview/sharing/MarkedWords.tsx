import { useEffect } from 'react'
import type { TurnRange } from '../../../state/linkSlice.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { headingOfPlace, landingTop } from '../landing.ts'
import { highlightWords } from '../highlightWords.ts'
import { pageRangesOf } from '../textRanges.ts'

/** Where words that a link points at come to stand when they are out of sight, as a share of the window's height. */
const IN_SIGHT = 0.35

/** So far below a card that covers the top of the window at least, in CSS pixels: a line of text. */
const BELOW_CARD = 32

/** Marks words in the page, and brings them into sight while the reader is still there. */
export function MarkedWords({ range }: { range: TurnRange }) {
  const store = useAppStore()
  useEffect(() => {
    const words = pageRangesOf(range)
    highlightWords(store, 'quote', [range])
    const { visit, bringIntoSight } = store.getState()
    const { by, place } = visit
    const isStillHere = by !== 'reading' && by !== 'playing' && place.kind === 'turn' && place.turn === range.turn
    // Where a step or a link is still on its way to, it is judged from there.
    const rest = by === 'picking' ? window.scrollY : landingTop(headingOfPlace(place))
    const top = words[0] && isStillHere ? topForSight(words[0], rest) : null
    if (top !== null) bringIntoSight(top, false)
    return () => highlightWords(store, 'quote', [])
  }, [store, range])
  return null
}

/** Where the page has to stand for words to be in sight, in CSS pixels; null when they are where it comes to rest. */
function topForSight(words: Range, rest: number): number | null {
  const { top, bottom, left, right } = words.getBoundingClientRect()
  const moved = rest - window.scrollY
  const card = document.querySelector('[data-margin-place]')?.getBoundingClientRect()
  const isCovering = card !== undefined && card.left < right && card.right > left
  const isAbove = card !== undefined && card.top <= 0
  const style = getComputedStyle(document.documentElement)
  const room = {
    top: Math.max(Number.parseFloat(style.scrollPaddingTop) || 0, isCovering && isAbove ? card.bottom : 0),
    bottom: Math.min(
      window.innerHeight - (Number.parseFloat(style.scrollPaddingBottom) || 0),
      isCovering && !isAbove ? card.top : Infinity,
    ),
  }
  if (top - moved >= room.top && bottom - moved <= room.bottom) return null
  const sight = Math.min(window.innerHeight * IN_SIGHT, (room.top + room.bottom) / 2)
  return window.scrollY + top - Math.max(sight, Math.min(room.top + BELOW_CARD, room.bottom))
}
