import { createPortal } from 'react-dom'
import { percent } from './RibbonPicture.tsx'
import styles from './RibbonTicks.module.css'

/** The id of the ribbon's place for ticks. Ids of turns hold no underscore. */
export const RIBBON_TICKS = 'ribbon_ticks'

interface RibbonTicksProps {
  /** Where each stands, as a share of the whole (0 to 1). */
  readonly ticks: readonly number[]
  /** The one that the reader is at, by its index; null for none. */
  readonly current: number | null
  readonly kind: 'hit' | 'mark'
  readonly isRtl: boolean
}

/** Ticks on the ribbon, for what is loaded later than the ribbon: what was found, what the reader marked. */
export function RibbonTicks({ ticks, current, kind, isRtl }: RibbonTicksProps) {
  const slot = document.getElementById(RIBBON_TICKS)
  if (!slot) return null
  return createPortal(
    <g data-kind={kind} className={styles.ticks}>
      {ticks.map((at, index) => (
        // Ticks have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <svg key={index} x={percent(isRtl ? 1 - at : at)} className={styles.place}>
          <rect className={styles.tick} data-current={index === current || undefined} />
        </svg>
      ))}
    </g>,
    slot,
  )
}
