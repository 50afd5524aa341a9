import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCAL_LENGTH, reachedWord, REMOTE_LENGTH, speechPieces } from '../../src/platform/speechPieces.ts'

const whole = (text: string) => ({ start: 0, end: text.length })
const cut = (text: string, longest: number) =>
  speechPieces(text, whole(text), longest).map(({ start, end }) => text.slice(start, end))

describe('the pieces of a sentence', () => {
  test('are one when it is short', () => {
    expect(cut('A short one.', 200)).toEqual(['A short one.'])
    expect(cut('', 200)).toEqual([''])
  })

  test('are cut at a comma, else between words, else between characters', () => {
    expect(cut('One two three, four five six seven.', 20)).toEqual(['One two three, ', 'four five six seven.'])
    expect(cut('I, who have nothing at all to say', 20)).toEqual(['I, who have nothing ', 'at all to say'])
    expect(cut('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)])
    expect(cut('👩‍🔬👩‍🔬👩‍🔬', 7)).toEqual(['👩‍🔬', '👩‍🔬', '👩‍🔬'])
  })

  test('are the text without gaps, none too long, none of half a character, and within 4,096 bytes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', ', ', '，', '字', '🙂', '\n\n'), maxLength: 3000 })
    fc.assert(
      fc.property(text, fc.constantFrom(REMOTE_LENGTH, LOCAL_LENGTH), (any, longest) => {
        const pieces = cut(any, longest)
        expect(pieces.join('')).toBe(any)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(longest)
          expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(4096)
          expect(piece).not.toMatch(/[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the word that an engine has reached', () => {
  const text = 'He said: don’t you dare, well-known man.'
  const piece = { start: 9, end: 39 }
  const at = (charIndex: number, charLength?: number) => {
    const word = reachedWord(text, piece, { charIndex, charLength })
    return word && text.slice(word.start, word.end)
  }

  test('has the length that is told, or that of the word there', () => {
    expect(at(0, 5)).toBe('don’t')
    expect(at(0)).toBe('don’t')
    expect(at(6, 0)).toBe('you')
    expect(at(16)).toBe('well-known')
  })

  test('is none outside the piece, or where no word begins', () => {
    expect(at(-1)).toBeNull()
    expect(at(99)).toBeNull()
    expect(at(Number.NaN)).toBeNull()
    expect(at(5)).toBeNull()
    expect(at(27, 50)).toBe('man')
  })
})
