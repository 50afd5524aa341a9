import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchWords } from '../../../src/domain/alignment/wordMatches.ts'
import { longestRising } from '../../../src/domain/alignment/rising.ts'

/** The length of the longest common subsequence, by the textbook. */
function naiveLength(one: readonly number[], other: readonly number[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const word of one) {
    const next = [0]
    other.forEach((each, index) => {
      const longest = Math.max(row[index + 1] ?? 0, next[index] ?? 0)
      next.push(each === word ? Math.max((row[index] ?? 0) + 1, longest) : longest)
    })
    row = next
  }
  return row.at(-1) ?? 0
}

function matched(one: readonly number[], other: readonly number[]) {
  const pairs: [number, number][] = []
  const texts = { old: Int32Array.from(one), new: Int32Array.from(other), weights: new Float64Array(2000).fill(100) }
  const whole = { oldStart: 0, oldEnd: one.length, newStart: 0, newEnd: other.length }
  matchWords(texts, whole, (at, to) => pairs.push([at, to]))
  return pairs.toSorted(([a], [b]) => a - b)
}

const text = fc.array(fc.nat(6), { maxLength: 40 })

describe('words that two texts have in common', () => {
  it('are as many as there can be, in the order of both, when all tell the same', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const pairs = matched(one, other)
        expect(pairs.every(([at, to]) => one[at] === other[to])).toBe(true)
        expect(pairs.every(([at, to], n) => n === 0 || (at > pairs[n - 1]![0] && to > pairs[n - 1]![1]))).toBe(true)
        expect(pairs).toHaveLength(naiveLength(one, other))
      }),
    )
  })

  it('are in the order of both in long texts too, where they are cut at anchors', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1500), { minLength: 700, maxLength: 900 }), fc.nat(), (one, seed) => {
        const other = one.filter((_, index) => (index * 7919 + seed) % 5 !== 0)
        const pairs = matched([1, ...one, 2], [3, ...other, 4])
        expect(pairs.every(([at, to], n) => n === 0 || (at > pairs[n - 1]![0] && to > pairs[n - 1]![1]))).toBe(true)
        expect(pairs.length).toBeGreaterThanOrEqual(other.length * 0.98)
      }),
      { numRuns: 10 },
    )
  })
})

describe('a longest rising subsequence', () => {
  it('rises, and no other is longer', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 30 }), (values) => {
        const rise = longestRising(values).map((position) => values[position] ?? 0)
        expect(rise).toEqual(rise.toSorted((one, other) => one - other))
        expect(rise).toHaveLength(
          naiveLength(
            values,
            values.toSorted((one, other) => one - other),
          ),
        )
      }),
    )
  })
})
