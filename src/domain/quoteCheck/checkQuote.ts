import { foldedText } from '../foldedText.ts'
import { passagesOf } from '../fingerprintIndex.ts'
import { turnAt, turnText, type Interview } from '../interview.ts'
import type { TextRange } from '../quote.ts'
import { matchesOf, type Match } from '../quoteMatch.ts'
import { likenessOf } from '../quotePlaces.ts'
import { placedWordsOf, type PlacedWord } from '../quoteWords.ts'
import { turnsWithWords } from '../resolveQuote.ts'
import { foldedTurn, wholeRangesOf, type Hit } from '../search.ts'
import { compareWords, pairWords } from './compareWords.ts'
import { bareOfSpace, piecesOf, readingsOf } from './readings.ts'
import type { Check, Verdict, WordRun } from './verdict.ts'
import { isWordEdge, toWordEdges } from '../wordEdges.ts'

/** The longest quotation that is checked, in UTF-16 code units: about two pages. */
export const MAX_CHECKED_LENGTH = 5000
/** A piece of a joined quotation has so many words at least: fewer stand together by chance. */
const LEAST_PIECE = 3
/** Pieces of one turn that stand further apart than this are of two passages. UTF-16 code units: a line or two. */
const LONGEST_GAP = 150
/** A quotation that is put together from more pieces is none. */
const MOST_PIECES = 6
/** What is less like a quotation (Dice) is another sentence. */
const LEAST_LIKENESS = 0.6

/**
 * Checks a quotation against an interview. Verbatim means the same letters, case and punctuation, with only the shapes of
 * quotation marks and dashes and white space left aside, from word to word.
 *
 * @throws RangeError when the text is longer than MAX_CHECKED_LENGTH
 */
export function checkQuote(interview: Interview, pasted: string): Check {
  if (pasted.length > MAX_CHECKED_LENGTH) throw new RangeError(`a quotation of ${pasted.length} code units is too long`)
  const readings = readingsOf(pasted, interview.speakers)
  for (const reading of readings) {
    const [first, ...more] = placesOf(interview, reading.words)
    if (first) return { ...reading, verdict: { kind: 'verbatim', places: [first, ...more] } }
  }
  const reading = readings.at(-1) ?? { words: '', claimed: null }
  return { ...reading, verdict: inPieces(interview, reading.words) ?? nearly(interview, reading.words) }
}

/** Everywhere that words stand letter by letter, from word to word, in order. */
function placesOf(interview: Interview, words: string): Hit[] {
  const sought = bareOfSpace(foldedText(words, 'shapes').folded)
  if (!/[\p{L}\p{N}]/u.test(sought)) return [] // signs alone are no words
  return interview.turns.flatMap((each, turn) =>
    wholeRangesOf(turnText(each), foldedTurn(interview, turn, 'shapes'), sought).map((range) => ({ turn, ...range })),
  )
}

/** Words that stand there in pieces: those between ellipses, or runs of words that were put together without one. */
function inPieces(interview: Interview, words: string): Verdict | null {
  const pieces = piecesOf(words)
  const [only = words, ...others] = pieces
  if (only !== words && pieces.length <= MOST_PIECES) {
    const places = pieces.map((piece) => placesOf(interview, piece))
    const together = inOneTurn(places)
    if (together) return { kind: 'shortened', pieces: together }
    if (places.every(([place]) => place)) return { kind: 'joined', pieces: inOrder(places) }
    if (others.length > 0) return pieceByPiece(interview, pieces)
  }
  const found: Hit[][] = []
  for (let rest = only; rest !== '';) {
    const run = longestRun(interview, rest)
    if (!run || found.length === MOST_PIECES) return null
    found.push(run.places)
    rest = run.rest
  }
  const chosen = inOrder(found)
  return chosen.length > 1 && isApart(chosen) ? { kind: 'joined', pieces: chosen } : null
}

/** Whether pieces are of more than one passage: between those of one, words were left out or changed, no more. */
function isApart(pieces: readonly Hit[]): boolean {
  return pieces.some(({ turn, start }, at) => {
    const before = pieces[at - 1]
    return before && (before.turn !== turn || start < before.end || start - before.end > LONGEST_GAP)
  })
}

/** The places of pieces that follow one another in one turn; null when there is no such turn. */
function inOneTurn(places: readonly (readonly Hit[])[]): Hit[] | null {
  for (const first of places[0] ?? []) {
    const chosen = [first]
    for (const others of places.slice(1)) {
      const last = chosen.at(-1)!
      const next = others.find(({ turn, start }) => turn === first.turn && start >= last.end)
      if (!next) break
      chosen.push(next)
    }
    if (chosen.length === places.length) return chosen
  }
  return null
}

/** One place for each piece: behind the one before where there is such a place. */
function inOrder(places: readonly (readonly Hit[])[]): Hit[] {
  const chosen: Hit[] = []
  for (const [first, ...more] of places) {
    const last = chosen.at(-1)
    const behind =
      last &&
      [first, ...more].find(
        (each) => each && (each.turn > last.turn || (each.turn === last.turn && each.start >= last.end)),
      )
    const place = behind ?? first
    if (place) chosen.push(place)
  }
  return chosen
}

