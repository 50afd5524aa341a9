import type { RefObject } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import styles from './LibraryField.module.css'

interface LibraryFieldProps {
  /** The field keeps what is typed itself: nothing that is drawn late may overtake the reader. */
  readonly field: RefObject<HTMLInputElement | null>
  /** The longest text that it takes, in UTF-16 code units. */
  readonly maxLength: number
  onFocus(): void
  onType(words: string): void
  /** Enter: what is typed is looked for at once. */
  onSubmit(words: string): void
}

/** The field that searches all interviews. Without the program it is not shown. */
export function LibraryField({ field, maxLength, onFocus, onType, onSubmit }: LibraryFieldProps) {
  return (
    <form
      role="search"

      data-needs-script
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(field.current?.value ?? '')
      }}
    >
      <label className={styles.field}>
        <Icon name="search" />
        <span data-spoken>Search all interviews</span>
        <input
          ref={field}
          className={styles.input}
          type="search"
          name="q"
          placeholder="Search all interviews"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          dir="auto"
          maxLength={maxLength}
          onFocus={onFocus}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        <kbd className={styles.key} aria-hidden>
          /
        </kbd>
      </label>
    </form>
  )
}
