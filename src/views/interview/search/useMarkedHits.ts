import { useEffect } from 'react'
import { turnAt, type Interview } from '../../../domain/interview.ts'
import type { Hit } from '../../../domain/search.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { pageRangesOf } from '../textRanges.ts'

/** So many hits are marked at once, round the reader: more than a page shows in a long while. */
const MOST_MARKED = 2000
/** What is marked moves along by so many turns at a time. */
const TURN_STEP = 20

/**
 * Marks every hit in the page, and the one that the reader is at more strongly (CSS Custom Highlight API). Where a browser has
 * none, the one that the reader is at is marked by an element, as the words of a link are.
 */
export function useMarkedHits(interview: Interview, hits: readonly Hit[], current: number | null): void {
  const from = useApp((state) => {
    const read = hits.length > MOST_MARKED ? (selectCurrentTurn(state) ?? 0) : 0
    return Math.floor(read / TURN_STEP) * TURN_STEP
  })
  useEffect(() => {
    if (!('highlights' in CSS)) return
    const at = hits.findIndex((hit) => hit.turn >= from)
    const first = Math.max(0, (at < 0 ? hits.length : at) - MOST_MARKED / 2)
    const rangesOf = ({ turn, start, end }: Hit) => pageRangesOf({ turn: turnAt(interview, turn).id, start, end })
    CSS.highlights.set('hit', new Highlight(...hits.slice(first, first + MOST_MARKED).flatMap(rangesOf)))
    return () => void CSS.highlights.delete('hit')
  }, [interview, hits, from])
  useEffect(() => {
    const hit = current === null ? undefined : hits[current]
    if (!hit || !('highlights' in CSS)) return
    const highlight = new Highlight(...pageRangesOf({ ...hit, turn: turnAt(interview, hit.turn).id }))
    highlight.priority = 1
    CSS.highlights.set('current-hit', highlight)
    return () => void CSS.highlights.delete('current-hit')
  }, [interview, hits, current])
}
