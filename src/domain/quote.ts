import { placeOfEnds } from './quoteEnds.ts'
import { placeOfWords, runsOfWords, type Place } from './quotePlaces.ts'
import { snapped } from './characters.ts'
import { placedWordsOf, wordEdge, type PlacedWord } from './quoteWords.ts'
import { escapeForRegExp } from './words.ts'

/**
 * The words that a link points at, as a text-quote selector (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 * Of a long quotation a link carries the first and the last words only: then `exact` holds the first, `last` the last.
 */
export interface QuoteSelector {
  readonly exact: string
  /** The text just before and after; empty when the words stand only once in their turn. */
  readonly prefix: string
  readonly suffix: string
  /** The last words of a quotation whose middle is left out. */
  readonly last?: { readonly exact: string; readonly wordsBetween: number }
}

/** A stretch of a text, in UTF-16 code units, `end` not included. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export interface FoundQuote extends TextRange {
  /** Every word of the quotation stands there as it was, with the same characters but for white space. */
  readonly isExact: boolean
  /** How much of the quotation and of the stretch is the same words in the same order: above 0, at most 1. */
  readonly likeness: number
}

/** How much of the text on either side goes with a quotation, in UTF-16 code units (as Hypothesis keeps). */
const CONTEXT_LENGTH = 32

/**
 * The selector of a stretch of a turn's text. The stretch grows so that it cuts no character as a reader sees it, and no
 * word: half a word is not found again.
 */
export function quoteSelector(text: string, range: TextRange): QuoteSelector {
  const start = wordEdge(text, snapped(text, Math.min(range.start, range.end), -1), -1)
  const end = wordEdge(text, snapped(text, Math.max(range.start, range.end), 1), 1)
  const exact = text.slice(start, end)
  const isOnce = text.indexOf(exact) === start && !text.includes(exact, start + 1)
  if (isOnce && runsOfWords(placedWordsOf(text), placedWordsOf(exact)).length <= 1)
    return { exact, prefix: '', suffix: '' }
  return {
    exact,
    prefix: text.slice(snapped(text, start - CONTEXT_LENGTH, 1), start),
    suffix: text.slice(end, snapped(text, end + CONTEXT_LENGTH, -1)),
  }
}

/**
 * Where the words of a selector stand in a text that may have been edited; null when they are gone, or when it is not
 * sure which words they are. Tried in turn: the same characters, the same words whatever their case, accents and
 * punctuation, and then what is left of words that were rewritten in part.
 */
export function findQuote(text: string, selector: QuoteSelector): FoundQuote | null {
  if (selector.exact.trim() === '') return null
  const literal = selector.last ? null : findLiteral(text, selector)
  if (literal) return literal
  const words = placedWordsOf(text)
  const { exact, last } = selector
  const context = { before: placedWordsOf(selector.prefix).toReversed(), after: placedWordsOf(selector.suffix) }
  const place = last
    ? placeOfEnds(words, context, {
        first: placedWordsOf(exact),
        last: placedWordsOf(last.exact),
        between: last.wordsBetween,
      })
    : placeOfWords(words, context, placedWordsOf(exact))
  return place && rangeOf(text, words, place, selector)
}

/** Finds the same characters, white space aside; of several places the first that the context fits best. */
function findLiteral(text: string, { exact, prefix, suffix }: QuoteSelector): FoundQuote | null {
  const before = reversed(bare(prefix)).slice(0, CONTEXT_LENGTH)
  const after = bare(suffix).slice(0, CONTEXT_LENGTH)
  const reach = 2 * CONTEXT_LENGTH
  let best: FoundQuote | null = null
  let most = -1
  for (const [start, end] of literalPlaces(text, exact)) {
    const fit =
      commonLength(reversed(bare(text.slice(Math.max(0, start - reach), start))), before) +
      commonLength(bare(text.slice(end, end + reach)), after)
    if (fit > most) [best, most] = [{ start, end, isExact: true, likeness: 1 }, fit]
    if (most === before.length + after.length) break
  }
  return best
}

function* literalPlaces(text: string, exact: string): Generator<[start: number, end: number]> {
  let isFound = false
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    isFound = true
    yield [start, start + exact.length]
  }
  if (isFound || !/\s/.test(exact)) return
  const loose = new RegExp(
    exact
      .trim()
      .split(/\s+/)
      .map(escapeForRegExp)
      .join(String.raw`\s+`),
    'g',
  )
  for (const { 0: match, index } of text.matchAll(loose)) yield [index, index + match.length]
}

/** A text without its white space. */
function bare(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

/** A text backwards by code units: good for comparing only. */
function reversed(text: string): string {
  let back = ''
  for (let at = text.length - 1; at >= 0; at -= 1) back += text[at]!
  return back
}

function commonLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}

/** The range of words in their text, with the punctuation at its ends that the quotation has too. */
function rangeOf(
  text: string,
  words: readonly PlacedWord[],
  { match, likeness, isWhole }: Place,
  selector: QuoteSelector,
): FoundQuote {
  const [opening, closing] = [selector.exact, selector.last?.exact ?? selector.exact]
  const first = words[match.start]!.start // a match holds one word at least
  const last = words[match.end - 1]!.end
  const lead = opening.slice(0, opening.search(/[\p{L}\p{M}\p{N}]|$/u))
  const trail = /[^\p{L}\p{M}\p{N}]*$/u.exec(closing.slice(-CONTEXT_LENGTH))?.[0] ?? ''
  const start = first - commonLength(reversed(text.slice(Math.max(0, first - lead.length), first)), reversed(lead))
  const end = last + commonLength(text.slice(last, last + trail.length), trail)
  const there = spaced(text.slice(start, end))
  const isSame = selector.last
    ? there.startsWith(spaced(opening)) && there.endsWith(spaced(closing))
    : there === spaced(opening)
  return { start, end, isExact: isWhole && isSame, likeness }
}

/** A text with each run of white space as one space. */
function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
