import { Icon } from '../Icon/Icon.tsx'
import styles from './SearchButton.module.css'

const NAME = 'Search this interview'

/** Opens the search: looks like a field where there is room for one, and is an icon where there is not. */
export function SearchButton({ onClick }: { onClick(): void }) {
  return (
    <button type="button" className={styles.button} aria-label={NAME} title={`${NAME} (/)`} onClick={onClick}>
      <Icon name="search" />
      <span className={styles.text}>{NAME}</span>
      <kbd className={styles.key} aria-hidden>
        /
      </kbd>
    </button>
  )
}
