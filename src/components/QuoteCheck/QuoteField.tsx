import { useId } from 'react'
import styles from './QuoteCheck.module.css'

interface QuoteFieldProps {
  readonly value: string
  /** The labels of those who may have said it. */
  readonly speakers: readonly string[]
  /** Who is said to have said it; null for anyone. */
  readonly claimed: string | null
  /** What the check found, in a sentence; empty while there is nothing to say. */
  readonly says: string
  onChange(value: string): void
  onClaim(speaker: string | null): void
}

/** Where a quotation is pasted, who is said to have said it, and in one sentence what is true of it. */
export function QuoteField({ value, speakers, claimed, says, onChange, onClaim }: QuoteFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={`${id}_words`}>The words as they were quoted</label>
      <textarea
        id={`${id}_words`}
        className={styles.words}
        dir="auto"
        rows={4}
        data-autofocus
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {speakers.length > 1 && (
        <label className={styles.claim}>
          Quoted as the words of
          <select
            className={styles.select}
            value={claimed ?? ''}
            onChange={(event) => onClaim(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">anyone</option>
            {speakers.map((speaker) => (
              <option key={speaker}>{speaker}</option>
            ))}
          </select>
        </label>
      )}
      <p role="status" className={styles.says}>
        {says}
      </p>
    </div>
  )
}
