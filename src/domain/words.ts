/** Scripts that write no space between words: Intl.Segmenter has to find them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Letters, the marks on them, and digits: what a word is made of. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Letters, marks and digits, with the apostrophes between them. */
const PLACED_WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ＇][\p{L}\p{M}\p{N}]+)*/gu

/**
 * How much of a run is segmented at once, in UTF-16 code units. Intl.Segmenter's time grows with the square of a run
 * (ICU in Node 20: two minutes for 300,000 characters without a full stop); sentences are far shorter than this.
 */
const SEGMENTED_LENGTH = 512

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, segmenter)
  }
  return segmenter
}

/** True when the text holds a script that writes no spaces between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text)
}

/** The runs of letters, marks and digits in a text: its words, where a script writes spaces between them. */
export function runsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

/**
 * The words of a text in order, as they stand there, without punctuation. Runs of a script without spaces are divided
 * by the rules of `language` (Unicode UAX #29 with a dictionary).
 */
export function wordsOf(text: string, language: string): string[] {
  if (!isUnspaced(text)) return runsOf(text)
  const words: string[] = []
  for (const run of runsOf(text)) {
    if (!isUnspaced(run)) words.push(run)
    else
      for (const piece of piecesOf(run))
        for (const { segment, isWordLike } of segmenterOf(language).segment(piece)) if (isWordLike) words.push(segment)
  }
  return words
}

/** Where the words of a text stand, in UTF-16 code units; of a script without spaces, each character with its marks is one. */
export function wordRangesOf(text: string): { readonly start: number; readonly end: number }[] {
  const ranges: { readonly start: number; end: number }[] = []
  for (const { 0: run, index } of text.matchAll(PLACED_WORD)) {
    if (!isUnspaced(run)) ranges.push({ start: index, end: index + run.length })
    else {
      let start = index
      for (const character of run) {
        const last = ranges.at(-1)
        if (/\p{M}/u.test(character) && last?.end === start) last.end = start + character.length
        else ranges.push({ start, end: start + character.length })
        start += character.length
      }
    }
  }
  return ranges
}

/** A run in pieces that the segmenter takes quickly, none of which ends in half a character. */
function* piecesOf(run: string): Generator<string> {
  for (let start = 0; start < run.length;) {
    let end = start + SEGMENTED_LENGTH
    if (/[\uDC00-\uDFFF]/.test(run[end] ?? '')) end += 1
    yield run.slice(start, end)
    start = end
  }
}

/** Escapes a text so that a regular expression matches it literally. */
export function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`) // not “-”: `\-` is an error in a `u` expression
}
