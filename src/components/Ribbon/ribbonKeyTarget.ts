import type { Interview } from '../../domain/interview.ts'
import { outlineOf } from '../../domain/outline.ts'

interface RibbonKey {
  readonly key: string
  readonly current: number | null
  readonly isRtl: boolean
}

/**
 * The turn that a key on the ribbon leads to, by its index in the whole interview, as on any slider (WAI-ARIA, slider pattern): arrows a turn, Page keys a
 * section, Home and End the ends; null for every other key and where there is nothing further.
 */
export function ribbonKeyTarget(interview: Interview, { key, current, isRtl }: RibbonKey): number | null {
  const { first = 0, total = interview.turns.length } = interview.part ?? {}
  const last = total - 1
  const at = current === null ? -1 : first + current
  const starts = outlineOf(interview).map(({ start }) => start)
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
