import styles from './FollowChip.module.css'

interface FollowChipProps {
  /** Where the line that is being said is, seen from the window. */
  readonly direction: 'up' | 'down'
  /** When it is said, as players write it: `1:48`; null without a recording, whose times one could know. */
  readonly time: string | null
  onFollow(): void
}

/** Brings a reader who has scrolled away back to what is being said. */
export function FollowChip({ direction, time, onFollow }: FollowChipProps) {
  return (
    <button type="button" className={styles.chip} onClick={onFollow} data-bar data-screen-only>
      Back to {time ?? 'the spoken line'} <span aria-hidden>{direction === 'down' ? '↓' : '↑'}</span>
    </button>
  )
}
