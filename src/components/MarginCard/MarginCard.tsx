import type { ReactNode } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './MarginCard.module.css'

interface MarginCardProps {
  /** An id with an underscore, which never stands in the id of a turn. */
  readonly id: string
  readonly heading: string
  onClose(): void
  readonly children: ReactNode
}

/** A card beside the text on a wide screen, and a sheet from below on a narrow one: its heading, the way to close it, what it holds. */
export function MarginCard({ id, heading, onClose, children }: MarginCardProps) {
  return (
    <section className={styles.card} aria-labelledby={id} data-screen-only>
      <header className={styles.header}>
        <h2 id={id} className={styles.heading} tabIndex={-1}>
          {heading}
        </h2>
        <IconButton name="Close" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </header>
      {children}
    </section>
  )
}
