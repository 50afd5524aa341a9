import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { readBaggage } from '../../../domain/address.ts'
import type { Interview } from '../../../domain/interview.ts'
import { placeOfPath, turnOfPlace } from '../../../domain/link.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { settleLink } from './settleLink.ts'
import { pageRangesOf } from './textRanges.ts'

/** Where words that a link points at come to stand when they are out of sight, as a share of the window's height. */
const IN_SIGHT = 0.35

/** Follows what the address carries besides its place: marks the words, and says what has changed since. Draws nothing. */
export function LinkRegion({ interview }: { interview: Interview }) {
  const store = useAppStore()
  const { pathname, search } = useLocation()
  useEffect(() => {
    const place = placeOfPath(interview, pathname)
    const baggage = readBaggage(search)
    const named = place?.kind === 'turn' ? turnOfPlace(interview, place) : null
    if (place?.kind !== 'turn' && baggage.fingerprint === null && baggage.quote === null) {
      if (baggage.isDamaged) store.getState().settleLink({ landing: { kind: 'damaged' }, marked: null })
      return
    }
    const { turn, landing, marked } = settleLink(interview, named, baggage)
    const { land, settleLink: settle } = store.getState()
    const found = turn === null ? undefined : interview.turns[turn]
    if (found && turn !== named) land({ kind: 'turn', turn: found.id })
    settle({ landing, marked })
    const words = marked ? pageRangesOf(marked) : []
    if ('highlights' in CSS) CSS.highlights.set('quote', new Highlight(...words))
    if (words[0]) bringIntoSight(words[0])
  }, [store, interview, pathname, search])
  return null
}

function bringIntoSight(words: Range): void {
  const { top, bottom } = words.getBoundingClientRect()
  const style = getComputedStyle(document.documentElement)
  const room = {
    top: Number.parseFloat(style.scrollPaddingTop) || 0,
    bottom: window.innerHeight - (Number.parseFloat(style.scrollPaddingBottom) || 0),
  }
  if (top >= room.top && bottom <= room.bottom) return
  window.scrollTo({ top: window.scrollY + top - window.innerHeight * IN_SIGHT, behavior: 'instant' })
}
