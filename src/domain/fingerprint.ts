import { chooseWords } from './fingerprintChoice.ts'
import { formatFingerprint, lengthStep, parseFingerprint, type Sketch } from './fingerprintCode.ts'
import { turnIndexOf, type Passage, type TurnIndex } from './fingerprintIndex.ts'
import { chancesOf } from './fingerprintScore.ts'

/** What became of the turn that a link names, in this edition of the interview. */
export type Resolution =
  | { readonly kind: 'exact'; readonly turn: number }
  | { readonly kind: 'edited'; readonly turn: number; readonly certainty: number }
  | { readonly kind: 'gone'; readonly candidates: readonly number[] }

/**
 * What a link carries so that its turn is found again in an edited interview: at most 40 of the characters A–Z, a–z,
 * 0–9, - and _. It holds numbers made of words of the turn and of the turns round it, not the words themselves.
 *
 * @throws RangeError when there is no such turn
 */
export function fingerprintOf(turns: readonly Passage[], turn: number): string {
  const index = turnIndexOf(turns)
  if (!(turn in index.wordsOfTurn)) throw new RangeError(`no turn ${turn} among ${turns.length}`)
  return formatFingerprint({
    whole: index.wholes[turn]!,
    length: index.lengthSteps[turn]!,
    speaker: index.speakers[turn]!,
    place: turn,
    ...chooseWords(index, turn),
  })
}

/**
 * A turn is named only when it is so sure. Below 0.9, deleted turns begin to be mistaken for others that are like them;
 * above 0.97, short turns that were rewritten get lost.
 */
const CERTAIN = 0.95
/** So many turns are offered when none is sure. */
const MAX_CANDIDATES = 3

/**
 * What became of the turn that a fingerprint was made of, in this edition of the interview; null when the string is no
 * fingerprint, or a damaged one. `hint` is the turn that the rest of the address names here, when it names one.
 */
export function resolveFingerprint(turns: readonly Passage[], fingerprint: string, hint?: number): Resolution | null {
  const sketch = parseFingerprint(fingerprint)
  if (!sketch) return null
  const index = turnIndexOf(turns)
  const chances = chancesOf(index, sketch, hint)
  const candidates = likeliest(chances.turns)
  const [best, second] = candidates
  if (best === undefined) return { kind: 'gone', candidates }
  let turn = best
  let certainty = chances.turns[best]!
  if (second !== undefined && areParts(index, sketch, best, second)) {
    certainty += chances.turns[second]!
    const [first, last] = [Math.min(best, second), Math.max(best, second)]
    turn = chances.held[first]! * FIRST_PART_WEIGHT >= chances.held[last]! ? first : last
  }
  if (certainty < CERTAIN) return { kind: 'gone', candidates }
  return index.wholes[turn] === sketch.whole ? { kind: 'exact', turn } : { kind: 'edited', turn, certainty }
}

/** Of a split turn the first part is meant, unless the last part holds more than so many times its words. */
const FIRST_PART_WEIGHT = 1.5
/** The parts of a split turn stand next to each other, or with another's remark between. */
const MOST_BETWEEN_PARTS = 2

/** True when two turns look like the parts of one: both hold some of its words, and together they are as long. */
function areParts(index: TurnIndex, sketch: Sketch, one: number, other: number): boolean {
  if (Math.abs(one - other) > MOST_BETWEEN_PARTS || index.speakers[one] !== index.speakers[other]) return false
  const own = sketch.words[0] ?? []
  const [ones, others] = [new Set(index.wordsOfTurn[one]), new Set(index.wordsOfTurn[other])]
  const onlyOne = own.filter((word) => ones.has(word) && !others.has(word)).length
  const onlyOther = own.filter((word) => others.has(word) && !ones.has(word)).length
  const length = lengthStep(index.lengths[one]! + index.lengths[other]!)
  return (
    Math.min(onlyOne, onlyOther) > 0 && onlyOne + onlyOther >= own.length / 2 && Math.abs(length - sketch.length) <= 1
  )
}

/** The turns of the greatest chances, best first. */
function likeliest(chances: Float64Array): number[] {
  const best: number[] = []
  for (let turn = 0; turn < chances.length; turn += 1) {
    if (!(chances[turn]! > (chances[best[MAX_CANDIDATES - 1] ?? -1] ?? 0))) continue
    best.push(turn)
    best.sort((one, other) => chances[other]! - chances[one]! || one - other)
    best.length = Math.min(best.length, MAX_CANDIDATES)
  }
  return best
}
