import { memo } from 'react'
import type { RibbonSegment } from '../../domain/library.ts'
import styles from './RibbonPicture.module.css'

interface RibbonPictureProps {
  readonly segments: readonly RibbonSegment[]
  /** Where the reader is, as a share of the whole (0 to 1); null for a ribbon that nobody reads along. */
  readonly head: number | null
  /** Whether the interview runs from right to left. */
  readonly isRtl: boolean
}

/** A share of the whole as SVG has it: no style attribute, which the Content-Security-Policy forbids. */
export function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`
}

/** The picture of an interview: a segment per turn, low for a question, tall for an answer, in its topic's hue. */
export function RibbonPicture({ segments, head, isRtl }: RibbonPictureProps) {
  return (
    <svg className={styles.picture} aria-hidden focusable="false">
      {segments.map((segment) => (
        <Segment key={segment.at} segment={segment} isRtl={isRtl} state={stateOf(segment, head)} />
      ))}
    </svg>
  )
}

type SegmentState = 'past' | 'now' | 'ahead'

function stateOf({ at, width }: RibbonSegment, head: number | null): SegmentState {
  if (head === null || head < at) return 'ahead'
  return head < at + width - ROUNDING ? 'now' : 'past'
}

/** Sums of shares differ from each other by less than this, the pieces of any ribbon by far more. */
const ROUNDING = 1e-9

interface SegmentProps {
  readonly segment: RibbonSegment
  readonly isRtl: boolean
  readonly state: SegmentState
}

const Segment = memo(function Segment({ segment: { at, width, hue, isQuestion }, isRtl, state }: SegmentProps) {
  const x = isRtl ? 1 - at - width : at
  return (
    <svg x={percent(x)} width={percent(width)}>
      <rect
        className={styles.segment}
        data-hue={hue}
        data-state={state}
        y={isQuestion ? '55%' : '0%'}
        width="100%"
        height={isQuestion ? '45%' : '100%'}
      />
    </svg>
  )
})
