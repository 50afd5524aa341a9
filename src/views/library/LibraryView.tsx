import { use } from 'react'
import { InterviewCard } from '../../components/InterviewCard/InterviewCard.tsx'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import type { LibraryEntry } from '../../domain/library.ts'
import { PageHead } from '../PageHead.tsx'
import { useSite } from '../SiteContext.ts'
import { SiteTools } from '../SiteTools.tsx'
import styles from './LibraryView.module.css'
import { useKeptScroll } from '../useKeptScroll.ts'

/** Every interview that is published here. */
export function LibraryView({ load }: { load(): Promise<readonly LibraryEntry[]> }) {
  const library = use(load())
  const { base } = useSite()
  useKeptScroll()
  return (
    <>
      <PageHead
        title="Colloquy: interviews to read, step through and share"
        description={`Interviews to read, step through and share: ${library.map(({ shortTitle }) => shortTitle).join(', ')}.`}
        path="/"
      />
      <SiteHeader home={base} crumbs={[]}>
        <SiteTools />
      </SiteHeader>
      <main id="main_text" className={styles.library}>
        <h1 className={styles.heading} tabIndex={-1}>
          Interviews
        </h1>
        {library.length === 0 && <p>There are no interviews yet.</p>}
        {library.map((entry) => (
          <InterviewCard key={entry.id} entry={entry} base={base} />
        ))}
        <footer className={styles.foot} data-screen-only>
          <a href={`${base}marks/`}>Marks and notes</a>
          <a href={`${base}check/`}>Check a quotation</a>
          <a href={`${base}format/`}>How to write an interview</a>
        </footer>
      </main>
    </>
  )
}
