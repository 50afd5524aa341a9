import { describe, expect, it } from 'vitest'
import { chunkRules, extentOf } from '../../src/components/Transcript/chunkExtent.ts'
import { chunksOf } from '../../src/components/Transcript/chunks.ts'
import { interviewFrom } from '../support/interviews.ts'

const HEAD =
  '---\ntitle: Bread\nlanguage: en\nspeakers:\n  - { label: Host, role: interviewer }\n  - { label: Baker, role: guest }\n---\n\n'

function talkOf(turns: number, words = 'Flour, water, salt and a good deal of time.') {
  const lines = Array.from({ length: turns }, (_, index) => `${index % 2 === 0 ? 'Host' : 'Baker'}: ${index} ${words}`)
  return interviewFrom('bread', HEAD + lines.join('\n\n'))
}

describe('the room that is kept for a chunk', () => {
  it('is told for every chunk of a long interview, and for none of a short one, which is laid out whole', () => {
    expect(chunkRules(talkOf(5))).toBe('')
    const long = talkOf(130)
    const rules = chunkRules(long).match(/\[data-chunk="\d+"\]\{[^}]+\}/g) ?? []
    expect(rules).toHaveLength(chunksOf(long).length)
    expect(rules.join('')).toBe(chunkRules(long))
  })

  it('counts every turn and every letter once', () => {
    const long = talkOf(130)
    const extents = chunksOf(long).map((chunk) => extentOf(long, chunk))
    const letters = long.turns.flatMap(({ paragraphs }) => paragraphs).join('').length
    expect(extents.reduce((sum, { turns }) => sum + turns, 0)).toBe(130)
    expect(extents.reduce((sum, extent) => sum + extent.letters, 0)).toBe(letters)
  })

  it('is larger for wide letters than for as many narrow ones', () => {
    const [narrow, wide] = ['abcdefgh', '面包需要时间和耐'].map((words) => {
      const talk = talkOf(30, words)
      return extentOf(talk, { start: 0, end: 20, sections: [] }).letters
    })
    expect(wide).toBeGreaterThan(narrow ?? Infinity)
  })
})
