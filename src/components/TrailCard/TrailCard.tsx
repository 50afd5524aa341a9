import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './TrailCard.module.css'

interface TrailCardProps {
  /** What the sender wrote about the passage; empty for nothing. */
  readonly note: string
  /** Which of the passages it is, from 0, and of how many. */
  readonly at: number
  readonly of: number
  readonly isDamaged: boolean
  /** What it came as. */
  readonly from: 'link' | 'file'
  /** Where the passage is, when it is of another interview; null for this one. */
  readonly elsewhere: string | null
  /** Goes to the passage, where it is of another interview. */
  onGo(): void
  onStep(by: 1 | -1): void
  onKeep(): void
}

/** A passage of a trail: which it is, what its sender wrote, and the way to the next. */
export function TrailCard({ note, at, of, isDamaged, from, elsewhere, onGo, onStep, onKeep }: TrailCardProps) {
  return (
    <>
      {isDamaged && <p className={styles.damaged}>Part of this link was damaged on its way, and is left out.</p>}
      {of > 0 && (
        <div className={styles.steps}>
          <p role="status" className={styles.at}>
            Passage {at + 1} of {of}
          </p>
          <IconButton name="Previous passage" aria-disabled={at === 0} onClick={() => at > 0 && onStep(-1)}>
            <Icon name="previous" />
          </IconButton>
          <IconButton name="Next passage" aria-disabled={at === of - 1} onClick={() => at < of - 1 && onStep(1)}>
            <Icon name="next" />
          </IconButton>
        </div>
      )}
      {elsewhere !== null && (
        <p>
          <a
            href={elsewhere}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
              event.preventDefault()
              event.stopPropagation()
              onGo()
            }}
          >
            This passage is in another interview
          </a>
        </p>
      )}
      {note !== '' && (
        <>
          <h3 id="trail_by" className={styles.by}>
            Notes by whoever sent this {from}
          </h3>
          {/* A long note is scrolled in its place, by the keys too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div role="group" aria-labelledby="trail_by" tabIndex={0} className={styles.note} dir="auto">
            {note}
          </div>
        </>
      )}
      {of > 0 && (
        <button type="button" className={styles.keep} onClick={onKeep}>
          Keep these passages
        </button>
      )}
    </>
  )
}
