import type { ReactNode } from 'react'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import { PageHead } from '../PageHead.tsx'
import { useSite } from '../SiteContext.ts'
import { SiteTools } from '../SiteTools.tsx'
import styles from './NotFoundPage.module.css'

interface NotFoundPageProps {
  /** What the browser’s tab says of it. */
  readonly title?: string
  /** What is not there, in one sentence. */
  readonly says: string
  /** Where the page belongs, for the bar at the top. */
  readonly crumbs: readonly string[]
  /** The nearest thing that exists, and the way on. */
  readonly children: ReactNode
}

/** The frame of every page that says that something is not there. */
export function NotFoundPage({ title = 'Not found', says, crumbs, children }: NotFoundPageProps) {
  const { base } = useSite()
  return (
    <>
      <PageHead title={`${title} · Colloquy`} description={says} path={null} />
      <SiteHeader home={base} crumbs={crumbs}>
        <SiteTools />
      </SiteHeader>
      <main id="main_text" className={styles.page}>
        <h1 className={styles.says}>{says}</h1>
        {children}
        <p className={styles.way}>
          <a href={base}>All interviews</a>
        </p>
      </main>
    </>
  )
}
