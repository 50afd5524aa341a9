import { useEffect, useRef } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './NoticeBar.module.css'

interface NoticeBarProps {
  /** Said politely by a screen reader, not shown. */
  readonly announcement: string
  /** Whether a voice reads aloud: what is shown then is not said as well. */
  readonly isQuiet: boolean
  /** What there is to say: "Link to answer 4 copied"; null when there is nothing. */
  readonly says: string | null
  /** Whether it tells of something done. */
  readonly isDone: boolean
  /** A text that the browser would not copy, to be copied by hand; null when there is none. */
  readonly uncopied: string | null
  /** Counts what is said: the same said again is another time. */
  readonly number: number
  onDismiss(): void
}

/** How long "Link copied" stays, in milliseconds: long enough to be read twice. */
const STAYS_MS = 4000

/** One line over the transport that says what an action did, and the page's only live region. */
export function NoticeBar({ announcement, isQuiet, says, isDone, uncopied, number, onDismiss }: NoticeBarProps) {
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (uncopied === null) return
    const before = document.activeElement
    text.current?.focus() // Ctrl C copies what has the focus
    text.current?.select()
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true })
    }
  }, [uncopied, number])
  useEffect(() => {
    if (says === null) return
    const timer = setTimeout(onDismiss, STAYS_MS)
    return () => clearTimeout(timer)
  }, [says, number, onDismiss])
  return (
    <div className={styles.place} data-screen-only>
      {/* Not atomic: what stands there already is not said again when something else comes or goes. */}
      <p role="status" aria-live={isQuiet ? 'off' : 'polite'} aria-atomic={false} id="status_line">
        <span data-spoken>{announcement}</span>
        {says !== null && (
          <span key={number} className={styles.notice}>
            {isDone && <Icon name="check" />}
            {says}
          </span>
        )}
      </p>
      {uncopied !== null && (
        <div className={styles.notice} role="group" aria-label="Copy by hand">
          <label className={styles.byHand}>
            This browser does not let the page copy. Press Ctrl C or ⌘ C:
            <textarea
              ref={text}
              className={styles.text}
              readOnly
              rows={uncopied.length > 80 ? 4 : 2}
              value={uncopied}
            />
          </label>
          <IconButton name="Close" onClick={onDismiss}>
            <Icon name="close" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
