import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatLength, secondsOf, spokenSeconds, startOf, timelineOf, turnAtTime } from '../../src/domain/timeline.ts'
import { interviewArbitrary } from '../support/interviewArbitrary.ts'
import { interviewFrom } from '../support/interviews.ts'

describe('the timeline', () => {
  test('is monotonic, and every turn is found at its start and until the next', () => {
    fc.assert(
      fc.property(interviewArbitrary, ({ ...interview }) => {
        const timeline = timelineOf(interview)
        expect(timeline).toHaveLength(interview.turns.length + 1)
        interview.turns.forEach((_, index) => {
          const start = startOf(timeline, index)
          const end = startOf(timeline, index + 1)
          expect(end).toBeGreaterThan(start)
          expect(turnAtTime(timeline, start)).toBe(index)
          expect(turnAtTime(timeline, (start + end) / 2)).toBe(index)
        })
        expect(secondsOf(timeline, { start: 0, end: interview.turns.length })).toBe(timeline.at(-1))
      }),
      { numRuns: 40 },
    )
  })

  test('is total: any time gives a turn of the interview, a later time never an earlier one', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.double(), fc.double({ noNaN: true }), (interview, any, other) => {
        const timeline = timelineOf(interview)
        const last = interview.turns.length - 1
        for (const time of [any, other, -1, Number.POSITIVE_INFINITY]) {
          expect(turnAtTime(timeline, time)).toBeGreaterThanOrEqual(0)
          expect(turnAtTime(timeline, time)).toBeLessThanOrEqual(last)
        }
        if (any <= other) expect(turnAtTime(timeline, any)).toBeLessThanOrEqual(turnAtTime(timeline, other))
      }),
      { numRuns: 40 },
    )
  })

  test('of a recording is the recording’s', () => {
    const recording = { file: 'a.mp3', kind: 'audio' as const, turns: [4, 9], end: 12.5, words: null }
    const talk = '---\ntitle: A\nlanguage: en\n---\nAnn: Why?\n\nBob: So.'
    expect(timelineOf({ ...interviewFrom('talk', talk), recording })).toEqual([4, 9, 12.5])
  })

  test('of no turns has length 0 and its first turn at any time', () => {
    expect(turnAtTime([0], 5)).toBe(0)
    expect(startOf([0], 3)).toBe(0)
  })

  test('takes words in scripts with spaces and characters in scripts without, even in one text', () => {
    expect(spokenSeconds('word '.repeat(150))).toBeCloseTo(60)
    expect(spokenSeconds('字'.repeat(270))).toBeCloseTo(60)
    expect(spokenSeconds(`${'word '.repeat(150)} 字字`)).toBeCloseTo(60 + (2 / 270) * 60)
    expect(spokenSeconds('…')).toBe(1)
  })
})

test.each([
  [0, 'under 1 min'],
  [44, 'under 1 min'],
  [45, 'about 1 min'],
  [250, 'about 4 min'],
  [3599, 'about 1 h'],
  [7800, 'about 2 h 10 min'],
])('%d seconds read as %s', (seconds, text) => {
  expect(formatLength(seconds)).toBe(text)
})
