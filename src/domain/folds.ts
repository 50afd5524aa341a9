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

/** The first turn of some that is shown; null when none is. */
export function firstShown(shown: readonly boolean[] | null, { start, end }: Fold): number | null {
  if (!shown) return start
  const turn = start < 0 ? -1 : shown.indexOf(true, start)
  return turn >= 0 && turn < end ? turn : null
}

/**
 * The first turn that is shown of what is stepped to from a turn, stride after stride; null when there is none that way.
 * `stride` gives the turns that are stepped to from one, null at an end.
 */
export function shownStep(
  shown: readonly boolean[] | null,
  from: number,
  stride: (from: number) => Fold | null,
): number | null {
  let next = stride(from)
  // No more strides than turns: mentions go round.
  for (let left = shown?.length ?? 0; next && left > 0 && firstShown(shown, next) === null; left -= 1)
    next = stride(next.start)
  return next && firstShown(shown, next)
}

/** By turn, what is shown once the run of a turn is opened. */
export function withOpened(shown: readonly boolean[], turn: number): boolean[] {
  const fold = foldsOf(shown).find(({ start, end }) => turn >= start && turn < end)
  return shown.map((is, index) => is || (fold !== undefined && index >= fold.start && index < fold.end))
}
