import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router-dom'
import { viewOf } from '../../domain/address.ts'
import type { Interview } from '../../domain/interview.ts'
import { isSamePlace, pathOfPlace, placeOfPath, type Place } from '../../domain/link.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'
import { useSite } from '../SiteContext.ts'

/** How long a place has to rest before the address bar follows, in milliseconds: shorter and a held key floods it. */
const REST_MS = 400

/**
 * Keeps the address bar and the place in step, without loading anything: stepping and reading replace the address once
 * the place has rested, jumps and picks push a new one, Back and Forward lead to the place they name. Returns a function
 * that brings the address up to date at once, for when the reader is about to leave.
 */
export function useAddress(interview: Interview): () => void {
  const store = useAppStore()
  const navigate = useLatestNavigate()
  const arrivedBy = useNavigationType()
  const { pathname, key } = useLocation()
  const { base } = useSite()

  const ledTo = useRef(key)
  useLayoutEffect(() => {
    // Pushes and replacements inside the interview are our own: the place is there before the address.
    const isNew = ledTo.current !== key
    ledTo.current = key
    if (arrivedBy !== 'POP') return
    const place = placeOfPath(interview, pathname)
    if (place && !isSamePlace(place, store.getState().visit.place)) store.getState().land(place)
    if (!place && interview.part && isNew) store.getState().goBeyond({ to: 'path', path: pathname, isThere: true })
  }, [store, interview, arrivedBy, pathname, key])

  useEffect(() => {
    // Back before a jump was drawn leaves the router nothing to draw: it was never away. A fragment is the browser’s to follow.
    const handlePop = () => {
      const isAsDrawn = window.location.hash === '' && window.location.pathname === base + pathname.slice(1)
      const place = isAsDrawn ? placeOfPath(interview, pathname) : null
      if (place && !isSamePlace(place, store.getState().visit.place)) store.getState().land(place)
    }
    window.addEventListener('popstate', handlePop)
    return () => window.removeEventListener('popstate', handlePop)
  }, [store, interview, pathname, base])

  const settle = useCallback(
    (place: Place) => {
      const address = base + pathOfPlace(interview, place).slice(1)
      // Past the router, which would take a moment: the entry that is about to be left has to be right now.
      if (window.location.pathname !== address)
        window.history.replaceState(
          window.history.state,
          '',
          address + viewOf(window.location.search, window.location.hash),
        )
    },
    [interview, base],
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe(({ visit, interview: open }, before) => {
      if (visit === before.visit || open !== interview || before.interview !== interview) return
      clearTimeout(timer)
      const path = pathOfPlace(interview, visit.place)
      const isHere = window.location.pathname === base + path.slice(1)
      if (visit.by === 'stepping' || visit.by === 'reading' || visit.by === 'playing')
        timer = setTimeout(
          () => navigate(path + viewOf(window.location.search, window.location.hash), { replace: true }),
          REST_MS,
        )
      if (visit.by === 'jumping' || visit.by === 'picking') {
        settle(before.visit.place)
        navigate(path + viewOf(window.location.search, window.location.hash), { replace: isHere })
      }
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, interview, navigate, base, settle])

  return useCallback(() => settle(store.getState().visit.place), [store, settle])
}

/** The router makes a new function at every address; this one stays, so that a pending replacement is not forgotten. */
function useLatestNavigate(): (path: string, options: { replace: boolean }) => void {
  const navigate = useNavigate()
  const latest = useRef(navigate)
  useLayoutEffect(() => {
    latest.current = navigate
  }, [navigate])
  return useCallback((path, options) => void latest.current(path, options), [])
}
