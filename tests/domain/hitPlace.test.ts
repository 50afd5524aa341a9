import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOfHit, shareOfHit } from '../../src/domain/hitPlace.ts'
import { turnText } from '../../src/domain/interview.ts'
import { searchInterview } from '../../src/domain/search.ts'
import { NO_SEARCH } from '../../src/domain/searchAddress.ts'
import { interviewArbitrary } from '../support/interviewArbitrary.ts'
import { blinkenInterview } from '../support/interviews.ts'

const interview = blinkenInterview()

test('an excerpt has the words with whole words round them', () => {
  const [first] = searchInterview(interview, { ...NO_SEARCH, words: 'trade and human rights' })
  expect(first && excerptOfHit(interview, first)).toEqual({
    before: '…by China in areas like ',
    words: 'trade and human rights',
    after: '.',
  })
})

test('hits stand on the ribbon in the order of the text, each in its turn, and their excerpts in the text', () => {
  fc.assert(
    fc.property(interviewArbitrary, fc.constantFrom('a', 'e', ' ', 'の', 'st'), (any, words) => {
      let before = 0
      for (const hit of searchInterview(any, { ...NO_SEARCH, words })) {
        const share = shareOfHit(any, hit)
        expect(share).toBeGreaterThanOrEqual(before)
        expect(share).toBeLessThanOrEqual(1)
        before = share
        const excerpt = excerptOfHit(any, hit)
        const shown = (excerpt.before.replace(/^…/, '') + excerpt.words + excerpt.after.replace(/…$/, '')).trim()
        expect(turnText(any.turns[hit.turn]!).replaceAll(/\s+/g, ' ')).toContain(shown)
      }
    }),
  )
})
