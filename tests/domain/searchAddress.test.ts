import fc from 'fast-check'
import { expect, test } from 'vitest'
import { viewOf } from '../../src/domain/address.ts'
import { MAX_QUERY_LENGTH } from '../../src/domain/search.ts'
import { NO_SEARCH, readSearch, writeSearch } from '../../src/domain/searchAddress.ts'
import { blinkenInterview } from '../support/interviews.ts'

const interview = blinkenInterview()

test('a search comes out of its address as it went in', () => {
  const query = fc.record({
    words: fc
      .string({ unit: 'grapheme', maxLength: MAX_QUERY_LENGTH })
      .map((words) => words.slice(0, MAX_QUERY_LENGTH)),
    isExact: fc.boolean(),
    speaker: fc.constantFrom(null, ...interview.speakers.map(({ label }) => label)),
    topic: fc.constantFrom(null, ...interview.topics.map(({ id }) => id)),
  })
  fc.assert(
    fc.property(query, (search) => {
      fc.pre(!/\p{Surrogate}/u.test(search.words))
      const address = writeSearch(search)
      expect(readSearch(interview, address)).toEqual(search)
      expect(viewOf(address)).toBe(address)
    }),
  )
})

test('whatever stands in an address, it is read as a search or as none', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      const { words, speaker, topic } = readSearch(interview, `?q=${query}`)
      expect(words.length).toBeLessThanOrEqual(MAX_QUERY_LENGTH)
      expect([speaker, topic].every((each) => each === null || typeof each === 'string')).toBe(true)
    }),
  )
  expect(readSearch(interview, '?q=%&speaker=Nobody&topic=constructor&exact=yes')).toEqual(NO_SEARCH)
  expect(readSearch(interview, `?q=${'x'.repeat(5000)}`).words).toHaveLength(MAX_QUERY_LENGTH)
})
