import { SHIFTS, lengthStep, roundedPlace, type Sketch } from './fingerprintCode.ts'
import { turnsWith, type TurnIndex } from './fingerprintIndex.ts'
import { WORD_BITS } from './fingerprintCode.ts'

/**
 * How well each turn fits a sketch, by Bayes' rule. A score is the logarithm of
 *
 *     (how often a turn is kept, split, edited so …)  ×  P(what we see | this is the turn)
 *                                                      ─────────────────────────────────────
 *                                                      P(what we see | this is some other turn)
 */
export interface Scores {
  /** For each turn, the score that the link means it. */
  readonly turns: Float64Array
  /** The score that the turn is gone. */
  readonly gone: number
  /** For each turn, how many of the sketch's own words it holds. */
  readonly held: Uint8Array
}

/** How a turn is edited: how often, and how many of its words stay. Judged on corrected transcripts and drafts. */
const EDITS = [
  { share: 0.84, kept: 0.97 },
  { share: 0.1, kept: 0.75 },
  { share: 0.06, kept: 0.45 },
] as const
/** How often a turn's words are all replaced, so that only its neighbours tell that it is still there. */
const REPLACED = 0.01
/** How often a linked turn is taken out. */
const GONE = 0.05
/** How often all words stay exactly as they are. */
const UNCHANGED = 0.8
/** However rare a word, another turn on the same subject may hold it too: at least so often. Range 0.005 to 0.05. */
const LEAST_CHANCE = 0.02
/** How often a turn keeps its speaker's label when that label is still in the interview. */
const SAME_SPEAKER = 0.96

/** Where a neighbour may be found after an edit, in steps farther off than it stood, and how often. */
const NEIGHBOUR_AT = [0.8, 0.07, 0.02] as const
/** How often a neighbour's neighbour has come nearer, because the turn between is gone. */
const NEARER = 0.06
/** How often a neighbour's words are gone, or too changed to be known. */
const NEIGHBOUR_NOWHERE = 0.08
/** How often a turn is joined with the one before, with the one after, and with both. */
const JOINED = { before: 0.02, after: 0.02, both: 0.01 } as const

interface ListFit {
  readonly fit: Float64Array
  readonly held: Uint8Array
}

/** For each turn, how well it fits one list of words: log of P(held words | same turn, edited) / P(… | other). */
function fitOfList(index: TurnIndex, words: readonly number[]): ListFit {
  const { count, wordsOfTurn, starts, turnsOfWord } = index
  const held = new Uint8Array(count)
  const fit = new Float64Array(count)
  let total = 0
  for (const own of wordsOfTurn) total += own.length
  let rates = 0
  for (const word of words) {
    const rate = Math.max(0, turnsWith(index, word) - 0.5) / Math.max(1, total) + 2 ** -WORD_BITS
    rates += rate
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1) {
      const turn = turnsOfWord[at]!
      const expected = rate * wordsOfTurn[turn]!.length
      held[turn]! += 1
      fit[turn]! -= Math.log(Math.max(LEAST_CHANCE, 1 - Math.exp(-expected))) + expected
    }
  }
  const mixed = EDITS.map(({ share, kept }) => ({
    log: Math.log(share),
    kept: Math.log(kept),
    lost: Math.log(1 - kept),
  }))
  const byHeld = Array.from({ length: words.length + 1 }, (_, hits) =>
    logSum(mixed.map(({ log, kept, lost }) => log + hits * kept + (words.length - hits) * lost)),
  )
  for (let turn = 0; turn < count; turn += 1)
    fit[turn]! += byHeld[held[turn]!]! + Math.min(rates * wordsOfTurn[turn]!.length, 3 * words.length)
  return { fit, held }
}

export function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs)
  if (most === -Infinity) return most
  let sum = 0
  for (const log of logs) sum += Math.exp(log - most)
  return most + Math.log(sum)
}

