import { matchesOf, type Match } from './quoteMatch.ts'
import type { PlacedWord } from './quoteWords.ts'

/** The words beside a quotation: those before it from its beginning backwards, and those after it. */
export interface Context {
  readonly before: readonly PlacedWord[]
  readonly after: readonly PlacedWord[]
}

/** Where the words of a quotation are, by word numbers of the text. */
export interface Place {
  readonly match: Match
  /** How much of the quotation and of the stretch is the same words in the same order: above 0, at most 1. */
  readonly likeness: number
  /** All words of the quotation are there, and no others. */
  readonly isWhole: boolean
}

/** What stays of a quotation has to be at least so like it (Dice); below it, another sentence fits as well. */
export const LEAST_LIKENESS = 0.5
/** Fewer words than these are not known again by themselves, once something round them changed. */
export const LEAST_KEPT = 3
/** The next best place has to hold fewer by this share of the quotation's words, or the context has to tell. */
export const LEAST_GAP = 0.1
/** The context tells when it agrees in so many words more than at the next best place. */
const LEAST_CONTEXT_GAP = 2

/** A quotation of more words does not fit into an address, and is looked for by its characters only. */
const MOST_WORDS = 300

/** Where a run of words stands unchanged, overlaps included. */
export function runsOfWords(words: readonly PlacedWord[], sought: readonly PlacedWord[]): Match[] {
  const runs: Match[] = []
  if (sought.length === 0 || sought.length > MOST_WORDS) return runs
  for (let start = 0; start + sought.length <= words.length; start += 1) {
    let length = 0
    while (length < sought.length && words[start + length]!.folded === sought[length]!.folded) length += 1
    if (length === sought.length) runs.push({ start, end: start + length, kept: length, score: length })
  }
  return runs
}

/** How like a match is to the words looked for (Dice): 1 when they are the same words. */
export function likenessOf({ start, end, kept }: Match, sought: number): number {
  return (2 * kept) / (sought + end - start)
}

/** How many words in a row agree with the context, on both sides together. */
export function contextFit(words: readonly PlacedWord[], { start, end }: Match, { before, after }: Context): number {
  let fit = 0
  for (let step = 0; step < before.length && words[start - 1 - step]?.folded === before[step]!.folded; step += 1)
    fit += 1
  for (let step = 0; step < after.length && words[end + step]?.folded === after[step]!.folded; step += 1) fit += 1
  return fit
}

/** The one place to trust: unchanged before changed, then by context; null when two are about as good. */
export function placeOfWords(
  words: readonly PlacedWord[],
  context: Context,
  sought: readonly PlacedWord[],
): Place | null {
  const same = runsOfWords(words, sought)
  if (same.length > 0) {
    const fits = same.map((match) => contextFit(words, match, context))
    const best = same[fits.indexOf(fits.reduce((most, fit) => Math.max(most, fit)))]!
    return { match: best, likeness: 1, isWhole: true }
  }
  if (sought.length > MOST_WORDS) return null
  const [best, ...others] = matchesOf(words, sought)
  if (!best || best.kept < LEAST_KEPT || likenessOf(best, sought.length) < LEAST_LIKENESS) return null
  const rivals = others.filter(({ score }) => best.score - score < sought.length * LEAST_GAP)
  const [first, second] = [best, ...rivals]
    .map((match) => ({ match, fit: contextFit(words, match, context) }))
    .toSorted((one, other) => other.fit - one.fit)
  if (!first || (second && first.fit - second.fit < LEAST_CONTEXT_GAP)) return null
  return { match: first.match, likeness: likenessOf(first.match, sought.length), isWhole: false }
}
