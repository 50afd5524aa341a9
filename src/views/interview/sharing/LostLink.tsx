import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { readBaggage } from '../../../domain/baggage.ts'
import { turnAt, type Interview } from '../../../domain/interview.ts'
import { pathOfPlace, topOf } from '../../../domain/link.ts'
import { nearestTurn } from '../../../domain/nearest.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { settleLink } from './settleLink.ts'

/** Takes a link whose turn has no such id today to where its words are now, or to the nearest place, and says so. */
export function LostLink({ interview }: { interview: Interview }) {
  const store = useAppStore()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  useEffect(() => {
    const { turn, landing, marked } = settleLink(interview, null, readBaggage(search))
    const near = turn === null ? nearestTurn(interview, pathname) : turnAt(interview, turn)
    const [candidate] = landing?.kind === 'gone' ? landing.candidates : []
    const id = candidate ?? near?.id
    store.getState().followLink({ landing, marked, isForNext: true })
    const place = id === undefined ? topOf(interview) : ({ kind: 'turn', turn: id } as const)
    void navigate(pathOfPlace(interview, place), { replace: true })
  }, [store, navigate, interview, pathname, search])
  return null
}
