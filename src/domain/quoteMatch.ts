import type { PlacedWord } from './quoteWords.ts'

/** A run of words in a text that may be the words looked for: from `start` up to but not including `end`. */
export interface Match {
  readonly start: number
  readonly end: number
  /** How many of the words looked for it holds, a misspelt one counting half. */
  readonly kept: number
  /** `kept`, less what was changed, left out or put in between. */
  readonly score: number
}

/** A word is taken for a misspelling of another when so much of the longer is common to both at its ends. */
const LIKE_SHARE = 0.6
/** What a misspelt word counts; one that stays counts 1. */
const LIKE = 0.5
/** What a word changed, left out or put in takes away. Below 0.3, words strewn over a long turn become a match. */
const LOSS = 0.33
/** So many places are looked at when the words stand in more than one. */
const MAX_MATCHES = 8

/**
 * The places of a text that hold most of the words looked for, best first, none overlapping: a local alignment of words
 * (Smith and Waterman 1981), so that of a sentence rewritten in part the part that stays is found.
 * Time: words looked for × words of the text.
 *
 *     text     … they said that the treaty was signed in …
 *     sought        he said that the contract was signed      kept: said that the · was signed
 */
export function matchesOf(text: readonly PlacedWord[], sought: readonly PlacedWord[]): Match[] {
  const width = sought.length
  const gains = gainTable(text, sought)
  // One row of the table of the alignment: for each word looked for, the best score of a match that ends there, where
  // that match starts, and what it keeps. The row of the word before is written over from left to right.
  const scores = new Float64Array(width + 1)
  const starts = new Int32Array(width + 1)
  const kepts = new Float64Array(width + 1)
  const ends: Match[] = []
  for (const [column, gain] of gains.entries()) {
    let top = 0
    let score = 0
    let [start, kept] = [0, 0]
    for (let at = 1; at <= width; at += 1) {
      const gained = gain[at - 1]!
      const stay = score + (gained > 0 ? gained : -LOSS)
      const [stayStart, stayKept] = score === 0 ? [column, gained] : [start, kept + gained]
      ;[score, start, kept] = [scores[at]!, starts[at]!, kepts[at]!]
      const leftOut = scores[at - 1]! - LOSS
      const putIn = score - LOSS
      const best = Math.max(0, stay, leftOut, putIn)
      scores[at] = best
      if (best === 0) continue
      if (best === stay) {
        starts[at] = stayStart
        kepts[at] = stayKept
        if (gained > 0 && best > (scores[top] ?? 0)) top = at
      } else if (best === leftOut) {
        starts[at] = starts[at - 1]!
        kepts[at] = kepts[at - 1]!
      }
    }
    if (top > 0) ends.push({ start: starts[top]!, end: column + 1, kept: kepts[top]!, score: scores[top]! })
  }
  return bestApart(ends)
}

/** For each word of the text, what each word looked for gains there. Words that are alike share a row. */
function gainTable(text: readonly PlacedWord[], sought: readonly PlacedWord[]): Float32Array[] {
  const rows = new Map<string, Float32Array>()
  return text.map(({ folded }) => {
    let row = rows.get(folded)
    if (!row) rows.set(folded, (row = Float32Array.from(sought, (word) => gainOf(folded, word.folded))))
    return row
  })
}

function gainOf(one: string, other: string): number {
  if (one === other) return 1
  const shorter = Math.min(one.length, other.length)
  const longer = Math.max(one.length, other.length)
  if (shorter < longer * LIKE_SHARE || longer < 4) return 0
  let ahead = 0
  while (ahead < shorter && one[ahead] === other[ahead]) ahead += 1
  let behind = 0
  while (behind < shorter - ahead && one[one.length - 1 - behind] === other[other.length - 1 - behind]) behind += 1
  return ahead + behind >= longer * LIKE_SHARE ? LIKE : 0
}

/** Of matches that overlap, the best; of those as good, the first. */
function bestApart(matches: readonly Match[]): Match[] {
  const order = matches.toSorted((one, other) => other.score - one.score || one.start - other.start)
  const best: Match[] = []
  for (const match of order) {
    if (best.length === MAX_MATCHES) break
    if (best.every(({ start, end }) => match.end <= start || match.start >= end)) best.push(match)
  }
  return best
}
