import { expect, test } from 'vitest'
import { foldedText } from '../../../src/domain/foldedText.ts'
import { wordStartsOf } from '../../../src/domain/librarySearch/terms.ts'

test('a word begins where the character begins that it is a part of', () => {
  // U+1FDD becomes a space and two marks, which are a word.
  expect([...wordStartsOf(foldedText('!\u1FDD a', 'letters'))]).toEqual([1, 3])
  expect([...wordStartsOf(foldedText('ß\u{1AFF0}b', 'letters'))]).toEqual([0, 1, 3])
})
