import { renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Fold } from '../../src/domain/foldedText.ts'
import { useFoldAhead } from '../../src/views/interview/search/useFoldAhead.ts'
import { blinkenInterview } from '../support/interviews.ts'

test('the text is folded ahead as the search compares it, and again when that changes', async () => {
  const interview = blinkenInterview()
  const reads = interview.turns.map(() => 0)
  const turns = interview.turns.map((turn, index) =>
    Object.defineProperty({ ...turn }, 'paragraphs', {
      get: () => {
        reads[index]! += 1
        return turn.paragraphs
      },
    }),
  )
  const watched = { ...interview, turns }
  const initialProps: { fold: Fold } = { fold: 'letters' }
  const { rerender } = renderHook(({ fold }) => useFoldAhead(watched, fold), { initialProps })
  await waitFor(() => expect(reads).toEqual(interview.turns.map(() => 1)))
  rerender({ fold: 'shapes' })
  await waitFor(() => expect(reads).toEqual(interview.turns.map(() => 2)))
})
