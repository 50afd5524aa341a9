import type { Interview } from '../../../domain/interview.ts'
import { interviewPath } from '../../../domain/link.ts'
import { searchInterview, type SearchQuery } from '../../../domain/search.ts'
import { writeSearch } from '../../../domain/searchAddress.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { useReaderSite } from '../../useReaderSite.ts'
import styles from './SearchFoot.module.css'

interface SearchFootProps {
  readonly interview: Interview
  readonly query: SearchQuery
  readonly found: number
  /** Which of the hits are listed, from 0; the end is not part of it. */
  readonly listed: { readonly start: number; readonly end: number }
  onWiden(): void
  onCheck(): void
}

/** What else can be done: look further, share the search, check what was typed as a quotation. */
export function SearchFoot({ interview, query, found, listed, onWiden, onCheck }: SearchFootProps) {
  const copy = useApp((state) => state.copy)
  const siteUrl = useReaderSite()
  const isNarrow = query.isExact || query.speaker !== null || query.topic !== null
  const further =
    found === 0 && isNarrow
      ? searchInterview(interview, { words: query.words, isExact: false, speaker: null, topic: null }).length
      : 0
  return (
    <p className={styles.foot}>
      {found > listed.end - listed.start && (
        <span>
          Hits {listed.start + 1} to {listed.end} are listed.
        </span>
      )}
      {further > 0 && (
        <button type="button" onClick={onWiden}>
          {further} {further === 1 ? 'hit' : 'hits'} without the filters
        </button>
      )}
      {found > 0 && (
        <button
          type="button"
          onClick={() =>
            void copy(
              { text: siteUrl + interviewPath(interview.id).slice(1) + writeSearch(query) },
              'Link to this search',
            )
          }
        >
          Copy link to this search
        </button>
      )}
      <button type="button" onClick={onCheck}>
        Check a quotation
      </button>
    </p>
  )
}
