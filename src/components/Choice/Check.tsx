import type { ReactNode } from 'react'
import styles from './Choice.module.css'

interface CheckProps {
  readonly isOn: boolean
  onChange(isOn: boolean): void
  /** What it says when it is on. */
  readonly children: ReactNode
}

/** One thing that is on or off. */
export function Check({ isOn, onChange, children }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  )
}
