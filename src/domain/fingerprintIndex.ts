import { lengthStep, SPEAKER_BITS, WHOLE_BITS, WORD_BITS } from './fingerprintCode.ts'
import { scanText } from './fingerprintScan.ts'
import { foldText, hashOf } from './fingerprintWords.ts'
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
  /** For each turn, the same as a step of `lengthStep`. */
  readonly lengthSteps: Float32Array
  readonly wholes: Uint32Array
  readonly speakers: Uint8Array
  /** The turns that hold word number w: `turnsOfWord` from `starts[w]` up to `starts[w + 1]`, ascending. */
  readonly starts: Uint32Array
  readonly turnsOfWord: Uint32Array
  /** How many turns each speaker number has. */
  readonly turnsOfSpeaker: Uint32Array
  /** How many words all turns hold, each counted once for a turn. */
  readonly total: number
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
  const lengthSteps = new Float32Array(count)
  const wholes = new Uint32Array(count)
  const speakers = new Uint8Array(count)
  const starts = new Uint32Array(2 ** WORD_BITS + 1)
  const turnsOfSpeaker = new Uint32Array(2 ** SPEAKER_BITS)
  const labels = new Map<string, number>()
  const seenIn = new Int32Array(2 ** WORD_BITS).fill(-1)
  const wordsOfTurn = turns.map(({ speaker, text }, turn) => {
    const { words, whole } = scanText(text)
    lengths[turn] = words.length
    lengthSteps[turn] = lengthStep(words.length)
    wholes[turn] = whole % 2 ** WHOLE_BITS
    const label = labels.get(speaker) ?? speakerNumber(speaker)
    labels.set(speaker, label)
    speakers[turn] = label
    turnsOfSpeaker[label]! += 1 // both numbers are below their array's length
    const own: number[] = []
    for (const hash of words) {
      const word = hash % 2 ** WORD_BITS
      if (seenIn[word] === turn) continue
      seenIn[word] = turn
      starts[word + 1]! += 1
      own.push(word)
    }
    return Uint16Array.from(own)
  })
  for (let word = 1; word < starts.length; word += 1) starts[word]! += starts[word - 1]!
  const total = starts.at(-1)! // it has one entry at least
  const turnsOfWord = new Uint32Array(total)
  const next = starts.slice()
  for (const [turn, words] of wordsOfTurn.entries()) for (const word of words) turnsOfWord[next[word]!++] = turn
  return { count, wordsOfTurn, lengths, lengthSteps, wholes, speakers, starts, turnsOfWord, turnsOfSpeaker, total }
}

/** How many turns hold a word of this number. */
export function turnsWith(index: TurnIndex, word: number): number {
  return (index.starts[word + 1] ?? 0) - (index.starts[word] ?? 0)
}
