import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { readBaggage } from '../../../domain/baggage.ts'
import type { Interview } from '../../../domain/interview.ts'
import { isSamePlace, placeOfPath, turnOfPlace } from '../../../domain/link.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { settleLink } from './settleLink.ts'

/** Follows what the address carries besides its place, and says what has changed since. Draws nothing. */
export function LinkRegion({ interview }: { interview: Interview }) {
  const store = useAppStore()
  const { pathname, search } = useLocation()
  useEffect(() => {
    const { visit, land, followLink } = store.getState()
    const place = placeOfPath(interview, pathname)
    // A reader who has gone on before this was loaded is not called back.
    if (!place || !isSamePlace(place, visit.place) || (visit.by !== 'opening' && visit.by !== 'landing')) return
    const named = place.kind === 'turn' ? turnOfPlace(interview, place) : null
    const link = readBaggage(search)
    // Whose turn it is, one part alone cannot tell.
    if (interview.part && named === null && (link.fingerprint ?? link.quote) !== null)
      return followLink({ landing: { kind: 'looking', link, path: null }, marked: null })
    const { turn, landing, marked } = settleLink(interview, named, link)
    const found = turn === null ? undefined : interview.turns[turn]
    if (found && turn !== named) land({ kind: 'turn', turn: found.id })
    followLink({ landing, marked })
  }, [store, interview, pathname, search])
  return null
}
