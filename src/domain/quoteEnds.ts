import { matchesOf, type Match } from './quoteMatch.ts'
import {
  contextFit,
  LEAST_GAP,
  LEAST_KEPT,
  LEAST_LIKENESS,
  likenessOf,
  runsOfWords,
  type Context,
  type Place,
} from './quotePlaces.ts'
import type { PlacedWord } from './quoteWords.ts'

/** The first and the last words of a long quotation, and how many were left out between. */
export interface Ends {
  readonly first: readonly PlacedWord[]
  readonly last: readonly PlacedWord[]
  readonly between: number
}

/** So many places are tried for each end. */
const MAX_PLACES = 64
/** When only one end is left, it has to be so like. */
const LEAST_ONE_END = 0.85
/** What each word too many or too few between the ends takes from the score, and what all of them take at most. */
const AWAY = { near: 1 / 4, far: 1 / 40, beyond: 1 } as const
/** What a word of context that agrees adds to the score: it decides between places that are as good. */
const CONTEXT_WEIGHT = 0.1

/** Finds the first and the last words of a long quotation, and takes what stands between. */
export function placeOfEnds(words: readonly PlacedWord[], context: Context, ends: Ends): Place | null {
  const total = ends.first.length + ends.last.length
  const stops = placesOfEnd(words, ends.last)
  const spans: (Match & { readonly away: number })[] = []
  for (const start of placesOfEnd(words, ends.first))
    for (const stop of stops) {
      if (stop.start < start.end) continue
      const away = Math.abs(stop.start - start.end - ends.between)
      const span = { start: start.start, end: stop.end, kept: start.kept + stop.kept, away }
      const loss = Math.min(away * AWAY.near, away * AWAY.far + AWAY.beyond)
      const fit = contextFit(words, { ...span, score: 0 }, context)
      spans.push({ ...span, score: start.score + stop.score - loss + fit * CONTEXT_WEIGHT })
    }
  const [best, next] = spans.toSorted((one, other) => other.score - one.score)
  if (!best) return placeOfOneEnd(words, ends)
  const isWhole = best.away === 0 && best.kept === total
  if (best.kept < LEAST_LIKENESS * total) return null
  if (next && !isWhole && best.score - next.score < total * LEAST_GAP) return null
  return { match: best, likeness: best.kept / total, isWhole }
}

/** When one end is gone, the other tells where it stood, by the number of words. */
function placeOfOneEnd(words: readonly PlacedWord[], { first, last, between }: Ends): Place | null {
  const start = onlyPlace(words, first)
  const stop = onlyPlace(words, last)
  const kept = start ?? stop
  if (!kept || (start && stop)) return null
  const match = start
    ? { ...start, end: Math.min(words.length, start.end + between + last.length) }
    : { ...kept, start: Math.max(0, kept.start - between - first.length) }
  return { match, likeness: kept.kept / (first.length + last.length), isWhole: false }
}

function onlyPlace(words: readonly PlacedWord[], end: readonly PlacedWord[]): Match | null {
  const [only, ...more] = placesOfEnd(words, end).filter((match) => likenessOf(match, end.length) >= LEAST_ONE_END)
  return only && more.length === 0 && end.length >= 2 * LEAST_KEPT ? only : null
}

function placesOfEnd(words: readonly PlacedWord[], sought: readonly PlacedWord[]): Match[] {
  const same = runsOfWords(words, sought)
  if (same.length > 0) return same.slice(0, MAX_PLACES)
  return matchesOf(words, sought).filter(({ kept }) => kept >= LEAST_KEPT)
}
