import { timedWordsOf, type Cue, type TimedWord } from '../captions.ts'
import { PARAGRAPH_BREAK } from '../interview.ts'
import { placedWordsOf } from '../quoteWords.ts'
import { matchWords, type WordTexts } from './wordMatches.ts'

/** When the words of some turns are said, in seconds. */
export interface CaptionTimes {
  /** By turn, when each of its words begins, never falling; the words are those of `placedWordsOf`. */
  readonly words: readonly (readonly number[])[]
  readonly turns: readonly number[]
  readonly end: number
  /** By turn, how many of its words stand in the captions. */
  readonly matched: readonly number[]
}

/** A word of the turns. */
interface Word {
  readonly folded: string
  /** Where it stands in the text of all turns, in UTF-16 code units. */
  readonly offset: number
}

/** Words in every caption still tell a little. */
const LEAST_WEIGHT = 0.1
/** Seconds a character, where the captions do not tell: 150 words a minute of six characters, with the space. */
const USUAL_PACE = 60 / (150 * 6)
/** How long the last word takes at least, in seconds. */
const SHORTEST_WORD = 0.1

/**
 * When each word of some turns is said, from captions that hold most of them. The words of both are compared as texts
 * are (see wordMatches.ts); what is in both is said when the captions say, what is only in the turns between its
 * neighbours, as far along as it stands in the text:
 *
 *     captions:   10 s we | 11 s bake | 12 s bread
 *     turns:      we     always     bake     rye      bread
 *     said at:    10 s   10.3 s     11 s     11.5 s   12 s
 *
 * Time grows about as the length of both (100,000 words: under two seconds).
 */
export function captionTimesOf(texts: readonly string[], cues: readonly Cue[]): CaptionTimes {
  const { words, starts, length } = wordsOfTurns(texts)
  const said = timedWordsOf(cues)
  const seconds = new Float64Array(words.length).fill(UNKNOWN)
  let [lastAt, lastTo] = [-1, -1]
  const whole = { oldStart: 0, oldEnd: words.length, newStart: 0, newEnd: said.length }
  matchWords(numbered(words, said), whole, (at, to) => {
    seconds[at] = said[to]?.seconds ?? UNKNOWN
    if (at > lastAt) [lastAt, lastTo] = [at, to]
  })
  const matched = texts.map((_, turn) => countKnown(seconds.subarray(starts[turn], starts[turn + 1])))
  const pace = paceOf(words, seconds)
  fillUnknown(words, seconds, pace)
  const lastWord = seconds.at(-1) ?? 0
  const captionsEnd = cues.reduce((latest, cue) => Math.max(latest, cue.end), 0)
  const rest = pace * (length - (words.at(-1)?.offset ?? 0))
  const until =
    lastAt === words.length - 1 ? (said[lastTo]?.until ?? captionsEnd) : Math.min(lastWord + rest, captionsEnd)
  const end = Math.max(until, lastWord + SHORTEST_WORD)
  const byTurn = texts.map((_, turn) => [...seconds.subarray(starts[turn], starts[turn + 1])])
  return { words: byTurn, turns: firstOfEach(byTurn, end), end, matched }
}

const UNKNOWN = -1

function wordsOfTurns(texts: readonly string[]): {
  readonly words: readonly Word[]
  /** Where each turn's words start in `words`, and at the end where the last turn's end. */
  readonly starts: readonly number[]
  /** Of all turns, in UTF-16 code units. */
  readonly length: number
} {
  const words: Word[] = []
  const starts = [0]
  let length = 0
  for (const text of texts) {
    for (const { folded, start } of placedWordsOf(text)) words.push({ folded, offset: length + start })
    starts.push(words.length)
    length += text.length + PARAGRAPH_BREAK.length
  }
  return { words, starts, length }
}

/** The words as numbers, with how much each tells: the rarer, the more. */
function numbered(words: readonly Word[], said: readonly TimedWord[]): WordTexts {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const numbersOf = (all: readonly { readonly folded: string }[]) =>
    Int32Array.from(all, ({ folded }) => {
      let number = numbers.get(folded)
      if (number === undefined) numbers.set(folded, (number = numbers.size))
      counts[number] = (counts[number] ?? 0) + 1
      return number
    })
  const texts = { old: numbersOf(words), new: numbersOf(said) }
  const all = words.length + said.length
  return { ...texts, weights: Float64Array.from(counts, (count) => Math.max(LEAST_WEIGHT, Math.log(all / count))) }
}

function countKnown(seconds: Float64Array): number {
  return seconds.reduce((count, each) => (each === UNKNOWN ? count : count + 1), 0)
}

/** Seconds a character, from the first word that is known to the last. */
function paceOf(words: readonly Word[], seconds: Float64Array): number {
  const first = seconds.findIndex((each) => each !== UNKNOWN)
  const last = seconds.findLastIndex((each) => each !== UNKNOWN)
  const characters = (words[last]?.offset ?? 0) - (words[first]?.offset ?? 0)
  const pace = ((seconds[last] ?? 0) - (seconds[first] ?? 0)) / characters
  return pace > 0 && Number.isFinite(pace) ? pace : USUAL_PACE
}

/** Puts the words that are in no caption between those that are; before the first and behind the last at the pace of all. */
function fillUnknown(words: readonly Word[], seconds: Float64Array, pace: number): void {
  const offsetOf = (index: number) => words[index]?.offset ?? 0
  let before = -1
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && seconds[at] === UNKNOWN) continue
    const [from, to] = [seconds[before], at < words.length ? seconds[at] : undefined]
    for (let word = before + 1; word < at; word += 1) {
      if (from === undefined) seconds[word] = Math.max((to ?? 0) - pace * (offsetOf(at) - offsetOf(word)), 0)
      else if (to === undefined) seconds[word] = from + pace * (offsetOf(word) - offsetOf(before))
      else {
        const share = (offsetOf(word) - offsetOf(before)) / (offsetOf(at) - offsetOf(before))
        seconds[word] = from + share * (to - from)
      }
    }
    before = at
  }
}

/** When each turn begins: with its first word, or where it has none with the turn behind it. */
function firstOfEach(words: readonly (readonly number[])[], end: number): number[] {
  let next = end
  return words.map((_, index) => (next = words[words.length - 1 - index]?.[0] ?? next)).toReversed()
}
