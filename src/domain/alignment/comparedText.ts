import { isUnspaced, runsOf } from '../words.ts'

/** A turn as alignment sees it. */
export interface SpokenTurn {
  /** The label of its speaker. */
  readonly speaker: string
  readonly text: string
}

/** The words of some turns as numbers; the same number is the same word in every text that was numbered together. */
export interface ComparedText {
  /** The words of all turns, one after the other. */
  readonly words: Int32Array
  /** Where each turn's words start in `words`, and at the end where the last turn's end. */
  readonly starts: Int32Array
}

/** Two texts whose words are numbered together, and how much each word tells. */
export interface ComparedTexts {
  readonly old: ComparedText
  readonly new: ComparedText
  /** By word: about 0.1 for one that stands in every turn, more the fewer turns have it (natural logarithm). */
  readonly weights: Float64Array
}

/** Words in every turn still tell a little: a turn may have no others. */
const LEAST_WEIGHT = 0.1

/** Letters without case, accents kept, so that a changed quotation mark, dash or capital is no change of words. */
export function comparedWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’‘ʼ]/g, '')
  const runs = runsOf(plain)
  if (runs.length === 0) return [text.trim()] // a turn of signs alone is one word: its signs
  return runs.flatMap((run) => (isUnspaced(run) ? [...run] : [run]))
}

/** Numbers the words of two texts. */
export function compareTexts(old: readonly SpokenTurn[], fresh: readonly SpokenTurn[]): ComparedTexts {
  const numbers = new Map<string, number>()
  const turnsWith: number[] = []
  const lastTurn: number[] = []
  let turn = 0
  const numbered = (turns: readonly SpokenTurn[]): ComparedText => {
    const words: number[] = []
    const starts = new Int32Array(turns.length + 1)
    turns.forEach(({ text }, index) => {
      for (const word of comparedWords(text)) {
        let number = numbers.get(word)
        if (number === undefined) {
          number = numbers.size
          numbers.set(word, number)
          turnsWith.push(0)
          lastTurn.push(-1)
        }
        if (lastTurn[number] !== turn) {
          lastTurn[number] = turn
          turnsWith[number] = (turnsWith[number] ?? 0) + 1
        }
        words.push(number)
      }
      starts[index + 1] = words.length
      turn += 1
    })
    return { words: Int32Array.from(words), starts }
  }
  const texts = { old: numbered(old), new: numbered(fresh) }
  const weights = Float64Array.from(turnsWith, (count) => Math.max(LEAST_WEIGHT, Math.log(turn / count)))
  return { ...texts, weights }
}

/** How many turns a text has. */
export function turnCount({ starts }: ComparedText): number {
  return starts.length - 1
}

/** How many words a turn has. */
export function wordCount({ starts }: ComparedText, turn: number): number {
  return (starts[turn + 1] ?? 0) - (starts[turn] ?? 0)
}

/** The words of a turn. */
export function wordsOfTurn({ words, starts }: ComparedText, turn: number): Int32Array {
  return words.subarray(starts[turn] ?? 0, starts[turn + 1] ?? 0)
}

/** How much all words of a turn tell, together. */
export function turnWeight(text: ComparedText, turn: number, weights: Float64Array): number {
  let sum = 0
  for (const word of wordsOfTurn(text, turn)) sum += weights[word] ?? 0
  return sum
}
