/** Turns that are folded together: from `start` up to but not including `end`. */
export interface Fold {
  readonly start: number
  readonly end: number
}

/** The runs of turns that are not shown, in order. */
export function foldsOf(shown: readonly boolean[]): Fold[] {
  const folds: Fold[] = []
  for (let start = 0; start < shown.length; start += 1) {
    if (shown[start]) continue
    let end = start + 1
    while (end < shown.length && !shown[end]) end += 1
    folds.push({ start, end })
    start = end
  }
  return folds
}

/** The nearest turn that is shown, at a turn or in a direction from it; null when there is none that way. */
export function shownFrom(shown: readonly boolean[] | null, turn: number, by: 1 | -1): number | null {
  if (!shown) return turn < 0 ? null : turn
  for (let at = turn; at >= 0 && at < shown.length; at += by) if (shown[at]) return at
  return null
}

/** By turn, what is shown once the run of a turn is opened. */
export function withOpened(shown: readonly boolean[], turn: number): boolean[] {
  const fold = foldsOf(shown).find(({ start, end }) => turn >= start && turn < end)
  return shown.map((is, index) => is || (fold !== undefined && index >= fold.start && index < fold.end))
}
