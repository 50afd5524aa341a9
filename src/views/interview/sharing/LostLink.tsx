import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { viewOf } from '../../../domain/address.ts'
import { readBaggage } from '../../../domain/baggage.ts'
import { turnAt, type Interview } from '../../../domain/interview.ts'
import { pathOfPlace, topOf, type Place } from '../../../domain/link.ts'
import { nearestTurn } from '../../../domain/nearest.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { settleLink } from './settleLink.ts'

/** Takes a link whose turn has no such id today to where its words are now, or to the nearest place, and says so. In a long interview it is looked for from where the part begins that the page names. */
export function LostLink({ interview }: { interview: Interview }) {
  const store = useAppStore()
  const navigate = useNavigate()
  const { pathname, search, hash } = useLocation()
  useEffect(() => {
    const { followLink } = store.getState()
    const open = (place: Place) =>
      void navigate(pathOfPlace(interview, place) + viewOf(search, hash), { replace: true })
    if (interview.part) {
      followLink({
        landing: { kind: 'looking', link: readBaggage(search), path: pathname },
        marked: null,
        isForNext: true,
      })
      return open(topOf(interview))
    }
    const { turn, landing, marked } = settleLink(interview, null, readBaggage(search))
    const near = turn === null ? nearestTurn(interview, pathname) : turnAt(interview, turn)
    const [candidate] = landing?.kind === 'gone' ? landing.candidates : []
    const id = candidate ?? near?.id
    followLink({ landing, marked, isForNext: true })
    open(id === undefined ? topOf(interview) : { kind: 'turn', turn: id })
  }, [store, navigate, interview, pathname, search, hash])
  return null
}
