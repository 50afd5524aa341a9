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

/** What belongs to the character before it: marks, joiners, variation selectors, skin tones. */
const JOINS_BEFORE = /^[\p{M}\u200D\p{Emoji_Modifier}]/u
const FLAG_LETTER = /^\p{Regional_Indicator}$/u

/** The nearest offset, at `offset` or in a direction from it, that cuts no character as a reader sees it. */
export function snapped(text: string, offset: number, direction: -1 | 1): number {
  let at = Math.min(Math.max(0, offset), text.length)
  while (at > 0 && at < text.length && isInside(text, at)) at += direction
  return at
}

function isInside(text: string, at: number): boolean {
  if (/[\uDC00-\uDFFF]/.test(text[at]!) && /[\uD800-\uDBFF]/.test(text[at - 1]!)) return true
  const after = String.fromCodePoint(text.codePointAt(at)!)
  if (JOINS_BEFORE.test(after)) return true
  if (text[at - 1] === '\u200D') return true
  if (text[at - 1] === '\r' && text[at] === '\n') return true
  return FLAG_LETTER.test(after) && flagLettersBefore(text, at) % 2 === 1
}

/** Letters of flags come in pairs: one with an odd number of them before it is the second of a pair. */
function flagLettersBefore(text: string, at: number): number {
  let count = 0
  for (let from = at - 2; from >= 0 && FLAG_LETTER.test(text.slice(from, from + 2)); from -= 2) count += 1
  return count
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
