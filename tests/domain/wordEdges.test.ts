import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWordEdge, toWordEdges } from '../../src/domain/wordEdges.ts'

describe('isWordEdge', () => {
  it.each([
    'can|’t',
    'can’|t',
    'U|.S',
    '$|5',
    'US|$5',
    '−|5',
    '−|$5',
    '|x'.slice(1) + 'y|z',
    '3|.5',
    '1,|500',
    '12|:30',
    '5|%',
    'a|_b',
    'e|\u0301',
    'א|"ב',
    'a|\u00ADb',
  ])('is no edge: %s', (marked) => {
    const at = marked.indexOf('|')
    expect(isWordEdge(marked.replace('|', ''), at)).toBe(false)
  })

  it.each([
    '|word',
    'word|',
    'well|-known',
    'well-|known',
    '5|–10',
    '5–|10',
    'the end|.',
    '“|word',
    'word|”',
    'so …|5',
    '外|交',
    'word| 5',
    'dogs|’ owner',
  ])('is an edge: %s', (marked) => {
    const at = marked.indexOf('|')
    expect(isWordEdge(marked.replace('|', ''), at)).toBe(true)
  })

  it('is an edge at most where a word ends by UAX #29', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
    const sign = fc.constantFrom(...Array.from('a1é’\'.,:;·_-–−$€%/ "\u0301\u200D\u00ADא״م٬γЖ'))
    const texts = fc.array(sign, { minLength: 1, maxLength: 16 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const ends = new Set(Array.from(segmenter.segment(text), ({ index }) => index))
        const edges = Array.from(text, (_, at) => at).filter((at) => at > 0 && isWordEdge(text, at))
        const isInSpace = (at: number) => /^\s\s/.test(text.slice(at - 1))
        expect(edges.filter((at) => !ends.has(at) && !isInSpace(at))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('widens a range to the whole of its words', () => {
    expect(toWordEdges('It cost −$1,500% there', { start: 12, end: 13 })).toEqual({ start: 8, end: 16 })
  })
})
