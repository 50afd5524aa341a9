import { roundedPlace, SHIFTS, type Sketch } from './fingerprintCode.ts'
import { fitOfLength, fitOfPlace, fitOfSpeaker, fitOfWhole, fitOfWords } from './fingerprintFit.ts'
import type { TurnIndex } from './fingerprintIndex.ts'

/** What became of the turn of a sketch, by Bayes' rule. All chances together are 1. */
export interface Chances {
  /** For each turn, the chance that it is the one. */
  readonly turns: Float64Array
  /** The chance that the turn is gone. */
  readonly gone: number
  /** For each turn, how many of the sketch's own words it holds. */
  readonly held: Uint8Array
}

/** How often a linked turn is taken out. Range 0.02 to 0.1. */
const GONE = 0.05
/** How often a turn's words are all replaced, so that only its neighbours tell that it is still there. */
const REPLACED = 0.01
/** How often a turn is joined with the one before, with the one after, and with both. */
const JOINED = { before: 0.02, after: 0.02, both: 0.01 } as const
/** Where a neighbour stands after an edit: in its place, one or two turns farther off, and how often. */
const NEIGHBOUR_AT = [0.8, 0.07, 0.02] as const
/** How often a neighbour's neighbour has come nearer, because the turn between is gone. */
const NEARER = 0.06
/** How often a neighbour's words are gone, or too changed to be known. */
const NOWHERE = 0.08
/** How much likelier a turn is that the address names in other ways too. */
const HINTED = 10

/** Lists reach so many turns beyond the first and the last one. */
const MARGIN = 5

interface Neighbour {
  /** For each turn, from `MARGIN` on: how well it fits the neighbour's words. */
  readonly here: Float64Array
  /** The same, when something may have been put in or taken out between the linked turn and this one. */
  readonly near: Float64Array
}

function neighbourOf(index: TurnIndex, words: readonly number[], shift: number): Neighbour | null {
  if (words.length === 0) return null
  const place = new Float64Array(index.count + 2 * MARGIN)
  place.set(fitOfWords(index, words).fit, MARGIN)
  const around = new Float64Array(place.length).fill(NOWHERE)
  const away = Math.sign(shift)
  const nearer = Math.abs(shift) > 1 ? NEARER : 0
  for (let at = 2; at < place.length - 2; at += 1)
    around[at]! +=
      NEIGHBOUR_AT[0] * place[at]! +
      NEIGHBOUR_AT[1] * place[at + away]! +
      NEIGHBOUR_AT[2] * place[at + 2 * away]! +
      nearer * place[at - away]!
  return { here: place, near: around }
}

/** How well a neighbour fits at a turn; a neighbour that is not known says nothing. */
function here(neighbour: Neighbour | null | undefined, turn: number): number {
  return neighbour?.here[turn + MARGIN] ?? 1
}

function near(neighbour: Neighbour | null | undefined, turn: number): number {
  return neighbour?.near[turn + MARGIN] ?? 1
}

/** Weighs every turn of an interview, and the chance that none is the one. `hint` is a turn that the address names too. */
export function chancesOf(index: TurnIndex, sketch: Sketch, hint?: number): Chances {
  const { count } = index
  const own = sketch.words[0] ?? []
  const { fit, held } = fitOfWords(index, own)
  const freshFit = sketch.fresh < own.length ? fitOfWords(index, own.slice(0, sketch.fresh)).fit : fit
  const [, before, after, twoBefore, twoAfter] = SHIFTS.map((shift, list) =>
    list === 0 ? null : neighbourOf(index, sketch.words[list] ?? [], shift),
  )
  /** What the neighbours say when those before end at `last` and those after begin at `first`. */
  const around = (last: number, first: number): number =>
    near(before, last) * near(after, first) * near(twoBefore, last - 1) * near(twoAfter, first + 1)
  /** The same when the turn is joined with a neighbour, or with both: these stand at `turn` itself. */
  const joinedBefore = (turn: number): number =>
    before ? here(before, turn) * near(after, turn + 1) * near(twoBefore, turn - 1) * near(twoAfter, turn + 2) : 0
  const joinedAfter = (turn: number): number =>
    after ? near(before, turn - 1) * here(after, turn) * near(twoBefore, turn - 2) * near(twoAfter, turn + 1) : 0
  const joinedBoth = (turn: number): number =>
    before && after ? here(before, turn) * here(after, turn) * near(twoBefore, turn - 1) * near(twoAfter, turn + 1) : 0
  const placeOf = (turn: number): number =>
    fitOfPlace(Math.abs(roundedPlace(turn) - sketch.place), sketch.place, count) / count
  /** The chance that a turn is one of the neighbours. It may then hold the turn's own words, all but the fresh ones. */
  const neighbourChance = (turn: number): number => {
    let weight = 0
    for (const neighbour of [before, after, twoBefore, twoAfter]) if (neighbour) weight += here(neighbour, turn)
    return weight / (weight + count)
  }
  const whole = fitOfWhole(index, sketch)
  const speaker = fitOfSpeaker(index, sketch)
  const turns = new Float64Array(count)
  let gone = GONE / Math.max(1, count)
  let sum = 0
  let place = 0
  for (let turn = -1; turn < count; turn += 1) {
    const both = JOINED.both * joinedBoth(turn)
    const nextPlace = placeOf(turn + 1)
    const isSame = index.wholes[turn] === sketch.whole
    gone += GONE * (around(turn, turn + 1) + both) * nextPlace
    let weight = 0
    if (turn < 0) place = nextPlace
    else if (isSame) {
      weight =
        (sketch.fresh > 0 ? whole.same : beyondEcho(whole.same, neighbourChance(turn))) * around(turn - 1, turn + 1)
    } else {
      const fresh = freshFit[turn]!
      const told = fresh * beyondEcho(fit[turn]! / fresh, neighbourChance(turn))
      weight = whole.other * told * around(turn - 1, turn + 1)
      if (before && after)
        weight +=
          REPLACED *
          NEIGHBOUR_AT[0] ** 2 *
          here(before, turn - 1) *
          here(after, turn + 1) *
          near(twoBefore, turn - 2) *
          near(twoAfter, turn + 2)
      weight *= fitOfLength(index.lengthSteps[turn]!, sketch.length)
      if (index.lengthSteps[turn]! > sketch.length)
        weight += fresh * (JOINED.before * joinedBefore(turn) + JOINED.after * joinedAfter(turn) + both)
    }
    if (turn < 0) continue
    weight *= (index.speakers[turn] === sketch.speaker ? speaker.same : speaker.other) * place
    if (turn === hint) weight *= HINTED
    turns[turn] = weight
    sum += weight
    place = nextPlace
  }
  for (let turn = 0; turn < count; turn += 1) turns[turn]! /= sum + gone
  return { turns, gone: gone / (sum + gone), held }
}

/** What words tell that a neighbour holds as well: all when the turn is surely not that neighbour, nothing when it is. */
function beyondEcho(told: number, neighbour: number): number {
  return told > 1 ? told / (neighbour * told + 1 - neighbour) : told
}
