import { useCallback, useEffect, useRef, useState } from 'react'
import { searchLibrary, type LibraryAnswer } from '../../domain/librarySearch/searchLibrary.ts'
import type { SearchSource } from '../../domain/ports.ts'
import type { LibraryQuery } from './useLibraryQuery.ts'

/** So many answers are shown at a time. */
const SHOWN_AT_A_TIME = 20

/** What a search has come to. */
export interface Found {
  /** What was looked for: while something else is looked for, the answers before stay. */
  readonly query: LibraryQuery
  readonly answers: readonly LibraryAnswer[]
  /** So many of the answers are shown. */
  readonly shown: number
  /** So many blocks of text were looked at, of those that hold the words. */
  readonly looked: number
  readonly of: number
}

/** What was found last, for a reader who comes back from an answer. */
const lastFound = new WeakMap<SearchSource, Found>()

interface AnswersState {
  /** Null before the first search has ended. */
  readonly found: Found | null
  /** Why the last search ended without an answer; null when it did not. */
  readonly failure: string | null
  readonly isSearching: boolean
  /** Shows more answers, and looks for them where none are left. */
  more(): void
}

/** The answers to a query; those to a query before it are dropped when they come late. */
export function useLibraryAnswers(source: SearchSource, { words, isExact }: LibraryQuery): AnswersState {
  const [found, setFound] = useState(() => lastFound.get(source) ?? null)
  const [failure, setFailure] = useState<{ readonly query: LibraryQuery; readonly says: string } | null>(null)
  const [isLoadingMore, setLoadingMore] = useState(false)
  const running = useRef<AbortController>(undefined)
  const isOf = (query: LibraryQuery | undefined) => query?.words === words && query.isExact === isExact
  const isAnswered = isOf(found?.query)

  const search = useCallback(
    async (before: Found | null) => {
      running.current?.abort()
      const { signal } = (running.current = new AbortController())
      const query = { words, isExact }
      try {
        const asked = { ...query, speaker: null, topic: null }
        const { answers, looked, of } = await searchLibrary(source, asked, { after: before?.looked ?? 0, signal })
        if (signal.aborted) return
        const all = [...(before?.answers ?? []), ...answers]
        const next = { query, answers: all, shown: (before?.shown ?? 0) + SHOWN_AT_A_TIME, looked, of }
        lastFound.set(source, next)
        setFound(next)
        setFailure(null)
      } catch (error) {
        if (signal.aborted) return
        setFailure({ query, says: error instanceof Error ? error.message : String(error) })
      }
      setLoadingMore(false)
    },
    [source, words, isExact],
  )

  useEffect(() => {
    const last = lastFound.get(source)
    if (last?.query.words !== words || last.query.isExact !== isExact) void search(null)
    return () => running.current?.abort()
  }, [search, source, words, isExact])

  const more = () => {
    if (!found || !isAnswered) return void search(null)
    if (failure === null && found.shown < found.answers.length) {
      const next = { ...found, shown: found.shown + SHOWN_AT_A_TIME }
      lastFound.set(source, next)
      return setFound(next)
    }
    setLoadingMore(true)
    void search(found)
  }
  const says = failure !== null && isOf(failure.query) ? failure.says : null
  return { found, failure: says, isSearching: isLoadingMore || (!isAnswered && says === null), more }
}
