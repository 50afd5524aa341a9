import type { Interview } from '../../domain/interview.ts'

interface RibbonKey {
  readonly key: string
  readonly current: number | null
  readonly isRtl: boolean
}

/**
 * The turn that a key on the ribbon leads to, as on any slider (WAI-ARIA, slider pattern): arrows a turn, Page keys a
 * section, Home and End the ends; null for every other key and where there is nothing further.
 */
export function ribbonKeyTarget(interview: Interview, { key, current, isRtl }: RibbonKey): number | null {
  const last = interview.turns.length - 1
  const at = current ?? -1
  const starts = interview.sections.map(({ start }) => start)
  const target = {
    ArrowRight: at + (isRtl ? -1 : 1),
    ArrowLeft: at + (isRtl ? 1 : -1),
    ArrowUp: at + 1,
    ArrowDown: at - 1,
    PageUp: starts.find((start) => start > at) ?? last,
    PageDown: starts.findLast((start) => start < at) ?? 0,
    Home: 0,
    End: last,
  }[key]
  return target === undefined || target < 0 || target > last ? null : target
}
