import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InterviewId, TurnId } from '../../src/domain/interview.ts'
import { MAX_TRAIL_LENGTH, readTrail, writeTrail, type TrailStep } from '../../src/domain/trail.ts'
import { HOSTILE } from '../support/markArbitrary.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(...HOSTILE.filter(({ length }) => length < 200), '!~', '%', '~~!!'),
)
const step: fc.Arbitrary<TrailStep> = fc.record({
  interview: fc.constantFrom('blinken-initiatives', 'bread').map((id) => id as InterviewId),
  turn: fc.constantFrom('first-words', 'última-palabra').map((id) => id as TurnId),
  fingerprint: fc.constantFrom(null, 'ahFULti44RLYFSWgWl9jtuO8YoIJ0x26pydRnImr'),
  quote: fc.option(text.filter((quote) => quote !== '')),
  note: text,
})

test('a trail comes out of its link as it went in, whatever is written in its notes', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      fc.pre(!steps.some(({ quote, note }) => /\p{Surrogate}/u.test(`${quote}${note}`)))
      const fragment = writeTrail(steps)
      if (fragment === null) return
      expect(fragment).toMatch(/^#trail=[\w%!~.-]+$/)
      expect(readTrail(fragment)).toEqual({ steps, isDamaged: false })
    }),
  )
})

test('twenty sentences with short notes fit into one, and a book does not', () => {
  const one = {
    interview: 'blinken-initiatives',
    turn: 'relationship-challenging-assignments-competition',
    fingerprint: 'ahFULti44RLYFSWgWl9jtuO8YoIJ0x26pydRnImr',
  } as TrailStep
  const steps = Array.from({ length: 20 }, () => ({
    ...one,
    quote: 'open lines of communication to mitigate misunderstandings',
    note: 'Compare with 2021.',
  }))
  expect(writeTrail(steps)?.length).toBeLessThan(MAX_TRAIL_LENGTH)
  expect(writeTrail([{ ...one, quote: null, note: 'word '.repeat(2000) }])).toBeNull()
})

test('a damaged trail shows what can be read of it, and any other fragment is none', () => {
  const fragment =
    writeTrail([
      { interview: 'bread' as InterviewId, turn: 'first-words' as TurnId, fingerprint: null, quote: null, note: 'x' },
    ]) ?? ''
  expect(readTrail(`${fragment}!bread~first`)).toMatchObject({ steps: [{ note: 'x' }], isDamaged: true })
  for (const damaged of [
    '#trail=',
    '#trail=1',
    '#trail=2!a~b~~~',
    '#trail=1!%~%~%~%~%',
    `#trail=1!${'x'.repeat(9000)}`,
  ])
    expect(readTrail(damaged)).toEqual({ steps: [], isDamaged: true })
  for (const none of ['', '#trail', '#china', '?trail=1']) expect(readTrail(none)).toBeNull()
  fc.assert(fc.property(fc.string(), (any) => readTrail(`#trail=1!${any}`) !== null))
})
