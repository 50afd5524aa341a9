import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../../src/domain/librarySearch/excerpt.ts'
import { foldedText } from '../../../src/domain/foldedText.ts'
import { rangesOfWords } from '../../../src/domain/search.ts'

const show = (text: string, words: string) =>
  excerptOf(text, rangesOfWords(foldedText(text, 'letters'), words))
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join('')

describe('an excerpt', () => {
  it('is all of a short text, with every hit', () => {
    expect(show('Allies and allies.', 'allies')).toBe('[Allies] and [allies].')
  })

  it('is cut between words before and behind the first hit', () => {
    const text = `${'some words before '.repeat(20)}China ${'some words behind '.repeat(20)}`
    expect(show(text, 'china')).toMatch(/^(?:words|some|before) .*\[China\] some .* (?:words|some|behind)$/)
    expect(show(text, 'china').length).toBeLessThan(260)
  })

  it('is a piece of the text that holds the first hit, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 }), fc.nat(), (text, at) => {
        const hits = rangesOfWords(foldedText(text, 'letters'), text.slice(at % text.length, (at % text.length) + 3))
        const [first] = hits
        if (!first) return
        const pieces = excerptOf(text, hits)
        const start = pieces[0]!.start
        expect(text.startsWith(pieces.map((piece) => piece.text).join(''), start)).toBe(true)
        expect(pieces.find(({ isHit }) => isHit)).toEqual({
          text: text.slice(first.start, first.end),
          isHit: true,
          start: first.start,
        })
      }),
    )
  })
})
