import { matchesOf, type Match } from './quoteMatch.ts'
import { placedWordsOf, snapped, type PlacedWord } from './quoteWords.ts'

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
/** So many places are tried for each end of a long quotation whose middle is left out. */
const MAX_ENDS = 64
/** What stays of a quotation has to be at least so like it (Dice); below it, another sentence fits as well. */
const LEAST_LIKENESS = 0.5
/** Fewer words than these are not known again by themselves, once something round them changed. */
const LEAST_KEPT = 3
/** When only one end of a long quotation is left, it has to be so like. */
const LEAST_ONE_END = 0.85
/** The next best place has to hold fewer by this share of the quotation's words, or the context has to tell. */
const LEAST_GAP = 0.1

/** The selector of a stretch of a turn's text. The stretch grows so that it cuts no character as a reader sees it. */
export function quoteSelector(text: string, range: TextRange): QuoteSelector {
  const start = snapped(text, Math.min(range.start, range.end), -1)
  const end = snapped(text, Math.max(range.start, range.end), 1)
  const exact = text.slice(start, end)
  const isOnce = exact !== '' && text.indexOf(exact) === start && !text.includes(exact, start + 1)
  if (isOnce && isOnceFolded(text, exact)) return { exact, prefix: '', suffix: '' }
  return {
    exact,
    prefix: text.slice(snapped(text, start - CONTEXT_LENGTH, 1), start),
    suffix: text.slice(end, snapped(text, end + CONTEXT_LENGTH, -1)),
  }
}

function isOnceFolded(text: string, exact: string): boolean {
  return sameRuns(placedWordsOf(text), placedWordsOf(exact)).length <= 1
}

/**
 * Where the words of a selector stand in a text that may have been edited; null when they are gone, or when it is not
 * sure which words they are. Tried in turn: the same characters, the same words whatever their case, accents and
 * punctuation, and then words that are nearly the same.
 */
export function findQuote(text: string, selector: QuoteSelector): FoundQuote | null {
  if (selector.exact.trim() === '') return null
  if (!selector.last) {
    const literal = findLiteral(text, selector)
    if (literal) return literal
  }
  const words = placedWordsOf(text)
  if (selector.last) return findEnds(text, words, selector, selector.last)
  const first = placedWordsOf(selector.exact)
  const match = surest(words, first, selector)
  return match && found(text, words, match, { selector, likeness: likenessOf(match, first.length), isWhole: true })
}

function findLiteral(text: string, selector: QuoteSelector): FoundQuote | null {
  let best: FoundQuote | null = null
  let most = -1
  for (let start = text.indexOf(selector.exact); start >= 0; start = text.indexOf(selector.exact, start + 1)) {
    const end = start + selector.exact.length
    const fit =
      commonLength(reversed(text.slice(Math.max(0, start - CONTEXT_LENGTH), start)), reversed(selector.prefix)) +
      commonLength(text.slice(end, end + CONTEXT_LENGTH), selector.suffix)
    if (fit > most) [best, most] = [{ start, end, isExact: true, likeness: 1 }, fit]
    if (selector.prefix === '' && selector.suffix === '') break
  }
  return best
}

function reversed(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text[text.length - 1 - index]).join('')
}

function commonLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}

/** Where a run of words stands unchanged, overlaps included. */
function sameRuns(words: readonly PlacedWord[], sought: readonly PlacedWord[]): Match[] {
  const runs: Match[] = []
  if (sought.length === 0) return runs
  for (let start = 0; start + sought.length <= words.length; start += 1) {
    let length = 0
    while (length < sought.length && words[start + length]!.folded === sought[length]!.folded) length += 1
    if (length === sought.length) runs.push({ start, end: start + length, kept: length, score: length })
  }
  return runs
}

/** How like a match is to the words looked for (Dice): 1 when they are the same words. */
function likenessOf({ start, end, kept }: Match, sought: number): number {
  return (2 * kept) / (sought + end - start)
}

/** The one match to trust: unchanged before changed, then by context; null when two are about as good. */
function surest(words: readonly PlacedWord[], sought: readonly PlacedWord[], selector: QuoteSelector): Match | null {
  const same = sameRuns(words, sought)
  if (same.length > 0) return byContext(words, same, selector)[0] ?? null
  const [best, ...others] = matchesOf(words, sought)
  if (!best || best.kept < LEAST_KEPT || likenessOf(best, sought.length) < LEAST_LIKENESS) return null
  const rivals = others.filter(({ score }) => best.score - score < sought.length * LEAST_GAP)
  if (rivals.length === 0) return best
  const [first, second] = byContext(words, [best, ...rivals], selector)
  return first && second && contextFit(words, first, selector) > contextFit(words, second, selector) + 1 ? first : null
}

