import type { ComparedText, ComparedTexts } from './comparedText.ts'
import type { Gap } from './gaps.ts'
import { matchWords } from './wordMatches.ts'

/** What speaks for an old turn being a new one (or a part of it). */
export interface Evidence {
  readonly to: number
  /** The words that both have in order, by weight. */
  weight: number
  /** How many words that are. */
  words: number
  /** How many of them follow a matched word directly, in both texts. */
  pairs: number
}

/** By old turn: the new turns that hold some of its words, in order of the text. */
export type EvidenceByTurn = Map<number, Evidence[]>

/** Compares the words of a gap and notes which turn shares how much with which. */
export function gatherEvidence(texts: ComparedTexts, gap: Gap, found: EvidenceByTurn): void {
  const oldStart = texts.old.starts[gap.old[0]] ?? 0
  const oldEnd = texts.old.starts[gap.old[1]] ?? 0
  for (const [first, end] of gap.fresh) {
    const pairs: [number, number][] = []
    const stretch = { oldStart, oldEnd, newStart: texts.new.starts[first] ?? 0, newEnd: texts.new.starts[end] ?? 0 }
    matchWords({ old: texts.old.words, new: texts.new.words, weights: texts.weights }, stretch, (at, to) =>
      pairs.push([at, to]),
    )
    pairs.sort(([one], [other]) => one - other)
    note(texts, { pairs, old: gap.old[0], fresh: first }, found)
  }
}

function note(
  { old, new: fresh, weights }: ComparedTexts,
  from: { readonly pairs: readonly (readonly [number, number])[]; old: number; fresh: number },
  found: EvidenceByTurn,
): void {
  let turn = from.old
  let target = from.fresh
  let [lastAt, lastTo] = [-2, -2]
  for (const [at, to] of from.pairs) {
    turn = turnHolding(old, at, turn)
    target = turnHolding(fresh, to, target)
    const list = found.get(turn) ?? []
    if (list.length === 0) found.set(turn, list)
    let entry = list.at(-1)
    if (entry?.to !== target) {
      entry = { to: target, weight: 0, words: 0, pairs: 0 }
      list.push(entry)
    }
    entry.weight += weights[old.words[at] ?? 0] ?? 0
    entry.words += 1
    if (at === lastAt + 1 && to === lastTo + 1) entry.pairs += 1
    lastAt = at
    lastTo = to
  }
}

/** The turn that holds a word, looked for from `from` on. */
function turnHolding({ starts }: ComparedText, word: number, from: number): number {
  let turn = from
  while ((starts[turn + 1] ?? Infinity) <= word) turn += 1
  return turn
}
