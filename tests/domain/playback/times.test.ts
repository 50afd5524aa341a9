import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIRST, sentenceFrom, type Cursor } from '../../../src/domain/playback/cursor.ts'
import { clampRate, describeRate, RATES, stepRate } from '../../../src/domain/playback/rates.ts'
import { cursorAtTime, formatClock, playbackTimes, secondsOfPlace } from '../../../src/domain/playback/times.ts'
import { timelineOf } from '../../../src/domain/timeline.ts'
import { talkArbitrary, talkOf } from '../../support/playback.ts'

describe('the time of a place', () => {
  test('grows from sentence to sentence, and leads back to it', () => {
    fc.assert(
      fc.property(talkArbitrary, (interview) => {
        const timeline = timelineOf(interview)
        let before = -1
        for (let cursor: Cursor | null = FIRST; cursor; cursor = sentenceFrom(interview, cursor, 1)) {
          const seconds = secondsOfPlace(interview, timeline, { cursor })
          expect(seconds).toBeGreaterThan(before)
          expect(cursorAtTime(interview, timeline, seconds)).toEqual(cursor)
          before = seconds
        }
      }),
    )
  })

  test('elapsed is the same at any rate, what is left is not', () => {
    const interview = talkOf([{ role: 'guest', sentences: 4, isTopic: true }])
    const timeline = timelineOf(interview)
    const place = { cursor: { turn: 0, sentence: 2 } }
    const [usual, fast] = [1, 2].map((rate) => playbackTimes(interview, timeline, { ...place, rate }))
    expect(fast?.elapsed).toBe(usual?.elapsed)
    expect(fast?.left).toBeCloseTo((usual?.left ?? 0) / 2)
    expect((usual?.elapsed ?? 0) + (usual?.left ?? 0)).toBeCloseTo(usual?.total ?? 0)
  })

  test('goes on within a sentence by its words, and not beyond it', () => {
    const interview = talkOf([{ role: 'guest', sentences: 4, isTopic: true }])
    const timeline = timelineOf(interview)
    const at = (offset: number) => secondsOfPlace(interview, timeline, { cursor: { turn: 0, sentence: 1 }, offset })
    expect(at(12)).toBeGreaterThan(at(9))
    expect(at(999)).toBe(secondsOfPlace(interview, timeline, { cursor: { turn: 0, sentence: 2 } }))
    expect(at(-5)).toBe(at(9))
  })

  test.each([
    [0, '0:00'],
    [108.9, '1:48'],
    [3725, '1:02:05'],
    [Number.NaN, '0:00'],
    [-3, '0:00'],
  ])('%d seconds read as %s', (seconds, text) => expect(formatClock(seconds)).toBe(text))
})

describe('the rate', () => {
  test('goes up and down in the steps people know, and stays at the ends', () => {
    const up: number[] = [0.5]
    for (let index = 0; index < 9; index += 1) up.push(stepRate(up.at(-1)!, 1))
    expect(up).toEqual([...RATES, 3])
    expect(stepRate(0.5, -1)).toBe(0.5)
    expect(stepRate(1.1, 1)).toBe(1.25)
    expect(stepRate(1.1, -1)).toBe(1)
  })

  test('is one that there is, and is written as players write it', () => {
    const range = { slowest: 0.5, fastest: 3 }
    expect([9, 0, Number.NaN, 1.3].map((rate) => clampRate(rate, range))).toEqual([3, 0.5, 1, 1.3])
    expect([1, 1.25, 0.1 + 0.2].map(describeRate)).toEqual(['1×', '1.25×', '0.3×'])
  })
})
