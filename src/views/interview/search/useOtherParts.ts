import { useEffect, useState } from 'react'
import type { Interview } from '../../../domain/interview.ts'
import { searchLong, type LibraryAnswer } from '../../../domain/librarySearch/searchLibrary.ts'
import type { SearchSource } from '../../../domain/ports.ts'
import type { SearchQuery } from '../../../domain/search.ts'

/** A query that rests for so long is looked for in the other parts, in milliseconds. */
const REST_MS = 400

interface Found {
  readonly query: SearchQuery
  readonly answers: readonly LibraryAnswer[]
  /** So many blocks of text were looked at, of those that hold the words. */
  readonly looked: number
  readonly of: number
}

interface OtherPartsFound {
  /** Null until the first of it is there. */
  readonly found: Found | null
  /** What there is to say of it, in a sentence. */
  readonly says: string
  /** Looks further; null where nothing is left. */
  readonly more: (() => void) | null
}

/** Looks for words in the parts of a long interview that are not open, by the index of the site. */
export function useOtherParts(
  interview: Interview,
  query: SearchQuery,
  openSearch: () => Promise<SearchSource>,
): OtherPartsFound {
  const [found, setFound] = useState<Found | null>(null)
  const [failed, setFailed] = useState<SearchQuery | null>(null)
  const [wanted, setWanted] = useState<{ readonly query: SearchQuery; readonly after: Found | null }>({
    query,
    after: null,
  })
  if (wanted.query !== query) setWanted({ query, after: null })
  useEffect(() => {
    if (query.words.trim() === '') return
    const stop = new AbortController()
    const { first = 0 } = interview.part ?? {}
    const isElsewhere = ({ index }: LibraryAnswer) => index < first || index >= first + interview.turns.length
    const look = async () => {
      try {
        const source = await openSearch()
        const after = wanted.after?.looked ?? 0
        const { answers, looked, of } = await searchLong(source, interview.id, query, { after, signal: stop.signal })
        if (stop.signal.aborted) return
        setFound({ query, looked, of, answers: [...(wanted.after?.answers ?? []), ...answers.filter(isElsewhere)] })
      } catch {
        if (!stop.signal.aborted) setFailed(query)
      }
    }
    const timer = setTimeout(() => void look(), wanted.after ? 0 : REST_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [interview, query, wanted, openSearch])
  const own = found?.query === query ? found : null
  return {
    found: own,
    says: failed === query ? 'The other parts cannot be searched just now.' : sayFound(own),
    more: own && own.looked < own.of ? () => setWanted({ query, after: own }) : null,
  }
}

function sayFound(found: Found | null): string {
  if (!found) return 'Looking in the other parts …'
  const { answers, looked, of } = found
  const soFar = looked < of ? ' so far' : ''
  if (answers.length === 0) return `Nothing in the other parts${soFar}.`
  return `${answers.length} ${answers.length === 1 ? 'turn' : 'turns'} in the other parts${soFar}`
}
