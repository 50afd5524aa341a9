import { Suspense, use } from 'react'
import { InterviewCard } from '../../components/InterviewCard/InterviewCard.tsx'
import { LibraryField } from '../../components/LibraryField/LibraryField.tsx'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import type { LibraryEntry } from '../../domain/library.ts'
import { MANIFEST_FILE } from '../../domain/librarySearch/searchFolder.ts'
import type { SearchSource } from '../../domain/ports.ts'
import { MAX_QUERY_LENGTH } from '../../domain/search.ts'
import { PageHead } from '../PageHead.tsx'
import { PartBoundary } from '../PartBoundary.tsx'
import { useSite } from '../SiteContext.ts'
import { SiteTools } from '../SiteTools.tsx'
import styles from './LibraryView.module.css'
import { useKeptScroll } from '../useKeptScroll.ts'
import { useLibraryQuery } from './useLibraryQuery.ts'
import { useSlashKey } from './useSlashKey.ts'
import { lazyView } from '../lazyView.ts'

interface LibrarySources {
  loadLibrary(): Promise<readonly LibraryEntry[]>
  openSearch?(): Promise<SearchSource>
}

const loadAnswers = () => import('./LibraryAnswers.tsx')
const LibraryAnswers = lazyView(async () => (await loadAnswers()).LibraryAnswers)

/** What a search needs is fetched while the reader begins to type. What fails here fails again when it is needed, and is said then. */
function prepareSearch(openSearch: () => Promise<SearchSource>) {
  void Promise.all([loadAnswers(), openSearch().then((source) => source.loadText(MANIFEST_FILE))]).catch(() => {})
}

/** Every interview that is published here, and the search across them. */
export function LibraryView({ sources: { loadLibrary, openSearch } }: { readonly sources: LibrarySources }) {
  const library = use(loadLibrary())
  const { base } = useSite()
  const { field, query, ask } = useLibraryQuery()
  const isSearching = openSearch !== undefined && query.words.trim() !== ''
  useKeptScroll()
  useSlashKey(field)
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
        {library.length > 0 && (
          <div className={styles.search}>
            <LibraryField
              field={field}
              maxLength={MAX_QUERY_LENGTH}
              onFocus={() => openSearch && prepareSearch(openSearch)}
              onType={(words) => ask({ ...query, words }, 'later')}
              onSubmit={(words) => ask({ ...query, words }, 'now')}
            />
          </div>
        )}
        {isSearching && (
          <PartBoundary name="The search">
            <Suspense fallback={<p>Searching …</p>}>
              <LibraryAnswers
                query={query}
                openSearch={openSearch}
                onExact={(isExact) => ask({ words: field.current?.value ?? '', isExact }, 'now')}
              />
            </Suspense>
          </PartBoundary>
        )}
        {library.length === 0 && <p>There are no interviews yet.</p>}
        <div hidden={isSearching}>
          {library.map((entry) => (
            <InterviewCard key={entry.id} entry={entry} base={base} />
          ))}
        </div>
        <footer className={styles.foot} data-screen-only>
          <a href={`${base}marks/`}>Marks and notes</a>
          <a href={`${base}check/`}>Check a quotation</a>
          <a href={`${base}format/`}>How to write an interview</a>
        </footer>
      </main>
    </>
  )
}
