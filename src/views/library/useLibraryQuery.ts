import { useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router-dom'
import { MAX_QUERY_LENGTH } from '../../domain/search.ts'

/** How long a reader has to stop typing before it is looked for, in milliseconds. */
const REST_MS = 150

/** What an address asks for: `?q=human+rights&exact=1`. */
export interface LibraryQuery {
  readonly words: string
  readonly isExact: boolean
}

/** Reads the query of an address. What is too long is cut; nothing makes it throw. */
export function readLibraryQuery(query: string): LibraryQuery {
  const parameters = new URLSearchParams(query)
  return { words: (parameters.get('q') ?? '').slice(0, MAX_QUERY_LENGTH), isExact: parameters.get('exact') === '1' }
}

/** Writes the query that `readLibraryQuery` reads; empty when nothing is looked for. */
export function writeLibraryQuery({ words, isExact }: LibraryQuery): string {
  if (words.trim() === '') return ''
  return `?${new URLSearchParams({ q: words, ...(isExact && { exact: '1' }) }).toString()}`
}

/**
 * What the address asks for, and the way to ask for something else. The first letter makes a new entry of the history, and
 * every other one replaces it, so that Back leaves the search.
 */
export function useLibraryQuery(): {
  /** The field, which keeps what is typed itself; Back and Forward change it. */
  readonly field: RefObject<HTMLInputElement | null>
  readonly query: LibraryQuery
  /** Asks for it at once, or when nothing else was asked for a moment. */
  ask(query: LibraryQuery, when: 'now' | 'later'): void
} {
  const field = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const { search, key } = useLocation()
  const arrivedBy = useNavigationType()
  // A page is made without a query, and is taken over as it was made.
  const asked = useSyncExternalStore(
    never,
    () => search,
    () => '',
  )
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(navigate)
  const ledTo = useRef(key)
  useLayoutEffect(() => {
    latest.current = navigate
  }, [navigate])
  useLayoutEffect(() => {
    const isNew = ledTo.current !== key
    ledTo.current = key
    if (arrivedBy !== 'POP') return
    const { words } = readLibraryQuery(search)
    // What was typed before the program was there stays.
    if (!isNew && words === '') return
    clearTimeout(timer.current)
    if (field.current) field.current.value = words
  }, [search, key, arrivedBy])
  useEffect(() => () => clearTimeout(timer.current), [])
  const ask = useCallback((query: LibraryQuery, when: 'now' | 'later') => {
    clearTimeout(timer.current)
    const go = () => {
      const now = window.location.search
      const next = writeLibraryQuery(query)
      if (next !== now) void latest.current({ search: next }, { replace: readLibraryQuery(now).words !== '' })
    }
    if (when === 'now') go()
    else timer.current = setTimeout(go, REST_MS)
  }, [])
  useEffect(() => {
    // Nor does it wait for another letter.
    const typed = field.current?.value ?? ''
    if (typed !== '' && readLibraryQuery(window.location.search).words === '')
      ask({ words: typed, isExact: false }, 'now')
  }, [ask])
  return { field, query: readLibraryQuery(asked), ask }
}

function never(): () => void {
  return () => {}
}
