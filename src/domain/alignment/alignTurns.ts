import { letterLikeness, strongestClaim, type Claim } from './claims.ts'
import { compareTexts, turnCount, turnWeight, type ComparedTexts, type SpokenTurn } from './comparedText.ts'
import { matchEqualTurns, type FixedPair, type TurnMatches } from './equalTurns.ts'
import { gatherEvidence, type EvidenceByTurn } from './evidence.ts'
import { gapsBetween, type Gap } from './gaps.ts'
import { findMovedTurns } from './movedTurns.ts'
import { longestRising } from './rising.ts'

/** What became of an old turn. Several old turns with the same `to` were merged: the one that is not `merged` leads. */
export type Fate =
  /** Its words are the same, but for signs and capitals. */
  | { readonly kind: 'kept'; readonly to: number }
  | { readonly kind: 'edited'; readonly to: number }
  /** It stands elsewhere, with the same words or edited ones. */
  | { readonly kind: 'moved'; readonly to: number }
  /** Its words stand in a turn that holds more of another old turn's words. */
  | { readonly kind: 'merged'; readonly to: number }
  | { readonly kind: 'gone' }
  /** It may be one of these new turns, or gone: an author has to say. */
  | { readonly kind: 'unsure'; readonly candidates: readonly number[] }

/** Short turns that stand alone between the same neighbours are one, mistyped, when so much of their letters is alike. */
const MISTYPED_LIKENESS = 0.5
const MISTYPED_LENGTH = 40

/**
 * What became of each old turn in an edited text. Equal turns are matched first, wherever they went; between them the
 * words are compared, so that edits, splits and merges are found; the rest is looked for out of order. Time grows about
 * as the length of the texts (100,000 turns: some seconds).
 */
export function alignTurns(
  old: readonly SpokenTurn[],
  fresh: readonly SpokenTurn[],
  fixed: readonly FixedPair[] = [],
): Fate[] {
  if (old.length === 0) return []
  const texts = compareTexts(old, fresh)
  const matches = matchEqualTurns(texts, fixed)
  const equal = matches.newOf.slice()
  for (const [at] of fixed) equal[at] = -1
  const claims = Array.from(matches.newOf, (to, at): Claim | null =>
    to < 0 ? null : { to, weight: turnWeight(texts.old, at, texts.weights), isWhole: true, verdict: 'sure' },
  )
  const comparison = { old, fresh, texts, matches, claims }
  compareGaps(comparison)
  const doubts = placeMovedTurns(texts, claims)
  if (closeMatches(matches, claims)) compareGaps(comparison)
  placeSmallTurns(claims)
  return toFates({ claims, equal, doubts, fixed })
}

interface Comparison {
  readonly old: readonly SpokenTurn[]
  readonly fresh: readonly SpokenTurn[]
  readonly texts: ComparedTexts
  readonly matches: TurnMatches
  readonly claims: (Claim | null)[]
}

/** Compares the words of what lies between matches, and notes what that says of each old turn there. */
function compareGaps({ old, fresh, texts, matches, claims }: Comparison): void {
  for (const gap of gapsBetween(matches)) {
    const found: EvidenceByTurn = new Map()
    gatherEvidence(texts, gap, found)
    for (let turn = gap.old[0]; turn < gap.old[1]; turn += 1)
      if (claims[turn]?.verdict !== 'sure') claims[turn] = strongestClaim(texts, turn, found.get(turn) ?? [])
    const pair = mistypedPair(gap, { old, fresh })
    if (pair && claims[pair[0]]?.verdict !== 'sure')
      claims[pair[0]] = { to: pair[1], weight: 0, isWhole: false, verdict: 'sure' }
  }
}

/** The one short turn on either side of a gap, when they are alike by letters and of one speaker. */
function mistypedPair(gap: Gap, { old, fresh }: Pick<Comparison, 'old' | 'fresh'>): FixedPair | null {
  const [stretch] = gap.fresh
  if (!stretch || gap.fresh.length > 1 || gap.old[1] - gap.old[0] > 1 || stretch[1] - stretch[0] > 1) return null
  const [one, other] = [old[gap.old[0]], fresh[stretch[0]]]
  if (!one || one.speaker !== other?.speaker) return null
  if (Math.max(one.text.length, other.text.length) > MISTYPED_LENGTH) return null
  return letterLikeness(one.text, other.text) >= MISTYPED_LIKENESS ? [gap.old[0], stretch[0]] : null
}

