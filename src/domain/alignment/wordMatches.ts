import { longestRising } from './rising.ts'

/** Two stretches of words to be compared, as positions in their texts; an end is not part of its stretch. */
export interface Stretch {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

export interface WordTexts {
  readonly old: Int32Array
  readonly new: Int32Array
  readonly weights: Float64Array
}

/** Tables up to this many cells are compared cell by cell (about 2 ms); larger ones are cut at anchors before. */
const MAX_CELLS = 1 << 18
/** Anchors are runs of this many words that stand once in either stretch, the longest tried first. */
const ANCHOR_LENGTHS = [4, 3, 2, 1]
/** What a pair of words is worth beside its weight when the pair before it matches too: keeps runs together. */
const RUN_BONUS = 0.25

/**
 * Calls `onPair` for every pair of words that two stretches have in common, in order: a weighted longest common
 * subsequence, so that telling words decide and not "the" and "of". Large stretches are cut at runs of words that are
 * unique in both, so that time grows about as their length does.
 */
export function matchWords(texts: WordTexts, whole: Stretch, onPair: (at: number, to: number) => void): void {
  const waiting = [whole]
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    let { oldStart, oldEnd, newStart, newEnd } = stretch
    while (oldStart < oldEnd && newStart < newEnd && texts.old[oldStart] === texts.new[newStart])
      onPair(oldStart++, newStart++)
    while (oldStart < oldEnd && newStart < newEnd && texts.old[oldEnd - 1] === texts.new[newEnd - 1])
      onPair(--oldEnd, --newEnd)
    const rest = { oldStart, oldEnd, newStart, newEnd }
    const cells = (oldEnd - oldStart) * (newEnd - newStart)
    if (cells === 0) continue
    if (cells <= MAX_CELLS) matchByTable(texts, rest, onPair)
    else for (const part of cutAtAnchors(texts, rest, onPair)) waiting.push(part)
  }
}

/** Reports the anchors of a stretch and returns what lies between them; nothing when it has none. */
function cutAtAnchors(texts: WordTexts, stretch: Stretch, onPair: (at: number, to: number) => void): Stretch[] {
  for (const length of ANCHOR_LENGTHS) {
    const anchors = uniqueRuns(texts, stretch, length)
    if (anchors.length === 0) continue
    const parts: Stretch[] = []
    let { oldStart, newStart } = stretch
    for (const position of longestRising(anchors.map(([, to]) => to))) {
      const [at, to] = anchors[position] ?? [0, 0]
      if (at < oldStart || to < newStart) continue // overlaps the anchor before it
      parts.push({ oldStart, oldEnd: at, newStart, newEnd: to })
      for (let offset = 0; offset < length; offset += 1) onPair(at + offset, to + offset)
      oldStart = at + length
      newStart = to + length
    }
    parts.push({ ...stretch, oldStart, newStart })
    return parts
  }
  return []
}

/** The runs of `length` words that stand once in either stretch, in old order. */
function uniqueRuns(texts: WordTexts, stretch: Stretch, length: number): [at: number, to: number][] {
  const { oldStart, oldEnd, newStart, newEnd } = stretch
  const places = new Map<number, { readonly at: number; to: number; isUnique: boolean }>()
  for (let at = oldStart; at + length <= oldEnd; at += 1) {
    const key = runKey(texts.old, at, length)
    const place = places.get(key)
    if (place) place.isUnique = false
    else places.set(key, { at, to: -1, isUnique: true })
  }
  for (let to = newStart; to + length <= newEnd; to += 1) {
    const place = places.get(runKey(texts.new, to, length))
    if (!place) continue
    place.isUnique &&= place.to === -1
    place.to = to
  }
  const pairs: [number, number][] = []
  for (const { at, to, isUnique } of places.values())
    if (isUnique && to !== -1 && isSameRun(texts, { at, to, length })) pairs.push([at, to])
  return pairs
}

/** A number for a run of words. Runs that share one by chance only cost an anchor. */
function runKey(words: Int32Array, start: number, length: number): number {
  let low = 0
  let high = 0
  for (let at = start; at < start + length; at += 1) {
    low = Math.imul(low ^ (words[at] ?? 0), 0x01000193) // FNV-1a's prime
    high = Math.imul(high + (words[at] ?? 0) + 1, 0x9e3779b1 | 0) // the golden ratio, as Knuth's multiplicative hash
  }
  return (low >>> 0) + (high >>> 11) * 2 ** 32 // 53 bits: what a number holds exactly
}

function isSameRun(texts: WordTexts, { at, to, length }: { at: number; to: number; length: number }): boolean {
  for (let offset = 0; offset < length; offset += 1) if (texts.old[at + offset] !== texts.new[to + offset]) return false
  return true
}

function matchByTable(
  { old, new: fresh, weights }: WordTexts,
  stretch: Stretch,
  onPair: (a: number, t: number) => void,
) {
  const { oldStart, oldEnd, newStart, newEnd } = stretch
  const width = newEnd - newStart + 1
  const height = oldEnd - oldStart + 1
  const best = new Float32Array(width * height) // the weight of the best match of what lies behind a cell
  const isPair = new Uint8Array(width * height)
  for (let i = height - 2; i >= 0; i -= 1) {
    const word = old[oldStart + i]
    for (let j = width - 2; j >= 0; j -= 1) {
      const cell = i * width + j
      const skipped = Math.max(best[cell + width] ?? 0, best[cell + 1] ?? 0)
      best[cell] = skipped
      if (word !== fresh[newStart + j]) continue
      const diagonal = cell + width + 1
      const taken = (best[diagonal] ?? 0) + (weights[word ?? 0] ?? 0) + (isPair[diagonal] ? RUN_BONUS : 0)
      if (taken < skipped) continue
      best[cell] = taken
      isPair[cell] = 1
    }
  }
  for (let i = 0, j = 0; i < height - 1 && j < width - 1;) {
    const cell = i * width + j
    if (isPair[cell]) onPair(oldStart + i++, newStart + j++)
    else if ((best[cell + width] ?? 0) >= (best[cell + 1] ?? 0)) i += 1
    else j += 1
  }
}
