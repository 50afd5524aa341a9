import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { Interview } from '../../../domain/interview.ts'
import type { SearchQuery } from '../../../domain/search.ts'
import { carriesSearch } from '../../../domain/address.ts'
import { readLens, withLens } from '../../../domain/baggage.ts'
import { readSearch, writeSearch } from '../../../domain/searchAddress.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'

/** How long the words have to rest before the address follows, in milliseconds: shorter and every letter would be an address. */
const REST_MS = 400

interface SearchAddress {
  readonly query: SearchQuery
  change(query: SearchQuery): void
  /** Closes the search, and takes it out of the address. */
  close(): void
}

/**
 * Keeps a search and the address in step: the first words make an entry of the history that Back leaves, what is typed then
 * replaces it. Back and Forward to another search show that one.
 */
export function useSearchAddress(interview: Interview): SearchAddress {
  const store = useAppStore()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const inAddress = carriesSearch(search) ? writeSearch(readSearch(interview, search)) : null
  const [state, setState] = useState(() => {
    const query = readSearch(interview, search)
    return { query: { ...query, words: query.words + store.getState().typedAhead }, inAddress, written: inAddress }
  })
  const [readAhead] = useState(() => store.getState().typedAhead.length)
  useLayoutEffect(() => {
    // Typed while it was drawn.
    const rest = store.getState().typedAhead.slice(readAhead)
    // Once, and before anything is drawn.
    // oxlint-disable-next-line react/set-state-in-effect
    if (rest !== '') setState((before) => ({ ...before, query: { ...before.query, words: before.query.words + rest } }))
  }, [store, readAhead])
  // The address has another search than the one that was written there last: the reader went back or forward to it.
  if (inAddress !== state.inAddress) {
    const isOurs = inAddress === null || inAddress === state.written
    setState({ ...state, query: isOurs ? state.query : readSearch(interview, search), inAddress })
  }
  const written = writeSearch(state.query)
  useEffect(() => {
    const isNothing = state.query.words === '' && inAddress === null
    if (isNothing || written === inAddress) return
    const timer = setTimeout(
      () => {
        setState((before) => ({ ...before, written })) // what is typed meanwhile is not taken back when this arrives
        void navigate(pathname + withLens(written, readLens(search)), { replace: inAddress !== null })
      },
      inAddress === null ? 0 : REST_MS,
    )
    return () => clearTimeout(timer)
  }, [navigate, pathname, search, written, inAddress, state.query.words])
  const close = useCallback(() => {
    const { closeTool, followLink, marked } = store.getState()
    closeTool()
    if (marked) followLink({ landing: null, marked: null })
    if (carriesSearch(window.location.search))
      void navigate(pathname + withLens('', readLens(search)), { replace: true })
  }, [store, navigate, pathname, search])
  return { query: state.query, change: (query) => setState((before) => ({ ...before, query })), close }
}