/** Looks out of order for what has no sure place; returns the places to choose from for each that stays unsure. */
function placeMovedTurns(texts: ComparedTexts, claims: (Claim | null)[]): Map<number, readonly number[]> {
  const claimed = new Set(claims.flatMap((claim) => (claim?.verdict === 'sure' ? [claim.to] : [])))
  const olds = [...claims.keys()].filter((turn) => claims[turn]?.verdict !== 'sure')
  const news = Array.from({ length: turnCount(texts.new) }, (_, turn) => turn).filter((turn) => !claimed.has(turn))
  const doubts = new Map<number, readonly number[]>()
  const moved = findMovedTurns(texts, { olds, news })
  const wanting = new Map<number, number>() // how many old turns are likest to a new one
  for (const {
    to: [first = -1],
  } of moved)
    wanting.set(first, (wanting.get(first) ?? 0) + 1)
  for (const { at, to, isSure } of moved) {
    const [first = -1] = to
    const here = claims[at]?.verdict === 'doubtful' ? claims[at].to : first
    if (isSure && here === first && wanting.get(first) === 1)
      claims[at] = { to: first, weight: 0, isWhole: false, verdict: 'sure' }
    else doubts.set(at, to)
  }
  return doubts
}

/** A short turn that stands whole in what became of its neighbour was merged with it. */
function placeSmallTurns(claims: (Claim | null)[]): void {
  claims.forEach((claim, turn) => {
    if (claim?.verdict !== 'none' || !claim.isWhole) return
    const isBeside = [claims[turn - 1], claims[turn + 1]].some(
      (beside) => beside?.verdict === 'sure' && beside.to === claim.to,
    )
    if (isBeside) claims[turn] = { ...claim, verdict: 'sure' }
  })
}

/** Makes sure claims matches, so that what lies between them can be compared again. True when there was a new one. */
function closeMatches({ newOf, oldOf }: TurnMatches, claims: readonly (Claim | null)[]): boolean {
  let isNew = false
  claims.forEach((claim, turn) => {
    if (claim?.verdict !== 'sure' || newOf[turn] !== -1 || oldOf[claim.to] !== -1) return
    newOf[turn] = claim.to
    oldOf[claim.to] = turn
    isNew = true
  })
  return isNew
}

interface Findings {
  readonly claims: readonly (Claim | null)[]
  /** The new turn with the same words, or -1. */
  readonly equal: Int32Array
  readonly doubts: ReadonlyMap<number, readonly number[]>
  readonly fixed: readonly FixedPair[]
}

function toFates({ claims, equal, doubts, fixed }: Findings): Fate[] {
  const leaders = leadersOf({ claims, equal, fixed })
  const inOrder = inOrderOf(leaders)
  return claims.map((claim, turn): Fate => {
    if (claim?.verdict !== 'sure') {
      const candidates = new Set([...(claim?.verdict === 'doubtful' ? [claim.to] : []), ...(doubts.get(turn) ?? [])])
      return candidates.size > 0 ? { kind: 'unsure', candidates: [...candidates] } : { kind: 'gone' }
    }
    const { to } = claim
    if (leaders.get(to) !== turn) return { kind: 'merged', to }
    if (!inOrder.has(turn)) return { kind: 'moved', to }
    return { kind: equal[turn] === to ? 'kept' : 'edited', to }
  })
}

/** By new turn, the old turn that it goes on: as was said, else the one that it is equal to, else the one it holds most of. */
function leadersOf({ claims, equal, fixed }: Omit<Findings, 'doubts'>): Map<number, number> {
  const leaders = new Map<number, number>()
  const best = new Map<number, number>()
  claims.forEach((claim, turn) => {
    if (claim?.verdict !== 'sure') return
    const worth = equal[turn] === claim.to ? Infinity : claim.weight
    if (leaders.has(claim.to) && worth <= (best.get(claim.to) ?? 0)) return
    leaders.set(claim.to, turn)
    best.set(claim.to, worth)
  })
  for (const [at, to] of fixed.toReversed()) leaders.set(to, at)
  return leaders
}

/** The old turns whose order among one another did not change. */
function inOrderOf(leaders: ReadonlyMap<number, number>): Set<number> {
  const pairs = [...leaders].toSorted(([, one], [, other]) => one - other)
  return new Set(longestRising(pairs.map(([to]) => to)).map((position) => pairs[position]?.[1] ?? -1))
}
