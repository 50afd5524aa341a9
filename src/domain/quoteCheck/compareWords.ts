import { matchWords } from '../alignment/wordMatches.ts'
import { placedWordsOf } from '../quoteWords.ts'
import type { WordRun } from './verdict.ts'

/** Puts a quotation and what was said beside each other, word by word. Returns the runs, and how many words differ. */
export function compareWords(quoted: string, said: string): { runs: WordRun[]; changes: number } {
  const [ours, theirs] = [placedWordsOf(quoted), placedWordsOf(said)]
  const known = new Map<string, number>()
  const numberOf = (word: string) => {
    const number = known.get(word) ?? known.size
    known.set(word, number)
    return number
  }
  const numbers = (words: typeof ours) => Int32Array.from(words, ({ folded }) => numberOf(folded))
  const pairs: [number, number][] = []
  const [old, fresh] = [numbers(ours), numbers(theirs)]
  const texts = { old, new: fresh, weights: new Float64Array(known.size).fill(1) }
  const whole = { oldStart: 0, oldEnd: ours.length, newStart: 0, newEnd: theirs.length }
  matchWords(texts, whole, (at, to) => pairs.push([at, to]))
  const runs: WordRun[] = []
  const add = (is: WordRun['is'], words: string) => {
    const last = runs.at(-1)
    if (words === '') return
    if (last?.is === is) runs[runs.length - 1] = { is, words: `${last.words} ${words}` }
    else runs.push({ is, words })
  }
  const between = (text: string, words: typeof ours, from: number, to: number) =>
    from < to ? text.slice(words[from]!.start, words[to - 1]!.end) : ''
  let [at, to, changes] = [0, 0, 0]
  for (const [nextAt, nextTo] of [...pairs.toSorted(([one], [other]) => one - other), [ours.length, theirs.length]] as [
    number,
    number,
  ][]) {
    changes += Math.max(nextAt - at, nextTo - to)
    add('quoted', between(quoted, ours, at, nextAt))
    add('said', between(said, theirs, to, nextTo))
    const word = theirs[nextTo]
    if (word) add('same', said.slice(word.start, word.end))
    ;[at, to] = [nextAt + 1, nextTo + 1]
  }
  return { runs, changes }
}
