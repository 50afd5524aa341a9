import { useEffect } from 'react'
import type { Fold } from '../../../domain/foldedText.ts'
import type { Interview } from '../../../domain/interview.ts'
import { foldedTurn } from '../../../domain/search.ts'

/** So long is folded at a time, in milliseconds: no letter that is typed waits longer. */
const SLICE_MS = 8

/** Folds the text in pieces as soon as the search is open, and as it is asked for, so that no letter has to wait for all of it. */
export function useFoldAhead(interview: Interview, fold: Fold): void {
  useEffect(() => {
    let turn = 0
    const foldSome = () => {
      const start = performance.now()
      while (turn < interview.turns.length && performance.now() - start < SLICE_MS) foldedTurn(interview, turn++, fold)
      if (turn < interview.turns.length) timer = setTimeout(foldSome)
    }
    let timer = setTimeout(foldSome)
    return () => clearTimeout(timer)
  }, [interview, fold])
}
