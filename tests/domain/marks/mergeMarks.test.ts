import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergedMark } from '../../../src/domain/marks/mergeMarks.ts'
import { markArbitrary } from '../../support/markArbitrary.ts'

const [sample] = fc.sample(markArbitrary, 1)
const at = (minute: number, note: string) => ({ ...sample!, note, changed: `2026-01-01T00:0${minute}:00.000Z` })

test('a mark that nobody else changed is written over', () => {
  const kept = at(1, 'before')
  expect(mergedMark(kept, { mark: at(2, 'after'), known: kept.changed })).toEqual(at(2, 'after'))
  expect(mergedMark(null, { mark: at(2, 'after'), known: null })).toEqual(at(2, 'after'))
})

test('two notes that were written at the same time are both kept, whoever comes last', () => {
  const known = at(1, '').changed
  for (const [kept, mark] of [
    [at(2, 'of the first tab'), at(3, 'of the second tab')],
    [at(3, 'of the second tab'), at(2, 'of the first tab')],
  ] as const)
    expect(mergedMark(kept, { mark, known }).note).toBe('of the first tab\n\nof the second tab')
})

test('no letter of a note is ever lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.boolean(), (one, other, isFirst) => {
      const merged = mergedMark(at(isFirst ? 2 : 3, one), { mark: at(isFirst ? 3 : 2, other), known: null }).note
      expect(merged).toContain(one)
      expect(merged).toContain(other)
    }),
  )
})
