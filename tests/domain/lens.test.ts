import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldsOf, shownFrom, withOpened } from '../../src/domain/folds.ts'
import { foldName, formatLens, parseLens, shownTurns, type Lens } from '../../src/domain/lens.ts'
import { sectionOf } from '../../src/domain/topics.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { interviewArbitrary } from '../support/interviewArbitrary.ts'
import { blinkenInterview } from '../support/interviews.ts'

const blinken = blinkenInterview()
const lensesOf = ({ speakers, topics }: Interview): Lens[] => [
  { kind: 'questions' },
  { kind: 'answers' },
  ...speakers.map(({ label }) => ({ kind: 'speaker', speaker: label }) as const),
  ...topics.map(({ id }) => ({ kind: 'topic', topic: id }) as const),
]

describe('a lens', () => {
  test('comes out of its text as it went in, and nothing else is one', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.string(), (interview, text) => {
        for (const lens of lensesOf(interview)) expect(parseLens(interview, formatLens(lens))).toEqual(lens)
        for (const wrong of [text, `speaker:${text}!`, `topic:${text}!`, 'topic:constructor', ''])
          expect(parseLens(blinken, wrong)).toBeNull()
      }),
    )
  })

  test('shows every question or every answer, a speaker’s turns, a topic’s with those that mention it', () => {
    fc.assert(
      fc.property(interviewArbitrary, (interview) => {
        const [questions, answers] = [
          shownTurns(interview, { kind: 'questions' }),
          shownTurns(interview, { kind: 'answers' }),
        ]
        expect(questions.map((is) => !is)).toEqual(answers)
        for (const { label } of interview.speakers)
          expect(shownTurns(interview, { kind: 'speaker', speaker: label })).toEqual(
            interview.turns.map(({ speaker }) => speaker === label),
          )
        for (const { id } of interview.topics)
          expect(shownTurns(interview, { kind: 'topic', topic: id })).toEqual(
            interview.turns.map(
              ({ mentions }, index) => sectionOf(interview, index).topic === id || mentions.includes(id),
            ),
          )
      }),
    )
  })

  test('names what it folds', () => {
    const [first] = foldsOf(shownTurns(blinken, { kind: 'questions' }))
    expect(first && foldName(blinken, first)).toBe('Answer 1, Dr. Carter, under 1 min')
    expect(foldName(blinken, { start: 0, end: 5 })).toBe('5 turns skipped, about 1 min')
  })
})

describe('what is folded', () => {
  const shown = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 })

  test('and what is shown are all turns, each once', () => {
    fc.assert(
      fc.property(shown, (is) => {
        const folded = foldsOf(is).flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, at) => start + at),
        )
        expect([...folded, ...[...is.keys()].filter((at) => is[at])].toSorted((one, other) => one - other)).toEqual([
          ...is.keys(),
        ])
        for (const [at, fold] of foldsOf(is).entries())
          expect(fold.start).toBeGreaterThan(foldsOf(is)[at - 1]?.end ?? -1)
      }),
    )
  })

  test('is stepped over, and opened run by run', () => {
    fc.assert(
      fc.property(shown, fc.nat(), (is, pick) => {
        const turn = pick % is.length
        expect(shownFrom(is, turn, 1)).toBe(
          is.findIndex((each, at) => each && at >= turn) < 0 ? null : is.findIndex((each, at) => each && at >= turn),
        )
        const before = is.findLastIndex((each, at) => each && at <= turn)
        expect(shownFrom(is, turn, -1)).toBe(before < 0 ? null : before)
        const opened = withOpened(is, turn)
        expect(opened[turn]).toBe(true)
        expect(foldsOf(opened)).toHaveLength(foldsOf(is).length - (is[turn] ? 0 : 1))
      }),
    )
  })
})