function byContext(words: readonly PlacedWord[], matches: readonly Match[], selector: QuoteSelector): Match[] {
  if (matches.length < 2) return [...matches]
  return matches
    .map((match) => ({ match, fit: contextFit(words, match, selector) }))
    .toSorted((one, other) => other.fit - one.fit)
    .map(({ match }) => match)
}

/** How many words in a row agree with the context, on both sides together. */
function contextFit(words: readonly PlacedWord[], { start, end }: Match, { prefix, suffix }: QuoteSelector): number {
  const before = placedWordsOf(prefix).toReversed()
  const after = placedWordsOf(suffix)
  let fit = 0
  for (let step = 0; step < before.length && words[start - 1 - step]?.folded === before[step]?.folded; step += 1)
    fit += 1
  for (let step = 0; step < after.length && words[end + step]?.folded === after[step]?.folded; step += 1) fit += 1
  return fit
}

/** Finds the first and the last words of a long quotation, and takes what stands between. */
function findEnds(
  text: string,
  words: readonly PlacedWord[],
  selector: QuoteSelector,
  last: NonNullable<QuoteSelector['last']>,
): FoundQuote | null {
  const [opening, closing] = [placedWordsOf(selector.exact), placedWordsOf(last.exact)]
  const total = opening.length + closing.length
  const spans: (Match & { readonly away: number })[] = []
  for (const start of endMatches(words, opening))
    for (const stop of endMatches(words, closing)) {
      if (stop.start < start.end) continue
      const away = Math.abs(stop.start - start.end - last.wordsBetween)
      const kept = start.kept + stop.kept
      const score = start.score + stop.score - Math.min(away / 4, away / 40 + 1)
      spans.push({ start: start.start, end: stop.end, kept, score, away })
    }
  const [best, next] = spans
    .map((span) => ({ ...span, score: span.score + contextFit(words, span, selector) / 10 }))
    .toSorted((one, other) => other.score - one.score)
  if (!best) return findOneEnd(text, words, selector, last)
  if (best.kept < LEAST_LIKENESS * total) return null
  const isWhole = best.away === 0 && best.kept === total
  if (next && !isWhole && best.score - next.score < total * LEAST_GAP) return null
  return found(text, words, best, { selector, likeness: best.kept / total, isWhole })
}

/** When one end of a long quotation is gone, the other tells where it stood, by the number of its words. */
function findOneEnd(
  text: string,
  words: readonly PlacedWord[],
  selector: QuoteSelector,
  last: NonNullable<QuoteSelector['last']>,
): FoundQuote | null {
  const [opening, closing] = [placedWordsOf(selector.exact), placedWordsOf(last.exact)]
  const total = opening.length + closing.length
  const sure = (end: readonly PlacedWord[]): Match | null => {
    const [only, ...more] = endMatches(words, end).filter((match) => likenessOf(match, end.length) >= LEAST_ONE_END)
    return only && more.length === 0 && end.length >= LEAST_KEPT * 2 ? only : null
  }
  const start = sure(opening)
  const stop = sure(closing)
  if ((start === null) === (stop === null)) return null
  const match = start
    ? { ...start, end: Math.min(words.length, start.end + last.wordsBetween + closing.length) }
    : { ...stop!, start: Math.max(0, stop!.start - last.wordsBetween - opening.length) }
  return found(text, words, match, { selector, likeness: match.kept / total, isWhole: false })
}

function endMatches(words: readonly PlacedWord[], sought: readonly PlacedWord[]): Match[] {
  const same = sameRuns(words, sought)
  if (same.length > 0) return same.slice(0, MAX_ENDS)
  return matchesOf(words, sought).filter((match) => match.kept >= LEAST_KEPT)
}

/** The range of a match, with the punctuation at its ends that the quotation has too. */
function found(
  text: string,
  words: readonly PlacedWord[],
  { start, end }: Match,
  { selector, likeness, isWhole }: { selector: QuoteSelector; likeness: number; isWhole: boolean },
): FoundQuote {
  const first = words[start]!.start // a match holds one word at least
  const last = words[end - 1]!.end
  const lead = /^[^\p{L}\p{M}\p{N}]*/u.exec(selector.exact)?.[0] ?? ''
  const trail = /[^\p{L}\p{M}\p{N}]*$/u.exec((selector.last?.exact ?? selector.exact).slice(-CONTEXT_LENGTH))?.[0] ?? ''
  const before = commonLength(reversed(text.slice(Math.max(0, first - lead.length), first)), reversed(lead))
  const after = commonLength(text.slice(last, last + trail.length), trail)
  const range = { start: first - before, end: last + after }
  const plain = (part: string): string => part.replaceAll(/\s+/g, ' ').trim()
  const there = plain(text.slice(range.start, range.end))
  const isExact =
    likeness === 1 &&
    isWhole &&
    (selector.last
      ? there.startsWith(plain(selector.exact)) && there.endsWith(plain(selector.last.exact))
      : there === plain(selector.exact))
  return { ...range, isExact, likeness }
}
