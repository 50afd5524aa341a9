import { Icon } from '../Icon/Icon.tsx'
import styles from './SearchButton.module.css'

/** Opens the search: looks like a field where there is room for one, and is an icon where there is not. */
export function SearchButton({ onClick }: { onClick(): void }) {
  return (
    <button type="button" className={styles.button} title="Search this interview (/)" onClick={onClick}>
      <Icon name="search" />
      <span className={styles.text}>Search this interview</span>
      <kbd className={styles.key} aria-hidden>
        /
      </kbd>
    </button>
  )
}
