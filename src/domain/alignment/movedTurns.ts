import { wordsOfTurn, type ComparedTexts } from './comparedText.ts'

/** Where an old turn may have gone: out of order, and edited on the way. */
export interface MovedTurn {
  readonly at: number
  /** The new turns that may be it, the likeliest first. */
  readonly to: readonly number[]
  readonly isSure: boolean
}

/** A pair of words in more new turns than this tells nothing about where a turn went. */
const MAX_TURNS_WITH_PAIR = 8
/** A turn of fewer pairs of words is not looked for out of order. */
const MIN_PAIRS = 7
/** A moved turn shares so much of its pairs of words; two unlike turns share less than 0.05. */
const SURE_SHARE = 0.35
const DOUBTFUL_SHARE = 0.2
/** The runner-up may share so much of what the likeliest shares; beyond it the two cannot be told apart. */
const MAX_RUNNER_UP = 0.6
/** How many places are shown to choose from. */
const MAX_CANDIDATES = 3

/** Looks for old turns among new ones anywhere in the text, by the pairs of words that they share. */
export function findMovedTurns(
  texts: ComparedTexts,
  { olds, news }: { readonly olds: readonly number[]; readonly news: readonly number[] },
): MovedTurn[] {
  if (olds.length === 0 || news.length === 0) return []
  const size = texts.weights.length
  const turnsWith = new Map<number, number[]>()
  const pairCounts = new Map<number, number>()
  for (const turn of news) {
    const pairs = pairsOf(wordsOfTurn(texts.new, turn), size)
    pairCounts.set(turn, pairs.size)
    for (const pair of pairs) {
      const turns = turnsWith.get(pair)
      if (!turns) turnsWith.set(pair, [turn])
      else if (turns.length <= MAX_TURNS_WITH_PAIR) turns.push(turn)
    }
  }
  return olds.flatMap((at) => {
    const pairs = pairsOf(wordsOfTurn(texts.old, at), size)
    if (pairs.size < MIN_PAIRS) return []
    const shared = new Map<number, number>()
    for (const pair of pairs) {
      const turns = turnsWith.get(pair) ?? []
      if (turns.length > MAX_TURNS_WITH_PAIR) continue
      for (const turn of turns) shared.set(turn, (shared.get(turn) ?? 0) + 1)
    }
    const ranked = Array.from(shared, ([to, count]) => {
      const back = count / Math.max(pairCounts.get(to) ?? 1, MIN_PAIRS)
      return { to, share: Math.max(Math.min(count / pairs.size, back), (count / pairs.size) * MAX_RUNNER_UP) }
    }).toSorted((one, other) => other.share - one.share || one.to - other.to)
    const [best, next] = ranked
    if (!best || best.share < DOUBTFUL_SHARE) return []
    const isSure = best.share >= SURE_SHARE && (next?.share ?? 0) <= best.share * MAX_RUNNER_UP
    const likely = ranked.filter(({ share }) => share >= best.share * MAX_RUNNER_UP).slice(0, MAX_CANDIDATES)
    return [{ at, to: likely.map(({ to }) => to), isSure }]
  })
}

/** The pairs of neighbouring words in a turn, each as one number. */
function pairsOf(words: Int32Array, size: number): Set<number> {
  const pairs = new Set<number>()
  for (let at = 0; at + 1 < words.length; at += 1) pairs.add((words[at] ?? 0) * size + (words[at + 1] ?? 0))
  return pairs
}