/** The longest beginning of some words that stands there letter by letter; null when it is too short to tell. */
function longestRun(interview: Interview, words: string): { places: Hit[]; rest: string } | null {
  const ends = placedWordsOf(words).flatMap(({ end }) => (isWordEdge(words, end) ? [end] : []))
  // A beginning of what stands there stands there too: halving finds the longest.
  let [low, high] = [0, ends.length]
  const beginning = (count: number) => bareOfSpace(count === ends.length ? words : words.slice(0, ends[count - 1]))
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (placesOf(interview, beginning(middle)).length > 0) low = middle
    else high = middle - 1
  }
  if (low < LEAST_PIECE) return null
  const taken = beginning(low)
  // With the signs behind its last word, as far as they stand there too.
  const signs = /^[^\p{L}\p{N}]*/u.exec(words.slice(taken.length))?.[0] ?? ''
  const places = placesOf(interview, bareOfSpace(taken + signs))
  if (places.length > 0) return { places, rest: bareOfSpace(words.slice((taken + signs).length)) }
  return { places: placesOf(interview, taken), rest: bareOfSpace(words.slice(taken.length)) }
}

/** What is between ellipses that is not all there: each piece compared with the passage that it was taken from. */
function pieceByPiece(interview: Interview, pieces: readonly string[]): Verdict {
  const places: Hit[] = []
  const runs: WordRun[] = []
  let [changes, missing] = [0, 0]
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) runs.push({ isSame: true, quoted: ' … ', said: ' … ' })
    const [exact] = placesOf(interview, piece)
    const verdict = exact ? null : nearly(interview, piece)
    if (exact) {
      places.push(exact)
      runs.push({ isSame: true, quoted: piece, said: wordsAt(interview, exact) })
    } else if (verdict?.kind === 'differs') {
      places.push(...verdict.places)
      runs.push(...verdict.runs)
      changes += verdict.changes
    } else {
      missing += 1
      runs.push({ isSame: false, quoted: piece, said: '' })
    }
  }
  const [first, ...more] = places
  if (!first) return nearly(interview, pieces.join(' '))
  return { kind: 'differs', places: [first, ...more], runs, changes, missing }
}

/** The passage that is most like some words, compared with them; or that there is none. */
function nearly(interview: Interview, quoted: string): Verdict {
  const words = quoted.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '') // or they would cut words in two
  const sought = placedWordsOf(words)
  const passages = passagesOf(interview)
  let best: (Hit & { readonly likeness: number; readonly score: number }) | null = null
  for (const turn of turnsWithWords(passages, words)) {
    const text = passages[turn]?.text ?? ''
    const placed = placedWordsOf(text)
    const [match] = matchesOf(placed, sought)
    if (!match || (best && match.score <= best.score)) continue
    const { start, end } = wholePassage(placed, sought, match)
    best = { turn, start, end, score: match.score, likeness: likenessOf(match, sought.length) }
  }
  if (!best) return { kind: 'absent', nearest: null }
  const place = { turn: best.turn, ...withSigns(turnText(turnAt(interview, best.turn)), best, words) }
  if (best.likeness < LEAST_LIKENESS) return { kind: 'absent', nearest: place }
  return { kind: 'differs', places: [place], missing: 0, ...compareWords(quoted, wordsAt(interview, place)) }
}

function wordsAt(interview: Interview, { turn, start, end }: Hit): string {
  return turnText(turnAt(interview, turn)).slice(start, end)
}

/** The passage of a match, with as many words more at either end as the quotation has there that were changed. */
function wholePassage(placed: readonly PlacedWord[], sought: readonly PlacedWord[], match: Match): TextRange {
  const slack = Math.ceil(sought.length - match.kept)
  const from = Math.max(0, match.start - slack)
  const pairs = pairWords(sought, placed.slice(from, match.end + slack))
  const [firstAt, firstTo] = pairs[0] ?? [0, match.start - from]
  const [lastAt, lastTo] = pairs.at(-1) ?? [sought.length - 1, match.end - 1 - from]
  const first = Math.max(from, from + firstTo - firstAt)
  const last = Math.min(placed.length - 1, from + lastTo + (sought.length - 1 - lastAt))
  return { start: placed[first]!.start, end: placed[last]!.end }
}

/** A range with the whole of its words, and with the signs round it, where the quotation has some at that end too. */
function withSigns(text: string, range: TextRange, words: string): TextRange {
  const { start, end } = toWordEdges(text, range)
  const before = /^[^\p{L}\p{M}\p{N}\s]/u.test(words)
    ? (/[^\p{L}\p{M}\p{N}\s]{1,3}$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? '')
    : ''
  const behind = /[^\p{L}\p{M}\p{N}\s]$/u.test(words)
    ? (/^[^\p{L}\p{M}\p{N}\s]{1,3}/u.exec(text.slice(end, end + 3))?.[0] ?? '')
    : ''
  return { start: start - before.length, end: end + behind.length }
}
