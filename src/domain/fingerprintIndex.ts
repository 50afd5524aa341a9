import { SPEAKER_BITS, WHOLE_BITS, WORD_BITS } from './fingerprintCode.ts'
import { foldedWords, foldText, hashOf } from './fingerprintWords.ts'
import { turnText, type Interview } from './interview.ts'

/** A turn as far as finding it again goes. */
export interface Passage {
  readonly speaker: string
  readonly text: string
}

const passages = new WeakMap<Interview, readonly Passage[]>()

/** The turns of an interview as passages, always the same array, so that what is prepared for it is kept. */
export function passagesOf(interview: Interview): readonly Passage[] {
  let known = passages.get(interview)
  if (!known) {
    known = interview.turns.map((turn) => ({ speaker: turn.speaker, text: turnText(turn) }))
    passages.set(interview, known)
  }
  return known
}

/** What is prepared of an interview's turns, once, to make and resolve fingerprints quickly. */
export interface TurnIndex {
  readonly count: number
  /** For each turn, the numbers of its different words in the order of the text. */
  readonly wordsOfTurn: readonly Uint16Array[]
  /** For each turn, how many words it has, each counted as often as it stands there. */
  readonly lengths: Uint32Array
  readonly wholes: Uint32Array
  readonly speakers: Uint8Array
  /** The turns that hold word number w: `turnsOfWord` from `starts[w]` up to `starts[w + 1]`, ascending. */
  readonly starts: Uint32Array
  readonly turnsOfWord: Uint32Array
  /** How many turns each speaker number has. */
  readonly turnsOfSpeaker: Uint32Array
}

/** The number that stands for a folded word. */
export function wordNumber(word: string): number {
  return hashOf(word) % 2 ** WORD_BITS
}

/** The number that stands for a speaker's label, whatever its case and accents. */
export function speakerNumber(label: string): number {
  return hashOf(foldText(label).trim()) % 2 ** SPEAKER_BITS
}

const indexes = new WeakMap<readonly Passage[], TurnIndex>()

/** The index of an array of turns. It is kept with the array, which must not be changed afterwards. */
export function turnIndexOf(turns: readonly Passage[]): TurnIndex {
  let index = indexes.get(turns)
  if (!index) {
    index = buildIndex(turns)
    indexes.set(turns, index)
  }
  return index
}

function buildIndex(turns: readonly Passage[]): TurnIndex {
  const count = turns.length
  const lengths = new Uint32Array(count)
  const wholes = new Uint32Array(count)
  const speakers = new Uint8Array(count)
  const starts = new Uint32Array(2 ** WORD_BITS + 1)
  const turnsOfSpeaker = new Uint32Array(2 ** SPEAKER_BITS)
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    let number = numbers.get(word)
    if (number === undefined) numbers.set(word, (number = wordNumber(word)))
    return number
  }
  const wordsOfTurn = turns.map(({ speaker, text }, turn) => {
    const words = foldedWords(text)
    lengths[turn] = words.length
    wholes[turn] = hashOf(words.join(' ')) % 2 ** WHOLE_BITS
    const label = speakerNumber(speaker)
    speakers[turn] = label
    turnsOfSpeaker[label]! += 1 // the number is below the array's length
    const own = Uint16Array.from(new Set(words.map(numberOf)))
    for (const word of own) starts[word + 1]! += 1 // likewise
    return own
  })
  for (let word = 1; word < starts.length; word += 1) starts[word]! += starts[word - 1]!
  const turnsOfWord = new Uint32Array(starts.at(-1)!) // it has one entry at least
  const next = starts.slice()
  for (const [turn, words] of wordsOfTurn.entries()) for (const word of words) turnsOfWord[next[word]!++] = turn
  return { count, wordsOfTurn, lengths, wholes, speakers, starts, turnsOfWord, turnsOfSpeaker }
}

/** How many turns hold a word of this number. */
export function turnsWith(index: TurnIndex, word: number): number {
  return (index.starts[word + 1] ?? 0) - (index.starts[word] ?? 0)
}
