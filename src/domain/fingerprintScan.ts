import { foldedWords, HASH_START, hashEnd, hashOf, hashStep } from './fingerprintWords.ts'

/** The words of a text as numbers, which is all that an index of fingerprints keeps of them. */
export interface ScannedText {
  /** The hash of each word, in order. */
  readonly words: readonly number[]
  /** The hash of all of them with a space between. */
  readonly whole: number
}

/** Typographic signs that English writers use; none of them is part of a word, apart from the apostrophe. */
const QUOTES = /[’‘]/g
const SIGNS = /[“”–—…\u00A0]/g
// oxlint-disable-next-line no-control-regex -- it asks for ASCII, the control characters included
const ASCII = /^[\0-\x7F]*$/

const SPACE = 0x20
const APOSTROPHE = 0x27

/** Reads the folded words of a text (`foldedWords`); text in ASCII without building a string for each word. */
export function scanText(text: string): ScannedText {
  const plain = text.replaceAll(QUOTES, "'").replaceAll(SIGNS, ' ')
  if (ASCII.test(plain)) return scanAscii(plain)
  const words = foldedWords(text)
  return { words: words.map(hashOf), whole: hashOf(words.join(' ')) }
}

function scanAscii(text: string): ScannedText {
  const words: number[] = []
  let whole = HASH_START
  let word = HASH_START
  let length = 0
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? folded(text.charCodeAt(at)) : 0
    if (unit > 0) {
      if (length === 0 && words.length > 0) whole = hashStep(whole, SPACE)
      word = hashStep(word, unit)
      whole = hashStep(whole, unit)
      length += 1
    } else if (length > 0 && !isInnerApostrophe(text, at)) {
      words.push(hashEnd(word))
      word = HASH_START
      length = 0
    }
  }
  return { words, whole: hashEnd(whole) }
}

/** A letter in its small form, or a digit; 0 for what is not part of a word. */
function folded(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20
  return unit >= 0x30 && unit <= 0x39 ? unit : 0
}

/** True for the apostrophe of "don't": a word's letter stands before it, another one behind. */
function isInnerApostrophe(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === APOSTROPHE &&
    folded(text.charCodeAt(at - 1)) > 0 &&
    at + 1 < text.length &&
    folded(text.charCodeAt(at + 1)) > 0x39
  )
}
