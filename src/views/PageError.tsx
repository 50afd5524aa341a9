import styles from './PageError.module.css'
import { useSite } from './SiteContext.ts'

/** What stands in a page's place when it cannot be shown: what happened, and the way on. */
export function PageError({ error }: { error: unknown }) {
  const { base } = useSite()
  const reason = error instanceof Error ? error.message : 'The reason is not known.'
  return (
    <main id="main_text" className={styles.error}>
      <h1 className={styles.says}>This page cannot be shown.</h1>
      <p role="alert">{reason} Loading the page again may help.</p>
      <p>
        <a href={base}>All interviews</a>
      </p>
    </main>
  )
}
