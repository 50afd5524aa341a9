import { MAX_COUNTS, MAX_WORDS, SHIFTS, type Sketch } from './fingerprintCode.ts'
import { LEAST_CHANCE } from './fingerprintFit.ts'
import { turnsWith, type TurnIndex } from './fingerprintIndex.ts'

/** How many words of a long turn are held at first; the rest of the room is for its neighbours. Range 7 to 11. */
const OWN_WORDS = 9
/** How many words of each neighbour, and of each neighbour's neighbour, are held before all of them fill what is left. */
const NEIGHBOUR_WORDS = 4
const FAR_NEIGHBOUR_WORDS = 3
/** What a word is worth, of what it would be, when a turn near it holds it too: it cannot tell the two apart. */
const ECHOED_WORTH = 0.5

/**
 * The words that a fingerprint holds of a turn and of those round it. Those of the turn itself that none of the others
 * holds come first; `fresh` counts them.
 */
export function chooseWords(index: TurnIndex, turn: number): Pick<Sketch, 'words' | 'fresh'> {
  const counts = shareRoom(SHIFTS.map((shift) => index.wordsOfTurn[turn + shift]?.length ?? 0))
  const [own = [], ...others] = SHIFTS.map((shift, list) => tellingWords(index, turn + shift, counts[list] ?? 0))
  const fresh = own.filter((word) => !isNear(index, turn, word))
  const echoed = own.filter((word) => isNear(index, turn, word))
  return { words: [[...fresh, ...echoed], ...others], fresh: fresh.length }
}

/** How many words each list gets, of those that its turn has: a short turn leaves its room to the neighbours. */
function shareRoom(available: readonly number[]): number[] {
  const counts = available.map(() => 0)
  let room = MAX_WORDS
  const fill = (lists: readonly number[], most: number): void => {
    for (let level = 1; level <= most; level += 1)
      for (const list of lists) {
        const limit = Math.min(level, MAX_COUNTS[list] ?? 0, available[list] ?? 0)
        if (room === 0 || (counts[list] ?? 0) >= limit) continue
        counts[list] = (counts[list] ?? 0) + 1
        room -= 1
      }
  }
  fill([0], OWN_WORDS)
  fill([1, 2], NEIGHBOUR_WORDS)
  fill([3, 4], FAR_NEIGHBOUR_WORDS)
  fill([0, 1, 2, 3, 4], MAX_WORDS)
  return counts
}

/** How far away the turns are that a fingerprint holds words of too. */
const NEAR = Math.max(...SHIFTS)

/** Whether one of the turns round `turn` that its fingerprint holds words of, not the turn itself, holds a word. */
function isNear({ starts, turnsOfWord }: TurnIndex, turn: number, word: number): boolean {
  const end = starts[word + 1]!
  let [low, high] = [starts[word]!, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (turnsOfWord[middle]! < turn - NEAR) low = middle + 1
    else high = middle
  }
  for (let at = low; at < end && turnsOfWord[at]! <= turn + NEAR; at += 1) if (turnsOfWord[at] !== turn) return true
  return false
}

/**
 * The most telling words of a turn: one of each part of it, so that whatever part of it stays after an edit holds its
 * share. Rare words tell more, down to a rarity below which chance decides.
 */
function tellingWords(index: TurnIndex, turn: number, count: number): number[] {
  const words = index.wordsOfTurn[turn] ?? new Uint16Array()
  const worth = (word: number): number =>
    -Math.log(Math.max(LEAST_CHANCE, turnsWith(index, word) / index.count)) *
    (isNear(index, turn, word) ? ECHOED_WORTH : 1)
  return Array.from({ length: count }, (_, part) => {
    const from = Math.floor((part * words.length) / count)
    const to = Math.floor(((part + 1) * words.length) / count)
    return words.slice(from, to).reduce((best, word) => (worth(word) > worth(best) ? word : best))
  })
}
