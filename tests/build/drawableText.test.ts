import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawableText } from '../../src/build/drawableText.ts'

const latin = (code: number) => (code >= 0x20 && code < 0x250) || code === 0x20_26

describe('a text for an image', () => {
  test.each([
    ['is left as it is', 'Łódź, naïve', 'Łódź, naïve'],
    ['is composed', 'e\u0301te\u0301', 'été'],
    ['stands in one line', ' one\n\n two\tthree ', 'one two three'],
    ['goes without emoji', 'So 😀 much 👩‍👩‍👧 1️⃣ joy', 'So much joy'],
    ['goes without what turns it round', 'a\u202Eb\u202C c\u200F', 'ab c'],
    ['goes without control characters and half characters', 'a\u0007b\uD800c', 'abc'],
  ])('%s', (_, text, expected) => {
    expect(drawableText(text, latin)).toEqual({ text: expected, missing: null })
  })

  test('ends before the first word that cannot be drawn, and names its letter', () => {
    expect(drawableText('He said miłość and мир, then left', latin)).toEqual({
      text: 'He said miłość and',
      missing: 'м',
    })
    expect(drawableText('мир', latin)).toEqual({ text: '', missing: 'м' })
  })

  test('never holds what has no glyph, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const drawn = drawableText(text, latin).text
        expect(drawn.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')).toMatch(/^[\u0020-\u024F\u2026]*$/)
      }),
    )
  })
})
