import { turnWeight, wordCount, type ComparedTexts } from './comparedText.ts'
import type { Evidence } from './evidence.ts'

/** What the words say about one old turn and the new turn that holds most of it. */
export interface Claim {
  readonly to: number
  /** How much the words tell that both have. */
  readonly weight: number
  /** True when all words of the old turn stand there in one piece. */
  readonly isWhole: boolean
  /** `sure` to be carried over, `doubtful` to be asked about, `none` to be left. */
  readonly verdict: 'sure' | 'doubtful' | 'none'
}

/*
 * Measured on real corrected interviews: turns that replaced another share at most 0.11 of both sides' weight with it,
 * corrected ones at least 0.3. Between the two the author is asked.
 */
/** An edit: so much of both sides is the other's. */
const SURE_SHARE = 0.25
const DOUBTFUL_SHARE = 0.15
/** And so many of the words that both have follow one another in both; scattered ones are what any two texts share. */
const SURE_RUNS = 0.2
/** An edit of a short turn: so much of both sides, since half of three words is one that any turn may have. */
const SHORT_SHARE = 0.5
/** A merge: so much of the old turn stands in the new one, nearly in one piece. A split: the other way round. */
const PART_SHARE = 0.4
const PART_RUNS = 0.6
/** A part of fewer words than this ("Okay.", "Yes, right.") stands in long turns by chance. */
const PART_WORDS = 6

/** The words of an old turn that one new turn holds, judged. Null when no new turn in its place holds any. */
export function strongestClaim(texts: ComparedTexts, turn: number, evidence: readonly Evidence[]): Claim | null {
  const [first, ...others] = evidence
  if (!first) return null
  const most = others.reduce((best, each) => (each.weight > best.weight ? each : best), first)
  return judge(texts, turn, most)
}

function judge(texts: ComparedTexts, turn: number, { to, weight, words, pairs }: Evidence): Claim {
  const cover = weight / turnWeight(texts.old, turn, texts.weights)
  const back = weight / turnWeight(texts.new, to, texts.weights)
  const both = Math.min(cover, back)
  const runs = words > 1 ? pairs / (words - 1) : 0
  const isWhole = words === wordCount(texts.old, turn) && pairs === words - 1
  const isShort = Math.max(wordCount(texts.old, turn), wordCount(texts.new, to)) < PART_WORDS
  const isEdit = isShort ? both >= SHORT_SHARE : both >= SURE_SHARE && runs >= SURE_RUNS
  const isPart = words >= PART_WORDS && runs >= PART_RUNS && Math.max(cover, back) >= PART_SHARE
  if (isEdit || isPart) return { to, weight, isWhole, verdict: 'sure' }
  const isDoubtful = !isShort && words >= PART_WORDS && both >= DOUBTFUL_SHARE
  return { to, weight, isWhole, verdict: isDoubtful ? 'doubtful' : 'none' }
}

/** How much of two short turns' letters is the same, by pairs of letters (Dice's coefficient), 0 to 1. */
export function letterLikeness(one: string, other: string): number {
  const counts = new Map<string, number>()
  const [a, b] = [lettersOf(one), lettersOf(other)]
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0
  for (let at = 0; at < a.length - 1; at += 1)
    counts.set(a.slice(at, at + 2), (counts.get(a.slice(at, at + 2)) ?? 0) + 1)
  let shared = 0
  for (let at = 0; at < b.length - 1; at += 1) {
    const pair = b.slice(at, at + 2)
    const left = counts.get(pair) ?? 0
    if (left === 0) continue
    counts.set(pair, left - 1)
    shared += 1
  }
  return (2 * shared) / (a.length + b.length - 2)
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
