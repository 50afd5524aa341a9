import { matchWords } from '../alignment/wordMatches.ts'
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

/** Puts a quotation and what was said beside each other, word by word. Returns the runs, and how many words differ. */
export function compareWords(quoted: string, said: string): { runs: WordRun[]; changes: number } {
  const [ours, theirs] = [placedWordsOf(quoted), placedWordsOf(said)]
  const runs: WordRun[] = []
  const add = (is: WordRun['is'], words: string) => {
    const last = runs.at(-1)
    if (words === '') return
    if (last?.is === is) runs[runs.length - 1] = { is, words: `${last.words} ${words}` }
    else runs.push({ is, words })
  }
  let [at, to, changes] = [0, 0, 0]
  for (const [nextAt, nextTo] of [...pairWords(ours, theirs), [ours.length, theirs.length] as const]) {
    changes += Math.max(nextAt - at, nextTo - to)
    add('quoted', textBetween(quoted, ours.slice(at, nextAt)))
    add('said', textBetween(said, theirs.slice(to, nextTo)))
    add('same', textBetween(said, theirs.slice(nextTo, nextTo + 1)))
    ;[at, to] = [nextAt + 1, nextTo + 1]
  }
  return { runs, changes }
}

function textBetween(text: string, words: readonly PlacedWord[]): string {
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? text.slice(first.start, last.end) : ''
}
