import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnText } from '../../src/domain/interview.ts'
import { markedRuns, markedTurn, type MarkedRange } from '../../src/domain/markedRuns.ts'
import { interviewArbitrary } from '../support/interviewArbitrary.ts'

const rangesArbitrary = fc.array(
  fc.record({
    start: fc.integer({ min: -3, max: 40 }),
    end: fc.integer({ min: -3, max: 40 }),
    kind: fc.constantFrom('hit', 'mark', 'quote'),
  }),
  { maxLength: 8 },
)

/** What a code unit is marked as, by asking each range. */
function kindsAt(ranges: readonly MarkedRange[], at: number): string[] {
  return [...new Set(ranges.filter(({ start, end }) => start <= at && at < end).map(({ kind }) => kind))].toSorted()
}

describe('markedRuns', () => {
  it('cuts words that overlap where each begins and ends', () => {
    const runs = markedRuns('one two three', [
      { start: 0, end: 7, kind: 'hit' },
      { start: 4, end: 13, kind: 'mark' },
      { start: 4, end: 7, kind: 'hit' },
    ])
    expect(runs).toEqual([
      { start: 0, text: 'one ', kinds: ['hit'] },
      { start: 4, text: 'two', kinds: ['hit', 'mark'] },
      { start: 7, text: ' three', kinds: ['mark'] },
    ])
  })

  it('leaves the text as it is, and every letter of it is in a run of its kinds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), rangesArbitrary, (text, ranges) => {
        const runs = markedRuns(text, ranges)
        expect(runs.map((run) => run.text).join('')).toBe(text)
        for (const { start, text: words, kinds } of runs) {
          expect(words).not.toBe('')
          for (let at = start; at < start + words.length; at += 1) expect(kindsAt(ranges, at)).toEqual(kinds)
        }
      }),
    )
  })

  it('takes time that grows with what is marked alone', () => {
    const ranges = Array.from({ length: 50_000 }, (_, at) => ({ start: at, end: at + 1, kind: 'hit' }))
    expect(markedRuns('a'.repeat(50_000), ranges)).toHaveLength(50_000)
  })
})

describe('markedTurn', () => {
  it('marks in each paragraph what is marked in the text of the turn, and cuts no other', () => {
    fc.assert(
      fc.property(interviewArbitrary, rangesArbitrary, (interview, ranges) => {
        for (const turn of interview.turns) {
          const text = turnText(turn)
          const marked = markedTurn(turn, ranges)
          let at = 0
          turn.paragraphs.forEach((paragraph, position) => {
            const runs = marked[position] ?? [{ start: 0, text: paragraph, kinds: [] }]
            expect(runs.map((run) => run.text).join('')).toBe(paragraph)
            if (marked[position]) expect(runs.some(({ kinds }) => kinds.length > 0)).toBe(true)
            at = text.indexOf(paragraph, at)
            for (const { start, text: words, kinds } of runs)
              for (let letter = 0; letter < words.length; letter += 1)
                expect(kindsAt(ranges, at + start + letter)).toEqual(kinds)
            at += paragraph.length
          })
        }
      }),
    )
  })
})
