import styles from './FoldLine.module.css'

interface FoldLineProps {
  /** "Answer 4, Dr. Carter, under 1 min". */
  readonly name: string
  onOpen(): void
}

/** The line that stands for turns that are folded away, and opens them. */
export function FoldLine({ name, onOpen }: FoldLineProps) {
  return (
    <button type="button" className={styles.fold} aria-expanded={false} onClick={onOpen}>
      <bdi>{name}</bdi>
    </button>
  )
}
