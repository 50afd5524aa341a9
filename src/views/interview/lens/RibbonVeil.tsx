import { createPortal } from 'react-dom'
import { percent } from '../../../components/Ribbon/RibbonPicture.tsx'
import type { Interview } from '../../../domain/interview.ts'
import { foldsOf } from '../../../domain/folds.ts'
import { lengthOf, startOf, timelineOf } from '../../../domain/timeline.ts'
import styles from './LensRegion.module.css'

interface RibbonVeilProps {
  readonly interview: Interview
  readonly shown: readonly boolean[]
  /** Where it is drawn; null while there is no ribbon. */
  readonly slot: Element | null
  readonly isRtl: boolean
}

/** Dims what is folded away on the ribbon, so that what is shown stands out. */
export function RibbonVeil({ interview, shown, slot, isRtl }: RibbonVeilProps) {
  if (!slot) return null
  const timeline = timelineOf(interview)
  const whole = lengthOf(interview)
  return createPortal(
    <g>
      {foldsOf(shown).map(({ start, end }) => {
        const at = startOf(timeline, start) / whole
        const width = startOf(timeline, end) / whole - at
        return (
          <rect
            key={start}
            className={styles.veil}
            x={percent(isRtl ? 1 - at - width : at)}
            width={percent(width)}
            height="100%"
          />
        )
      })}
    </g>,
    slot,
  )
}
