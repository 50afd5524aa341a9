import { matchWords } from '../alignment/wordMatches.ts'
import { foldedText } from '../foldedText.ts'
import { placedWordsOf, type PlacedWord } from '../quoteWords.ts'
import type { WordRun } from './verdict.ts'

/** The words that two texts have in common, in order: pairs of their positions. */
export function pairWords(quoted: readonly PlacedWord[], said: readonly PlacedWord[]): [at: number, to: number][] {
  const known = new Map<string, number>()
  const numberOf = (word: string) => {
    const number = known.get(word) ?? known.size
    known.set(word, number)
    return number
  }
  const numbers = (words: readonly PlacedWord[]) => Int32Array.from(words, ({ folded }) => numberOf(folded))
  const [old, fresh] = [numbers(quoted), numbers(said)]
  const pairs: [number, number][] = []
  const whole = { oldStart: 0, oldEnd: quoted.length, newStart: 0, newEnd: said.length }
  const texts = { old, new: fresh, weights: new Float64Array(known.size).fill(1) }
  matchWords(texts, whole, (at, to) => pairs.push([at, to]))
  return pairs.toSorted(([one], [other]) => one - other)
}

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
/** What a run of letters is worth beside a sign or white space when two texts are laid beside each other. */
const WORD_WEIGHT = 8
const SIGN_WEIGHT = 1
const SPACE_WEIGHT = 0.1

/** Puts a quotation and what was said beside each other, letter by letter. Returns the runs, and how many words differ. */
export function compareWords(quoted: string, said: string): { runs: WordRun[]; changes: number } {
  return { runs: runsOf(quoted, said), changes: changesOf(wordsSeen(quoted), wordsSeen(said)) }
}

function wordsSeen(text: string): PlacedWord[] {
  return placedWordsOf(text.replaceAll(UNSEEN, ''))
}

function changesOf(ours: readonly PlacedWord[], theirs: readonly PlacedWord[]): number {
  let [at, to, changes] = [0, 0, 0]
  for (const [nextAt, nextTo] of [...pairWords(ours, theirs), [ours.length, theirs.length] as const]) {
    changes += Math.max(nextAt - at, nextTo - to)
    ;[at, to] = [nextAt + 1, nextTo + 1]
  }
  return changes
}

function runsOf(quoted: string, said: string): WordRun[] {
  const [ours, theirs] = [piecesOf(quoted), piecesOf(said)]
  const runs: WordRun[] = []
  const add = (isSame: boolean, one: readonly string[], other: readonly string[]) => {
    if (one.length === 0 && other.length === 0) return
    const last = runs.at(-1)
    const [before] = last?.isSame === isSame ? runs.splice(-1) : []
    runs.push({ isSame, quoted: (before?.quoted ?? '') + one.join(''), said: (before?.said ?? '') + other.join('') })
  }
  let [at, to] = [0, 0]
  for (const [nextAt, nextTo] of [...samePieces(ours, theirs), [ours.length, theirs.length] as const]) {
    add(false, ours.slice(at, nextAt), theirs.slice(to, nextTo))
    add(true, ours.slice(nextAt, nextAt + 1), theirs.slice(nextTo, nextTo + 1))
    ;[at, to] = [nextAt + 1, nextTo + 1]
  }
  return runs.map((run) => (run.isSame ? run : { ...run, quoted: nameUnseen(run.quoted), said: nameUnseen(run.said) }))
}

/** A text in pieces that lose nothing of it: its words, every sign by itself, and its white space. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let at = 0
  const addSigns = (end: number) => pieces.push(...(text.slice(at, end).match(/[^\S\uFEFF]+|[^]/gu) ?? []))
  for (const { start, end } of placedWordsOf(text)) {
    addSigns(start)
    pieces.push(text.slice(start, end))
    at = end
  }
  addSigns(text.length)
  return pieces
}

/** The pieces that two texts have in common to the letter, in order: pairs of their positions. */
function samePieces(ours: readonly string[], theirs: readonly string[]): [at: number, to: number][] {
  const numbers = new Map<string, number>()
  const weights: number[] = []
  const numbersOf = (pieces: readonly string[]) =>
    Int32Array.from(pieces, (piece) => {
      const { folded } = foldedText(piece, 'shapes')
      let number = numbers.get(folded)
      if (number === undefined) {
        numbers.set(folded, (number = weights.length))
        weights.push(folded === ' ' ? SPACE_WEIGHT : /[\p{L}\p{N}]/u.test(folded) ? WORD_WEIGHT : SIGN_WEIGHT)
      }
      return number
    })
  const [old, fresh] = [numbersOf(ours), numbersOf(theirs)]
  const pairs: [number, number][] = []
  const whole = { oldStart: 0, oldEnd: ours.length, newStart: 0, newEnd: theirs.length }
  matchWords({ old, new: fresh, weights: Float64Array.from(weights) }, whole, (at, to) => pairs.push([at, to]))
  return pairs.toSorted(([one], [other]) => one - other)
}

/** Characters that nobody sees, by their numbers. */
function nameUnseen(text: string): string {
  return text.replaceAll(
    UNSEEN,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
}
