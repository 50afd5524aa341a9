import { WORD_BITS, type Sketch } from './fingerprintCode.ts'
import { turnsWith, type TurnIndex } from './fingerprintIndex.ts'

/**
 * How well turns fit what a sketch says, as likelihood ratios: how often it is so when this is the turn (edited
 * perhaps), over how often it is so of any turn. Above 1 speaks for the turn, below 1 against it.
 *
 * The shares are rounded judgements on transcripts that were corrected after they were published and on drafts that
 * were rewritten; halving or doubling any of them changes the bench (`bench/links`) by less than half a point.
 */

/** How a turn is edited: how often, and how many of its words stay. */
const EDITS = [
  { share: 0.84, kept: 0.97 },
  { share: 0.1, kept: 0.75 },
  { share: 0.06, kept: 0.45 },
] as const
/** However rare a word, another turn on the same subject may hold it too: at least so often. Range 0.005 to 0.05. */
export const LEAST_CHANCE = 0.02
/** What the lack of words may speak for a short turn, for each word, as a logarithm. */
const MOST_FOR_LACK = 3
/** No list of words speaks more strongly than this, as a logarithm: products of all of them stay finite. */
const MOST_FIT = 60

export interface WordsFit {
  /** For each turn, how well it fits. */
  readonly fit: Float64Array
  /** For each turn, how many of the words it holds. */
  readonly held: Uint8Array
}

/** How well each turn fits a list of words. */
export function fitOfWords(index: TurnIndex, words: readonly number[]): WordsFit {
  const { count, wordsOfTurn, starts, turnsOfWord, total } = index
  const held = new Uint8Array(count)
  const fit = new Float64Array(count)
  let rates = 0
  for (const word of words) {
    // How often the word is expected for each different word of a turn; the turn itself does not count as another.
    const rate = Math.max(0, turnsWith(index, word) - 0.5) / Math.max(1, total) + 2 ** -WORD_BITS
    rates += rate
    for (let at = starts[word]!; at < starts[word + 1]!; at += 1) {
      const turn = turnsOfWord[at]!
      const expected = rate * wordsOfTurn[turn]!.length
      held[turn]! += 1
      fit[turn]! -= Math.log(Math.max(LEAST_CHANCE, 1 - Math.exp(-expected))) + expected
    }
  }
  const whenMeant = Array.from({ length: words.length + 1 }, (_, hits) =>
    EDITS.reduce((sum, { share, kept }) => sum + share * kept ** hits * (1 - kept) ** (words.length - hits), 0),
  )
  for (let turn = 0; turn < count; turn += 1) {
    const lack = Math.min(rates * wordsOfTurn[turn]!.length, MOST_FOR_LACK * words.length)
    fit[turn] = whenMeant[held[turn]!]! * Math.exp(Math.min(MOST_FIT, fit[turn]! + lack))
  }
  return { fit, held }
}

/** How often all words stay exactly as they are. */
const UNCHANGED = 0.8

/** How well turns fit that have the same words as the sketch's (`same`), and those that have not. */
export function fitOfWhole(index: TurnIndex, { whole, words }: Sketch): { same: number; other: number } {
  let turns = 0
  for (const other of index.wholes) if (other === whole) turns += 1
  // A turn of one common word is often said again in the same words; one of six rare words hardly ever.
  const again = (words[0] ?? []).reduce(
    (chance, word) => chance * Math.max(LEAST_CHANCE, turnsWith(index, word) / index.count),
    index.count,
  )
  const others = Math.max(0, turns - 1) + Math.min(0.5, Math.max(0.01, again))
  return { same: (UNCHANGED * index.count) / others, other: 1 - UNCHANGED }
}

/** How often a turn keeps its speaker's label when that label is still in the interview. */
const SAME_SPEAKER = 0.96

/** How well turns of the sketch's speaker fit, and those of others. A label that is gone says nothing. */
export function fitOfSpeaker(
  { turnsOfSpeaker, count }: TurnIndex,
  { speaker }: Sketch,
): { same: number; other: number } {
  const turns = turnsOfSpeaker[speaker] ?? 0
  if (turns === 0 || turns === count) return { same: 1, other: 1 }
  return { same: (SAME_SPEAKER * count) / turns, other: ((1 - SAME_SPEAKER) * count) / (count - turns) }
}

/** How often the length stays about the same, by how much it then changes (doublings), and how many doublings there are. */
const SAME_LENGTH = { share: 0.75, spread: 0.3, doublings: 8 } as const

/** How well a turn of `step` fits the sketch's length; both are steps of `lengthStep`, halves of a doubling. */
export function fitOfLength(step: number, length: number): number {
  const { share, spread, doublings } = SAME_LENGTH
  return (share * doublings * Math.exp(-Math.abs(step - length) / 2 / spread)) / (2 * spread) + 1 - share
}

/** How often a turn stays about where it stood, and how far it moves then: some turns, and more the farther down. */
const SAME_PLACE = { share: 0.75, turns: 2, perTurn: 0.03 } as const

/** How well the place `away` from the sketch's fits. */
export function fitOfPlace(away: number, place: number, count: number): number {
  const spread = SAME_PLACE.turns + SAME_PLACE.perTurn * place
  return (SAME_PLACE.share * count * Math.exp(-away / spread)) / (2 * spread) + 1 - SAME_PLACE.share
}
