import { turnCount, wordCount, wordsOfTurn, type ComparedText, type ComparedTexts } from './comparedText.ts'
import { longestRising } from './rising.ts'

/** A turn of so few words may stand in a text by chance; it is matched beside others, never by itself. */
const ANCHOR_WORDS = 3
/** As above, for a turn that is found out of order, where nothing else speaks for it. */
const MOVED_ANCHOR_WORDS = 6
/** Each round matches one more run of moved turns; a text in more pieces is left to the likeness of single turns. */
const MAX_ROUNDS = 64

/** An old turn and a new one that are said to be the same, whatever their words. */
export type FixedPair = readonly [at: number, to: number]

/** For each old turn the new one that has the same words, or -1. */
export interface TurnMatches {
  readonly newOf: Int32Array
  readonly oldOf: Int32Array
}

/**
 * Matches the turns whose words did not change (patience diff over turns): those that are unique in both texts and in
 * the same order first, then their equal neighbours; what is left is tried again, which finds moved runs.
 *
 *     old  A  yeah  B  C          A and D are unique: anchors. The yeah behind A is A's neighbour in both.
 *     new  A  yeah  x  D  C
 */
export function matchEqualTurns(texts: ComparedTexts, fixed: readonly FixedPair[]): TurnMatches {
  const matches = {
    newOf: new Int32Array(turnCount(texts.old)).fill(-1),
    oldOf: new Int32Array(turnCount(texts.new)).fill(-1),
  }
  const numbers = new Map<string, number>()
  const old = keysOf(texts.old, numbers)
  const fresh = keysOf(texts.new, numbers)
  for (const [at, to] of fixed) join(matches, at, to)
  extendFrom(matches, { old, fresh }, -1, -1)
  extendFrom(matches, { old, fresh }, old.length, fresh.length)
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const least = round === 0 ? ANCHOR_WORDS : MOVED_ANCHOR_WORDS
    const anchors = uniquePairs(matches, { old, fresh }).filter(([at]) => wordCount(texts.old, at) >= least)
    const chain = longestRising(anchors.map(([, to]) => to))
    for (const position of chain) {
      const [at, to] = anchors[position] ?? [0, 0]
      if (matches.newOf[at] !== -1 || matches.oldOf[to] !== -1) continue // a neighbour's run came by already
      join(matches, at, to)
      extendFrom(matches, { old, fresh }, at, to)
    }
    if (chain.length === 0) break
  }
  return matches
}

interface Keys {
  readonly old: Int32Array
  readonly fresh: Int32Array
}

/** A number for each turn; the same number is the same words. */
function keysOf(text: ComparedText, numbers: Map<string, number>): Int32Array {
  return Int32Array.from({ length: turnCount(text) }, (_, turn) => {
    const key = wordsOfTurn(text, turn).join(' ')
    let number = numbers.get(key)
    if (number === undefined) {
      number = numbers.size
      numbers.set(key, number)
    }
    return number
  })
}

function join({ newOf, oldOf }: TurnMatches, at: number, to: number): void {
  newOf[at] = to
  oldOf[to] = at
}

/** Matches what stands beside a pair, in both directions, as long as it is equal. */
function extendFrom(matches: TurnMatches, { old, fresh }: Keys, at: number, to: number): void {
  for (const step of [-1, 1])
    for (let i = at + step, j = to + step; ; i += step, j += step) {
      if (old[i] === undefined || old[i] !== fresh[j]) break
      if (matches.newOf[i] !== -1 || matches.oldOf[j] !== -1) break
      join(matches, i, j)
    }
}

/** The unmatched turns whose words stand once in what is left of either text, in old order. */
function uniquePairs({ newOf, oldOf }: TurnMatches, { old, fresh }: Keys): [at: number, to: number][] {
  const seen = new Map<number, { at: number; to: number; olds: number; news: number }>()
  old.forEach((key, at) => {
    if (newOf[at] !== -1) return
    const entry = seen.get(key)
    if (entry) entry.olds += 1
    else seen.set(key, { at, to: -1, olds: 1, news: 0 })
  })
  fresh.forEach((key, to) => {
    const entry = oldOf[to] === -1 ? seen.get(key) : undefined
    if (!entry) return
    entry.news += 1
    entry.to = to
  })
  return [...seen.values()].filter(({ olds, news }) => olds === 1 && news === 1).map(({ at, to }) => [at, to])
}
