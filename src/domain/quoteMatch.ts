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
  let row = cells(width)
  let next = cells(width)
  const ends: Match[] = []
  for (const [column, gain] of gains.entries()) {
    let top: Match | null = null
    for (let at = 1; at <= width; at += 1) {
      const gained = gain[at - 1]!
      const stay = row.score[at - 1]! + (gained > 0 ? gained : -LOSS)
      const leftOut = next.score[at - 1]! - LOSS
      const putIn = row.score[at]! - LOSS
      const score = Math.max(0, stay, leftOut, putIn)
      next.score[at] = score
      if (score === 0) continue
      if (score === stay) {
        const isFirst = row.score[at - 1] === 0
        next.start[at] = isFirst ? column : row.start[at - 1]!
        next.kept[at] = (isFirst ? 0 : row.kept[at - 1]!) + gained
        if (gained > 0 && score > (top?.score ?? 0))
          top = { start: next.start[at]!, end: column + 1, kept: next.kept[at]!, score }
      } else {
        const [from, cell] = score === putIn ? [row, at] : [next, at - 1]
        next.start[at] = from.start[cell]!
        next.kept[at] = from.kept[cell]!
      }
    }
    if (top) ends.push(top)
    ;[row, next] = [next, row]
  }
  return bestApart(ends)
}

interface Cells {
  readonly score: Float64Array
  readonly start: Int32Array
  readonly kept: Float64Array
}

function cells(width: number): Cells {
  return { score: new Float64Array(width + 1), start: new Int32Array(width + 1), kept: new Float64Array(width + 1) }
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
