import type { TurnMatches } from './equalTurns.ts'

/** Turns of the old text that may be turns of the new one, each side a list of stretches [start, end). */
export interface Gap {
  readonly old: readonly [start: number, end: number]
  readonly fresh: readonly (readonly [start: number, end: number])[]
}

/**
 * What lies between matched turns: each run of old turns without a match, and the runs of new ones beside the matches
 * of its neighbours. At the seam of a moved run these are two.
 *
 *     old   A  ?  ?  B             old   A  ?  C         (C was moved to the front)
 *     new   A  x  B      ? ~ x     new   y  C  B  A  x   ? ~ x, ? ~ y
 */
export function gapsBetween({ newOf, oldOf }: TurnMatches): Gap[] {
  const gaps: Gap[] = []
  for (let start = 0; start < newOf.length;) {
    let end = start
    while (end < newOf.length && newOf[end] === -1) end += 1
    if (end > start) {
      const after = start === 0 ? -1 : (newOf[start - 1] ?? -1)
      const before = end === newOf.length ? oldOf.length : (newOf[end] ?? oldOf.length)
      let afterEnd = after + 1
      while (afterEnd < oldOf.length && oldOf[afterEnd] === -1) afterEnd += 1
      let beforeStart = before
      while (beforeStart > 0 && oldOf[beforeStart - 1] === -1) beforeStart -= 1
      const fresh: (readonly [number, number])[] = []
      if (afterEnd > after + 1) fresh.push([after + 1, afterEnd])
      if (before > beforeStart && beforeStart !== after + 1) fresh.push([beforeStart, before])
      gaps.push({ old: [start, end], fresh })
    }
    start = end + 1
  }
  return gaps
}
