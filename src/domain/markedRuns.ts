import { PARAGRAPH_BREAK, type Turn } from './interview.ts'
import type { TextRange } from './quote.ts'

/** Words that are marked, and what they are marked as. */
export interface MarkedRange extends TextRange {
  readonly kind: string
}

/** A piece of a text between two places where marked words begin or end. */
export interface MarkedRun {
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number
  readonly text: string
  /** All that its words are marked as; empty where they are not marked. */
  readonly kinds: readonly string[]
}

/** The paragraphs of a turn, cut into runs; null for one without marked words. */
export type MarkedTurn = readonly (readonly MarkedRun[] | null)[]

/**
 * A text cut wherever marked words begin or end: the runs together are the text, and each has the kinds of all ranges over it.
 *
 * @example markedRuns('abcd', [{ start: 1, end: 3, kind: 'hit' }]) // a, bc (hit), d
 */
export function markedRuns(text: string, ranges: readonly MarkedRange[]): MarkedRun[] {
  const within = (at: number) => Math.max(0, Math.min(at, text.length))
  const edges = ranges
    .filter(({ start, end }) => within(start) < within(end))
    .flatMap(({ start, end, kind }) => [
      { at: within(start), kind, by: 1 },
      { at: within(end), kind, by: -1 },
    ])
    .toSorted((one, other) => one.at - other.at)
  const runs: MarkedRun[] = []
  /** By kind, how many ranges are open. */
  const open = new Map<string, number>()
  let start = 0
  const cutAt = (at: number) => {
    if (at === start) return
    const kinds = [...open].flatMap(([kind, count]) => (count > 0 ? [kind] : [])).toSorted()
    runs.push({ start, text: text.slice(start, at), kinds })
    start = at
  }
  for (const { at, kind, by } of edges) {
    cutAt(at)
    open.set(kind, (open.get(kind) ?? 0) + by)
  }
  cutAt(text.length)
  return runs
}

/** A turn whose words are marked; offsets of the ranges are those of its whole text. */
export function markedTurn({ paragraphs }: Turn, ranges: readonly MarkedRange[]): MarkedTurn {
  let at = 0
  return paragraphs.map((paragraph) => {
    const [from, to] = [at, at + paragraph.length]
    at = to + PARAGRAPH_BREAK.length
    const own = ranges.filter(({ start, end }) => Math.max(start, from) < Math.min(end, to))
    if (own.length === 0) return null
    return markedRuns(
      paragraph,
      own.map(({ start, end, kind }) => ({ start: start - from, end: end - from, kind })),
    )
  })
}
