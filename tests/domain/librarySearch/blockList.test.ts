import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBlockList, inAll, inAny, parseBlockList } from '../../../src/domain/librarySearch/blockList.ts'
import { FEW_BLOCKS, MAX_LIST_BYTES } from '../../../src/domain/librarySearch/limits.ts'

const rising = (most: number) =>
  fc.uniqueArray(fc.nat({ max: most - 1 })).map((all) => all.toSorted((one, other) => one - other))

describe('the blocks of a term', () => {
  it('are read as they were written, or stand everywhere when they are more than half of many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }).chain((total) => fc.tuple(fc.constant(total), rising(total))),
        ([total, blocks]) => {
          const list = parseBlockList(formatBlockList(blocks, total), total)
          expect(list).toEqual(total > FEW_BLOCKS && blocks.length * 2 > total ? 'everywhere' : blocks)
        },
      ),
    )
  })

  it('take no more than they may at any size', () => {
    const total = 1_000_000
    const third = Array.from({ length: total / 3 }, (_, index) => index * 3)
    expect(formatBlockList(third, total).length).toBeLessThanOrEqual(MAX_LIST_BYTES)
  })

  it('are nothing when the text is of another make, whatever it is', () => {
    for (const text of ['?', '!?', 'A A', '_____________', 'g', 'gggg', '!____', 'CC'])
      expect([text, parseBlockList(text, 3)]).toEqual([text, null])
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 200 }), (text, total) => {
        const list = parseBlockList(text, total)
        if (list === null || list === 'everywhere') return
        expect(list.every((block, at) => block < total && block > (list[at - 1] ?? -1))).toBe(true)
      }),
    )
  })

  it('are put together by all and by any', () => {
    expect(inAll([[1, 2, 5], 'everywhere', [0, 2, 5]], 9)).toEqual([2, 5])
    expect(inAll(['everywhere'], 3)).toEqual([0, 1, 2])
    expect(inAny([[5], [1, 5]])).toEqual([1, 5])
    expect(inAny([[5], 'everywhere'])).toBe('everywhere')
    expect(inAny([])).toEqual([])
  })
})
