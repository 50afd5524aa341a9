import { useEffect } from 'react'
import type { Interview } from '../../../domain/interview.ts'
import { foldedTurn } from '../../../domain/search.ts'

/** So long is folded at a time, in milliseconds: no letter that is typed waits longer. */
const SLICE_MS = 8

/** Folds the text in pieces as soon as the search is open, so that its first letter has not to wait for all of it. */
export function useFoldAhead(interview: Interview): void {
  useEffect(() => {
    let turn = 0
    const foldSome = () => {
      const start = performance.now()
      while (turn < interview.turns.length && performance.now() - start < SLICE_MS)
        foldedTurn(interview, turn++, 'letters')
      if (turn < interview.turns.length) timer = setTimeout(foldSome)
    }
    let timer = setTimeout(foldSome)
    return () => clearTimeout(timer)
  }, [interview])
}
