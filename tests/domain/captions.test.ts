import { describe, expect, test } from 'vitest'
import { timedWordsOf, type Cue } from '../../src/domain/captions.ts'

const cue = (start: number, end: number, text: string, times: Cue['times'] = []): Cue => ({ start, end, text, times })
const timesOf = (...cues: Cue[]) => timedWordsOf(cues).map(({ folded, seconds }) => [folded, seconds])

describe('the words of captions', () => {
  test('begin where their place in the caption says', () => {
    expect(timesOf(cue(10, 14, 'abc def'))).toEqual([
      ['abc', 10],
      ['def', 12],
    ])
  })

  test('begin at the times that stand in the caption', () => {
    const times = [
      { offset: 4, seconds: 13 },
      { offset: 8, seconds: 13.5 },
    ]
    expect(timesOf(cue(10, 14, 'abc def ghi', times))).toEqual([
      ['abc', 10],
      ['def', 13],
      ['ghi', 13.5],
    ])
  })

  test('pass over times in it that fall or lie outside of it', () => {
    const times = [
      { offset: 4, seconds: 13 },
      { offset: 8, seconds: 12 },
      { offset: 8, seconds: 99 },
    ]
    expect(timesOf(cue(10, 14, 'abc def ghi', times)).map(([, seconds]) => seconds)).toEqual([10, 13, 13.5])
  })

  test('are in the order of their captions’ times, and said before the next caption begins', () => {
    const words = timesOf(cue(20, 22, 'second'), cue(10, 3600, 'first and more'), cue(20, 24, 'both'))
    expect(words.map(([word]) => word)).toEqual(['first', 'and', 'more', 'second', 'both'])
    expect(words[2]?.[1]).toBeLessThan(20)
  })

  test('never fall, not where two captions begin at once', () => {
    const seconds = timesOf(cue(20, 30, 'one two three'), cue(20, 24, 'four five')).map(([, at]) => at)
    expect(seconds).toEqual(seconds.toSorted((one, other) => Number(one) - Number(other)))
    expect(seconds[4]).toBeGreaterThan(20)
  })
})
