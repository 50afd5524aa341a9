import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answerCount,
  answerFrom,
  exchangeFrom,
  exchangeOf,
  partLabel,
  partOf,
  partsOf,
  questionOf,
} from '../../src/domain/exchanges.ts'
import { readMarkdown } from '../../src/domain/formats/markdown.ts'
import type { Interview } from '../../src/domain/interview.ts'

/** An interview whose turns are said by the interviewer (Q) and the guest (A) in that order. */
function interviewOf(voices: string): Interview {
  const used = [...new Set(voices)].map(
    (voice) => `  - { label: ${voice}, role: ${voice === 'Q' ? 'interviewer' : 'guest'} }`,
  )
  const front = `---\ntitle: x\nlanguage: en\nspeakers:\n${used.join('\n')}\n---\n`
  const result = readMarkdown({ id: 'x', text: front + [...voices].map((voice) => `${voice}: x\n`).join('') })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.interview
}

function labelsOf(voices: string): (string | null)[] {
  return partsOf(interviewOf(voices)).map(partLabel)
}

/** Q for a turn of the interviewer, A and B for guests. */
const voicesArbitrary = fc
  .array(fc.constantFrom('Q', 'A', 'B'), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(''))

describe('exchanges', () => {
  test('share a number between questions and answers that belong together', () => {
    expect(labelsOf('QQAABQA')).toEqual([
      'Question 1',
      'Question 1',
      'Answer 1',
      'Answer 1',
      'Answer 1',
      'Question 2',
      'Answer 2',
    ])
  })

  test('give no number to a turn that nobody answers, and count an answer to no question', () => {
    expect(labelsOf('AQAQ')).toEqual(['Answer 1', 'Question 2', 'Answer 2', null])
    expect(answerCount(interviewOf('Q'))).toBe(0)
    expect(() => partOf(interviewOf('Q'), 1)).toThrow(RangeError)
  })

  test('are stepped through by the first turn of each answer', () => {
    const interview = interviewOf('QAAQAQ')
    expect(answerFrom(interview, -1, 1)).toBe(1)
    expect(answerFrom(interview, 1, 1)).toBe(4)
    expect(answerFrom(interview, 4, 1)).toBeNull()
    expect(answerFrom(interview, 2, -1)).toBe(1)
    expect(questionOf(interview, 2)).toBe(0)
    expect(questionOf(interview, 3)).toBeNull()
  })

  test('number from 1 without gaps, never downwards, and every answered question with its answer', () => {
    fc.assert(
      fc.property(voicesArbitrary, (all) => {
        const interview = interviewOf(all)
        const parts = partsOf(interview)
        const numbers = parts.flatMap(({ number }) => number ?? [])
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
        expect([...new Set(numbers)]).toEqual(Array.from({ length: answerCount(interview) }, (_, index) => index + 1))
        parts.forEach(({ role, number }, index) => {
          const question = questionOf(interview, index)
          if (role === 'guest') expect(number).not.toBeNull()
          if (question !== null) expect(parts[question]?.number).toBe(number)
        })
      }),
      { numRuns: 100 },
    )
  })

  test('are questions with their answers, and at the end the turns that nobody answers', () => {
    const interview = interviewOf('AQQABQAQQ')
    const stages = interview.turns.map((_, index) => exchangeOf(interview, index))
    expect([...new Set(stages)]).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 5 },
      { start: 5, end: 7 },
      { start: 7, end: 9 },
    ])
    expect(() => exchangeOf(interview, 9)).toThrow(RangeError)
  })

  test('are gone through one by one, from above the first turn as from the first exchange', () => {
    const interview = interviewOf('QAQAQ')
    expect(exchangeFrom(interview, -1, 1)).toBe(2)
    expect(exchangeFrom(interview, -1, -1)).toBeNull()
    expect(exchangeFrom(interview, 1, 1)).toBe(2)
    expect(exchangeFrom(interview, 3, -1)).toBe(0)
    expect(exchangeFrom(interview, 3, 1)).toBe(4)
    expect(exchangeFrom(interview, 4, 1)).toBeNull()
  })

  test('each hold the turns of one number; together, in order, they are all turns, each once', () => {
    fc.assert(
      fc.property(voicesArbitrary, (all) => {
        const interview = interviewOf(all)
        const gone: number[] = []
        for (let start: number | null = 0; start !== null; start = exchangeFrom(interview, start, 1)) {
          const exchange = exchangeOf(interview, start)
          expect(exchange.start).toBe(start)
          expect(exchangeFrom(interview, exchange.end - 1, -1)).toBe(
            start === 0 ? null : exchangeOf(interview, start - 1).start,
          )
          for (let index = start; index < exchange.end; index += 1) {
            expect(exchangeOf(interview, index)).toBe(exchange)
            expect(partOf(interview, index).number).toBe(partOf(interview, start).number)
            gone.push(index)
          }
        }
        expect(gone).toEqual(interview.turns.map((_, index) => index))
      }),
      { numRuns: 100 },
    )
  })
})
