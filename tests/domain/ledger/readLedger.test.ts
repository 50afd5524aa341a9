import { describe, expect, it } from 'vitest'
import { readLedger } from '../../../src/domain/ledger/readLedger.ts'

const file = (turns: string, interview = 'talk') =>
  ['{', '  "version": 1,', `  "interview": "${interview}",`, '  "turns": [', turns, '  ]', '}', ''].join('\n')
const turn = (id: string, rest = '') => `    {"id":"${id}",${rest}"speaker":"Host","text":"Say \\"id\\": twice"}`
const problemsOf = (text: string) => {
  const result = readLedger({ id: 'talk', text })
  return result.ok ? [] : result.problems
}

describe('a ledger’s file', () => {
  it('is read with turns that stand, that lead elsewhere, and that are gone', () => {
    const text = file([turn('a'), turn('b', '"into":"a",'), turn('c', '"gone":true,')].join(',\n'))
    const result = readLedger({ id: 'talk', text })
    expect(result.ok && result.ledger.entries.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'live'],
      ['b', 'alias'],
      ['c', 'gone'],
    ])
  })

  it.each([
    ['a conflict that a merge left', file(`${turn('a')},\n<<<<<<< ours\n${turn('b')}`), 6],
    ['a line that is no JSON', file(`${turn('a')},\n    {"id":"b",speaker}`), 6],
    ['no JSON at all', '', 1],
    ['something else', '[1, 2]', 1],
    ['another interview', file(turn('a'), 'other'), 3],
    ['a later version', file(turn('a')).replace('1,', '2,'), 2],
    ['an id that is none', file([turn('a'), turn('b c')].join(',\n')), 6],
    ['a reserved id', file(turn('topics')), 5],
    ['an id twice, whatever its capitals', file([turn('a'), turn('b'), turn('A')].join(',\n')), 7],
    ['an alias of what is gone', file([turn('a', '"gone":true,'), turn('b', '"into":"a",')].join(',\n')), 6],
    ['an alias that is gone', file([turn('a'), turn('b', '"into":"a","gone":true,')].join(',\n')), 6],
    ['a turn without words', file('    {"id":"a","speaker":"Host"}'), 5],
    ['a misspelt key', file(turn('a', '"goen":true,')), 5],
    ['a turn that is a number', file('    7'), 1],
  ])('with %s is a problem with its line and what to write', (_, text, line) => {
    const [problem, ...others] = problemsOf(text)
    expect(others).toEqual([])
    expect(problem?.line).toBe(line)
    for (const part of [problem?.what, problem?.why, problem?.correction]) expect(part?.length).toBeGreaterThan(2)
  })
})
