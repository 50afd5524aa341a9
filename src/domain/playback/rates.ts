/** The rates that players offer and people know, as factors of the usual speed. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

/** The range that a narrator keeps to when its engine sets no narrower one: what the steps reach. */
export const ALL_RATES = { slowest: 0.5, fastest: 3 } as const

/** The step above (1) or below (-1) a rate, which need not be a step itself; the last step at the ends. */
export function stepRate(rate: number, by: 1 | -1): number {
  const next = by > 0 ? RATES.find((step) => step > rate) : RATES.findLast((step) => step < rate)
  return next ?? (by > 0 ? RATES[RATES.length - 1] : RATES[0]) ?? 1
}

/** A rate that a narrator can keep; what is no number is the usual speed. */
export function clampRate(rate: number, { slowest, fastest }: { slowest: number; fastest: number }): number {
  return Number.isNaN(rate) ? clampRate(1, { slowest, fastest }) : Math.min(Math.max(rate, slowest), fastest)
}

/** A rate as players write it: `1.25×`. */
export function describeRate(rate: number): string {
  return `${Math.round(rate * 100) / 100}×`
}
