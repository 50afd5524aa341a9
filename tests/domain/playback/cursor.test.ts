import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { turnText } from '../../../src/domain/interview.ts'
import {
  clampCursor,
  compareCursors,
  cursorAtOffset,
  FIRST,
  rangeOfCursor,
  sentenceFrom,
  sentencesOfTurn,
  type Cursor,
} from '../../../src/domain/playback/cursor.ts'
import { blinkenInterview } from '../../support/interviews.ts'
import { interviewArbitrary } from '../../support/interviewArbitrary.ts'
import { talkOf } from '../../support/playback.ts'

describe('the sentences of a turn', () => {
  test('are its text without gaps, one at least, and each can be said if any of it can', () => {
    fc.assert(
      fc.property(interviewArbitrary, (interview) => {
        interview.turns.forEach((turn, index) => {
          const text = turnText(turn)
          const sentences = sentencesOfTurn(interview, index)
          expect(sentences.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
          if (sentences.length > 1)
            for (const { start, end } of sentences) expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u)
        })
      }),
      { numRuns: 30 },
    )
  })

  test('of the published interview end neither at a title nor at an abbreviation', () => {
    const interview = blinkenInterview()
    const opening = turnText(interview.turns[0]!)
    const said = sentencesOfTurn(interview, 0).map(({ start, end }) => opening.slice(start, end).trim())
    expect(said[2]).toBe(
      'Joining us is Dr. Emily Carter, a renowned expert on foreign policy and international relations.',
    )
    expect(said).toHaveLength(4)
    const ends = interview.turns.flatMap((turn, index) =>
      sentencesOfTurn(interview, index).map(({ start, end }) => turnText(turn).slice(start, end).trim()),
    )
    expect(ends.filter((sentence) => /(?:\bDr|\bU\.S)\.$/.test(sentence))).toEqual([])
  })

  test('do not count dots and empty lines as sentences', () => {
    const interview = { ...talkOf([{ role: 'guest', sentences: 1, isTopic: false }]) }
    const turns = [{ ...interview.turns[0]!, paragraphs: ['… Well. — ', '...', 'Yes!'] }]
    const texts = sentencesOfTurn({ ...interview, turns }, 0).map(({ start, end }) =>
      turnText(turns[0]!).slice(start, end),
    )
    expect(texts).toHaveLength(2)
  })
})

describe('a cursor', () => {
  const interview = talkOf([
    { role: 'interviewer', sentences: 2, isTopic: true },
    { role: 'guest', sentences: 3, isTopic: false },
    { role: 'guest', sentences: 1, isTopic: false },
  ])

  test('goes through every sentence and back again', () => {
    const there: Cursor[] = []
    for (let at: Cursor | null = FIRST; at; at = sentenceFrom(interview, at, 1)) there.push(at)
    const back: Cursor[] = []
    for (let at: Cursor | null = there.at(-1)!; at; at = sentenceFrom(interview, at, -1)) back.push(at)
    expect(there).toHaveLength(6)
    expect(back.toReversed()).toEqual(there)
    expect([...there].toSorted(compareCursors)).toEqual(there)
  })

  test.each([
    [
      { turn: 9, sentence: 9 },
      { turn: 2, sentence: 0 },
    ],
    [
      { turn: 1, sentence: 9 },
      { turn: 1, sentence: 2 },
    ],
    [{ turn: -1, sentence: -3 }, FIRST],
    [{ turn: Number.NaN, sentence: 0.7 }, FIRST],
    [
      { turn: 1, sentence: Number.POSITIVE_INFINITY },
      { turn: 1, sentence: 2 },
    ],
  ])('from elsewhere, %j, is the nearest that there is', (stale, expected) => {
    expect(clampCursor(interview, stale)).toEqual(expected)
  })

  test('is found from an offset in the text: the sentence that a word stands in', () => {
    for (const [sentence, { start, end }] of sentencesOfTurn(interview, 1).entries()) {
      expect(cursorAtOffset(interview, 1, start)).toEqual({ turn: 1, sentence })
      expect(cursorAtOffset(interview, 1, end - 1)).toEqual({ turn: 1, sentence })
    }
    expect(cursorAtOffset(interview, 1, 999)).toEqual({ turn: 1, sentence: 2 })
    expect(rangeOfCursor(interview, { turn: 7, sentence: 0 })).toBeNull()
  })
})
