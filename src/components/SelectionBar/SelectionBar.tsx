import type { SyntheticEvent } from 'react'
import styles from './SelectionBar.module.css'

export interface SelectionAction {
  readonly name: string
  act(): void
}

interface SelectionBarProps {
  /** Where the selection stands in the window, in CSS pixels. */
  readonly at: { readonly top: number; readonly bottom: number; readonly centre: number }
  /** On touch the browser's own bar stands above the words, so this one stands below. */
  readonly isTouch: boolean
  readonly actions: readonly SelectionAction[]
}

/** Half of the bar's width with room to spare, in CSS pixels: it never leaves the window. */
const HALF_WIDTH = 220
/** The height of a row of it with the gap to the words, in CSS pixels. In a window that is narrower than the bar it has two. */
const ROW = 56
const GAP = 8
/** What the touch handles below a selection take, in CSS pixels. */
const HANDLES = 28

/** A press on the bar would take the selection away before the click arrives. */
function keepSelection(event: SyntheticEvent): void {
  event.preventDefault()
}

/** What can be done with the words that are selected, right beside them. */
export function SelectionBar({ at, isTouch, actions }: SelectionBarProps) {
  const isNarrow = window.innerWidth < 2 * HALF_WIDTH
  const height = isNarrow ? 2 * ROW : ROW
  const isBelow = isTouch || at.top < height + ROW
  const top = isBelow ? at.bottom + (isTouch ? HANDLES : GAP) : at.top - height
  const half = Math.min(HALF_WIDTH, window.innerWidth / 2)
  const left = Math.min(Math.max(at.centre, half), window.innerWidth - half)
  return (
    <div
      className={styles.bar}
      role="group"
      data-selection-bar
      aria-label="Selected words"
      // Only ever made in the browser, where a style set by script is allowed.
      style={{ top: Math.min(Math.max(top, GAP), window.innerHeight - height), left }}
      data-narrow={isNarrow || undefined}
      data-screen-only
    >
      {actions.map(({ name, act }) => (
        <button key={name} type="button" className={styles.action} onMouseDown={keepSelection} onClick={act}>
          {name}
        </button>
      ))}
    </div>
  )
}