/** Scores every turn of an interview against a sketch. */
export function scoresOf(index: TurnIndex, sketch: Sketch): Scores {
  const { count } = index
  const own = sketch.words[0] ?? []
  const alone = fitOfList(index, own)
  const fresh = sketch.fresh < own.length ? fitOfList(index, own.slice(0, sketch.fresh)).fit : alone.fit
  const lists = SHIFTS.map((shift, list) => ({
    shift,
    away: Math.sign(shift),
    fit:
      list > 0 && (sketch.words[list] ?? []).length > 0
        ? likelihoods(fitOfList(index, sketch.words[list] ?? []).fit)
        : null,
  }))
  /** What the list says when its turn would stand at `turn`, were nothing inserted or deleted between. */
  const nearby = (list: number, turn: number): number => {
    const { fit, away } = lists[list]!
    if (!fit) return 1
    let chance = NEIGHBOUR_NOWHERE
    for (let step = 0; step < NEIGHBOUR_AT.length; step += 1)
      chance += NEIGHBOUR_AT[step]! * (fit[turn + step * away] ?? 0)
    if (list > 2) chance += NEARER * (fit[turn - away] ?? 0)
    return chance
  }
  const here = (list: number, turn: number): number => lists[list]!.fit?.[turn] ?? (lists[list]!.fit ? 0 : 1)
  /** How likely a turn is one of the neighbours, which may hold the turn's own words too. */
  const neighbourChance = (turn: number): number => {
    let likelihood = 0
    for (const { fit } of lists) if (fit) likelihood += fit[turn]!
    return likelihood / (likelihood + count)
  }
  let same = 0
  for (const whole of index.wholes) if (whole === sketch.whole) same += 1
  const chance = own.reduce((product, word) => product * Math.max(LEAST_CHANCE, turnsWith(index, word) / count), 1)
  const others = Math.max(0, same - 1) + Math.min(0.5, Math.max(0.01, chance * count))
  const unchanged = Math.log((UNCHANGED * count) / others)
  const changed = Math.log(1 - UNCHANGED)
  const replaced = lists[1]!.fit && lists[2]!.fit ? Math.log(REPLACED) : -Infinity
  const speaker = speakerFits(index, sketch)
  const uniform = -Math.log(Math.max(1, count))
  const turns = new Float64Array(count)
  const gaps: number[] = []
  for (let turn = -1; turn < count; turn += 1) {
    const gap =
      nearby(1, turn) * nearby(2, turn + 1) * nearby(3, turn - 1) * nearby(4, turn + 2) +
      JOINED.both * here(1, turn) * here(2, turn) * nearby(3, turn - 1) * nearby(4, turn + 1)
    gaps.push(Math.log(gap) + placeFit(turn + 1, sketch.place, count) + uniform)
    if (turn < 0) continue
    const isSame = index.wholes[turn] === sketch.whole
    const neighbour = neighbourChance(turn)
    const apart = Math.log(nearby(1, turn - 1) * nearby(2, turn + 1) * nearby(3, turn - 2) * nearby(4, turn + 2))
    const length = lengthFit(index.lengths[turn]!, sketch.length)
    const ways = isSame
      ? [(sketch.fresh > 0 ? unchanged : beyondEcho(unchanged, neighbour)) + apart]
      : [
          changed + fresh[turn]! + beyondEcho(alone.fit[turn]! - fresh[turn]!, neighbour) + length + apart,
          replaced +
            length +
            Math.log(
              NEIGHBOUR_AT[0] ** 2 * here(1, turn - 1) * here(2, turn + 1) * nearby(3, turn - 2) * nearby(4, turn + 2),
            ),
        ]
    if (!isSame && lengthStep(index.lengths[turn]!) > sketch.length) {
      const { before: p1, after: n1, both } = JOINED
      ways.push(
        Math.log(p1 * here(1, turn) * nearby(2, turn + 1) * nearby(3, turn - 1) * nearby(4, turn + 2)) + fresh[turn]!,
        Math.log(n1 * nearby(1, turn - 1) * here(2, turn) * nearby(3, turn - 2) * nearby(4, turn + 1)) + fresh[turn]!,
        Math.log(both * here(1, turn) * here(2, turn) * nearby(3, turn - 1) * nearby(4, turn + 1)) + fresh[turn]!,
      )
    }
    turns[turn] =
      logSum(ways) +
      (index.speakers[turn] === sketch.speaker ? speaker.same : speaker.other) +
      placeFit(turn, sketch.place, count) +
      uniform
  }
  gaps.push(uniform)
  return { turns, gone: Math.log(GONE) + logSumOf(gaps), held: alone.held }
}

/** What words tell that a neighbour holds as well, where the turn may be that neighbour: all, or nothing, or between. */
function beyondEcho(told: number, neighbour: number): number {
  return told > 0 ? told - Math.log(neighbour * Math.exp(told) + 1 - neighbour) : told
}

function likelihoods(fit: Float64Array): Float64Array {
  return fit.map((log) => Math.exp(Math.min(60, log)))
}

function logSumOf(logs: readonly number[]): number {
  let most = -Infinity
  for (const log of logs) most = Math.max(most, log)
  let sum = 0
  for (const log of logs) sum += Math.exp(log - most)
  return most + Math.log(sum)
}

function speakerFits({ turnsOfSpeaker, count }: TurnIndex, { speaker }: Sketch): { same: number; other: number } {
  const turns = turnsOfSpeaker[speaker] ?? 0
  if (turns === 0 || turns === count) return { same: 0, other: 0 }
  const share = turns / count
  return { same: Math.log(SAME_SPEAKER / share), other: Math.log((1 - SAME_SPEAKER) / (1 - share)) }
}

function lengthFit(words: number, length: number): number {
  const away = Math.abs(lengthStep(words) - length) / 2
  return Math.log(0.75 * 8 * (Math.exp(-away / 0.3) / 0.6) + 0.25)
}

function placeFit(turn: number, place: number, count: number): number {
  const scale = 2 + 0.03 * place
  const away = Math.abs(roundedPlace(turn) - place)
  return Math.log((0.75 * count * Math.exp(-away / scale)) / (2 * scale) + 0.25)
}
