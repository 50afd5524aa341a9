import {
  MAX_COUNTS,
  MAX_WORDS,
  SHIFTS,
  formatFingerprint,
  lengthStep,
  parseFingerprint,
  type Sketch,
} from './fingerprintCode.ts'
import { turnIndexOf, turnsWith, type Passage, type TurnIndex } from './fingerprintIndex.ts'
import { scoresOf } from './fingerprintScore.ts'

/** What became of the turn that a link names, in this edition of the interview. */
export type Resolution =
  | { readonly kind: 'exact'; readonly turn: number }
  | { readonly kind: 'edited'; readonly turn: number; readonly certainty: number }
  | { readonly kind: 'gone'; readonly candidates: readonly number[] }

/** How many words of a long turn are held; the rest of the room is for its neighbours. */
const OWN_WORDS = 9

export function fingerprintOf(turns: readonly Passage[], index: number): string {
  const prepared = turnIndexOf(turns)
  return formatFingerprint({
    whole: prepared.wholes[index] ?? 0,
    length: lengthStep(prepared.lengths[index] ?? 0),
    speaker: prepared.speakers[index] ?? 0,
    place: index,
    ...wordLists(prepared, index),
  })
}

function wordLists(prepared: TurnIndex, index: number): { words: number[][]; fresh: number } {
  const counts = SHIFTS.map(() => 0)
  let room = MAX_WORDS
  const give = (list: number, most: number): void => {
    const held = prepared.wordsOfTurn[index + SHIFTS[list]!]?.length ?? 0
    const more = Math.min(room, Math.min(most, MAX_COUNTS[list]!, held) - counts[list]!)
    if (more <= 0) return
    counts[list]! += more
    room -= more
  }
  give(0, OWN_WORDS)
  for (let most = 1; most <= 4; most += 1) for (const list of [1, 2]) give(list, most)
  for (let most = 1; most <= 3; most += 1) for (const list of [3, 4]) give(list, most)
  for (let most = 1; most <= MAX_WORDS; most += 1) for (const list of [0, 1, 2, 3, 4]) give(list, most)
  const near = new Set(SHIFTS.slice(1).flatMap((shift) => [...(prepared.wordsOfTurn[index + shift] ?? [])]))
  const words = SHIFTS.map((shift, list) => tellingWords(prepared, index + shift, counts[list]!))
  const own = words[0] ?? []
  const fresh = own.filter((word) => !near.has(word))
  words[0] = [...fresh, ...own.filter((word) => near.has(word))]
  return { words, fresh: fresh.length }
}

/** The most telling words of a turn, spread over it, so that what stays of it after an edit holds its share. */
function tellingWords(prepared: TurnIndex, index: number, count: number): number[] {
  const words = prepared.wordsOfTurn[index] ?? []
  const near = new Set([-2, -1, 1, 2].flatMap((shift) => [...(prepared.wordsOfTurn[index + shift] ?? [])]))
  const worth = (word: number): number =>
    -Math.log(Math.max(0.02, turnsWith(prepared, word) / prepared.count)) * (near.has(word) ? 0.5 : 1)
  const chosen = new Set<number>()
  for (let part = 0; part < count; part += 1) {
    const from = Math.floor((part * words.length) / count)
    const to = Math.floor(((part + 1) * words.length) / count)
    let best = words[from]!
    for (let at = from; at < to; at += 1) if (worth(words[at]!) > worth(best) + 0.01) best = words[at]!
    chosen.add(best)
  }
  return [...chosen]
}

const CERTAIN = 0.9

export function resolveFingerprint(turns: readonly Passage[], fingerprint: string, hint?: number): Resolution | null {
  const sketch = parseFingerprint(fingerprint)
  if (!sketch) return null
  const prepared = turnIndexOf(turns)
  const scores = scoresOf(prepared, sketch)
  const order = bestOf(scores.turns)
  const [best, second] = order
  if (best === undefined) return { kind: 'gone', candidates: [] }
  const top = Math.max(scores.gone, scores.turns[best]!)
  let sum = Math.exp(scores.gone - top)
  for (const score of scores.turns) sum += Math.exp(score - top)
  const chance = (turn: number | undefined): number =>
    turn === undefined ? 0 : Math.exp(scores.turns[turn]! - top) / sum
  let turn = best
  let certainty = chance(best)
  if (second !== undefined && isSplit(prepared, sketch, best, second)) {
    certainty += chance(second)
    const [first, last] = [Math.min(best, second), Math.max(best, second)]
    turn = scores.held[first]! * 1.5 >= scores.held[last]! ? first : last
  }
  void hint
  if (certainty < CERTAIN) return { kind: 'gone', candidates: order.slice(0, 3) }
  return prepared.wholes[turn] === sketch.whole ? { kind: 'exact', turn } : { kind: 'edited', turn, certainty }
}

function isSplit(prepared: TurnIndex, sketch: Sketch, one: number, other: number): boolean {
  if (Math.abs(one - other) > 2 || prepared.speakers[one] !== prepared.speakers[other]) return false
  const own = sketch.words[0] ?? []
  const [a, b] = [new Set(prepared.wordsOfTurn[one]), new Set(prepared.wordsOfTurn[other])]
  const onlyOne = own.filter((word) => a.has(word) && !b.has(word)).length
  const onlyOther = own.filter((word) => b.has(word) && !a.has(word)).length
  const both = lengthStep(prepared.lengths[one]! + prepared.lengths[other]!)
  return onlyOne >= 1 && onlyOther >= 1 && onlyOne + onlyOther >= own.length / 2 && Math.abs(both - sketch.length) <= 1
}

function bestOf(scores: Float64Array): number[] {
  const best: number[] = []
  for (let turn = 0; turn < scores.length; turn += 1) {
    if (best.length === 3 && scores[turn]! <= scores[best[2]!]!) continue
    best.push(turn)
    best.sort((one, other) => scores[other]! - scores[one]! || one - other)
    best.length = Math.min(best.length, 3)
  }
  return best
}
