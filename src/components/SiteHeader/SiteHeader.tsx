import type { ReactNode } from 'react'
import styles from './SiteHeader.module.css'

interface SiteHeaderProps {
  /** The address of the library. */
  readonly home: string
  /** Where the page belongs, from the outside in; the last one is the page itself. */
  readonly crumbs: readonly string[]
  /** The tools at its end. */
  readonly children?: ReactNode
}

/** The bar at the top: the name of the site, which page this is, and the reader's tools. */
export function SiteHeader({ home, crumbs, children }: SiteHeaderProps) {
  return (
    <header className={styles.header} data-bar data-screen-only>
      <a className={styles.brand} href={home}>
        Colloquy
      </a>
      <p className={styles.crumbs}>
        {crumbs.map((crumb, position) => (
          // Crumbs never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          <bdi key={position} className={styles.crumb}>
            {position > 0 && <span className={styles.slash}>/</span>}
            {crumb}
          </bdi>
        ))}
      </p>
      <div className={styles.tools} data-needs-script>
        {children}
      </div>
    </header>
  )
}
