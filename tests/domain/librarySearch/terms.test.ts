import { expect, test } from 'vitest'
import { foldedText } from '../../../src/domain/foldedText.ts'
import { wordStartsOf } from '../../../src/domain/librarySearch/terms.ts'

test('a word begins where the character begins that it is a part of', () => {
  // U+1FDD becomes a space and two marks, which are a word.
  expect([...wordStartsOf(foldedText('!\u1FDD a', 'letters'))]).toEqual([1, 3])
  expect([...wordStartsOf(foldedText('ß\u{1AFF0}b', 'letters'))]).toEqual([0, 1, 3])
})

test('no word begins within a character that becomes several', () => {
  // U+FDFA becomes four words.
  expect([...wordStartsOf(foldedText('a\uFDFA b', 'letters'))]).toEqual([0, 3])
  expect([...wordStartsOf(foldedText('a \uFDFA', 'letters'))]).toEqual([0, 2])
})

test('a word begins with a character that becomes a space before it, whatever stands before', () => {
  // U+309B becomes a space and a mark.
  expect([...wordStartsOf(foldedText('a\u309B', 'letters'))]).toEqual([0, 1])
})
