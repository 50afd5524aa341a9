import { useEffect } from 'react'
import { turnAt, type Interview } from '../../../domain/interview.ts'
import type { Hit } from '../../../domain/search.ts'
import type { TurnRange } from '../../../state/linkSlice.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { highlightWords } from '../highlightWords.ts'

/** So many hits are marked at once, round the reader: more than a page shows in a long while. */
const MOST_MARKED = 2000
/** What is marked moves along by so many turns at a time. */
const TURN_STEP = 20

/** Marks every hit in the page, and the one that the reader is at more strongly. */
export function useMarkedHits(interview: Interview, hits: readonly Hit[], current: number | null): void {
  const store = useAppStore()
  const from = useApp((state) => {
    const read = hits.length > MOST_MARKED ? (selectCurrentTurn(state) ?? 0) : 0
    return Math.floor(read / TURN_STEP) * TURN_STEP
  })
  useEffect(() => {
    const at = hits.findIndex((hit) => hit.turn >= from)
    const first = Math.max(0, (at < 0 ? hits.length : at) - MOST_MARKED / 2)
    const marked = hits.slice(first, first + MOST_MARKED)
    highlightWords(
      store,
      'hit',
      marked.map((hit) => wordsOf(interview, hit)),
    )
    return () => highlightWords(store, 'hit', [])
  }, [store, interview, hits, from])
  useEffect(() => {
    const hit = current === null ? undefined : hits[current]
    if (!hit) return
    highlightWords(store, 'current-hit', [wordsOf(interview, hit)])
    return () => highlightWords(store, 'current-hit', [])
  }, [store, interview, hits, current])
}

function wordsOf(interview: Interview, { turn, start, end }: Hit): TurnRange {
  return { turn: turnAt(interview, turn).id, start, end }
}
