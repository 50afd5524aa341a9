import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIRST, sentenceFrom, type Cursor } from '../../../src/domain/playback/cursor.ts'
import { clampRate, describeRate, RATES, stepRate } from '../../../src/domain/playback/rates.ts'
import { formatClock, lengthText, playbackTimes, secondsOfPlace } from '../../../src/domain/playback/times.ts'
import type { Interview } from '../../../src/domain/interview.ts'
import { timelineOf } from '../../../src/domain/timeline.ts'
import { interviewFrom } from '../../support/interviews.ts'
import { talkArbitrary, talkOf } from '../../support/playback.ts'

describe('the time of a place', () => {
  test('grows from sentence to sentence', () => {
    fc.assert(
      fc.property(talkArbitrary, (interview) => {
        const timeline = timelineOf(interview)
        let before = -1
        for (let cursor: Cursor | null = FIRST; cursor; cursor = sentenceFrom(interview, cursor, 1)) {
          const seconds = secondsOfPlace(interview, timeline, { cursor })
          expect(seconds).toBeGreaterThan(before)
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

describe('the time of a place in a recording', () => {
  const talk = interviewFrom(
    'talk',
    '---\ntitle: A\nlanguage: en\nrecording: a.mp3\n---\nAnn [0:05]: Why rye? “And how”?\n\nBob [0:20]: So.',
  )
  const timed: Interview = {
    ...talk,
    recording: { ...talk.recording!, end: 25, words: [[6, 8, 15, 17], [20.5]] }, // it has one: front matter says so
  }
  const timeline = timelineOf(timed)
  const at = (turn: number, sentence: number, offset?: number) =>
    secondsOfPlace(timed, timeline, { cursor: { turn, sentence }, offset: offset ?? null })

  test('is that of its word, or of the first word behind it', () => {
    expect([at(0, 0), at(0, 1), at(1, 0)]).toEqual([6, 15, 20.5])
    expect([0, 3, 4, 7, 8].map((offset) => at(0, 0, offset))).toEqual([6, 8, 8, 15, 15])
  })

  test('behind the last word is that of the next turn, or of the end', () => {
    expect(at(0, 1, 99)).toBe(20)
    expect(at(1, 0, 99)).toBe(25)
  })

  test('goes with the length of the text where only the turns have times', () => {
    const times = timelineOf(talk)
    expect(secondsOfPlace(talk, times, { cursor: { turn: 1, sentence: 0 } })).toBe(20)
    const second = secondsOfPlace(talk, times, { cursor: { turn: 0, sentence: 1 } })
    expect(second).toBeCloseTo(5 + 15 * (9 / 19))
  })

  test('is out of the whole recording', () => {
    const place = { cursor: { turn: 0, sentence: 1 }, rate: 2 }
    expect(playbackTimes(timed, timeline, place)).toEqual({ elapsed: 15, left: 5, total: 25 })
  })

  test('is told to the second, a length without a recording about', () => {
    expect(lengthText(timed, 95)).toBe('1:35')
    expect(lengthText({ ...timed, recording: undefined }, 95)).toBe('about 2 min')
  })
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
