import { snapped } from './characters.ts'
import { foldText } from './fingerprintWords.ts'
import { isUnspaced, wordRangesOf } from './words.ts'

/** A word where it stands in a text. Offsets are UTF-16 code units. */
export interface PlacedWord {
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** The words of a text with their places; of a script without spaces, each character is one. */
export function placedWordsOf(text: string): PlacedWord[] {
  const folds = new Map<string, string>()
  const fold = (word: string): string => {
    let folded = folds.get(word)
    if (folded === undefined) folds.set(word, (folded = foldText(word)))
    return folded
  }
  return wordRangesOf(text).map(({ start, end }) => ({ folded: fold(text.slice(start, end)), start, end }))
}

const PART_OF_WORD = /^[\p{L}\p{M}\p{N}]$/u
/** A run of letters longer than this is no word, and may be cut. UTF-16 code units. */
const LONGEST_WORD = 64

/** The nearest end of a word, at `offset` or in a direction from it. A script without spaces may be cut anywhere. */
export function wordEdge(text: string, offset: number, direction: -1 | 1): number {
  let at = offset
  while (at > 0 && at < text.length && isInsideWord(text, at)) {
    at = snapped(text, at + direction, direction)
    if (Math.abs(at - offset) > LONGEST_WORD) return offset
  }
  return at
}

function isInsideWord(text: string, at: number): boolean {
  const after = String.fromCodePoint(text.codePointAt(at)!)
  const before = text.slice(/[\uDC00-\uDFFF]/.test(text[at - 1]!) ? Math.max(0, at - 2) : at - 1, at)
  return PART_OF_WORD.test(before) && PART_OF_WORD.test(after) && !isUnspaced(before) && !isUnspaced(after)
}
