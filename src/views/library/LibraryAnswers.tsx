import { use } from 'react'
import { Check } from '../../components/Choice/Check.tsx'
import { FoundAnswer } from '../../components/FoundAnswer/FoundAnswer.tsx'
import { writeBaggage } from '../../domain/address.ts'
import { excerptOf } from '../../domain/librarySearch/excerpt.ts'
import type { LibraryAnswer } from '../../domain/librarySearch/searchLibrary.ts'
import { pathOfPlace } from '../../domain/link.ts'
import type { SearchSource } from '../../domain/ports.ts'
import { quoteSelector } from '../../domain/quote.ts'
import { formatQuote } from '../../domain/quoteAddress.ts'
import { useSite } from '../SiteContext.ts'
import { describeFound } from './describeFound.ts'
import styles from './LibraryAnswers.module.css'
import { useLibraryAnswers } from './useLibraryAnswers.ts'
import type { LibraryQuery } from './useLibraryQuery.ts'

interface LibraryAnswersProps {
  readonly query: LibraryQuery
  openSearch(): Promise<SearchSource>
  onExact(isExact: boolean): void
}

/** What a search across all interviews has found: how much, and the answers with their words marked. */
export function LibraryAnswers({ query, openSearch, onExact }: LibraryAnswersProps) {
  const source = use(openSearch())
  const { found, failure, isSearching, more } = useLibraryAnswers(source, query)
  const { base } = useSite()
  const shown = failure === null ? (found?.answers.slice(0, found.shown) ?? []) : []
  const hasMore = found !== null && (found.shown < found.answers.length || found.looked < found.of)
  return (
    <section aria-label="Found" data-screen-only>
      <div className={styles.head}>
        <p role="status" className={styles.status}>
          {failure !== null
            ? `The search did not work: ${failure}`
            : found && !isSearching
              ? describeFound(found)
              : 'Searching …'}
        </p>
        <Check isOn={query.isExact} onChange={onExact}>
          Exact words
        </Check>
      </div>
      <ol>
        {shown.map((answer) => (
          <li key={`${answer.interview}/${answer.id}/${answer.from}`} className={styles.answer}>
            <FoundAnswer {...shownAnswer(answer, base)} />
          </li>
        ))}
      </ol>
      {(failure !== null || hasMore) && (
        <button type="button" className={styles.more} disabled={isSearching} onClick={more}>
          {failure !== null ? 'Try again' : shown.length > 0 ? 'More results' : 'Look further'}
        </button>
      )}
    </section>
  )
}

function shownAnswer({ text, ranges, speaker, ...answer }: LibraryAnswer, base: string) {
  const { interview, id, topic, title, language, from } = answer
  const excerpt = excerptOf(text, ranges)
  const [first] = ranges
  const quote = first ? formatQuote(quoteSelector(text, first)) : null
  const [begin, end] = [excerpt[0], excerpt.at(-1)]
  return {
    href:
      base +
      pathOfPlace({ id: interview }, { kind: 'turn', turn: id }).slice(1) +
      writeBaggage({ fingerprint: null, quote }),
    speaker: speaker.label,
    role: speaker.role,
    topic,
    title,
    language,
    excerpt,
    isCut: {
      before: from + (begin?.start ?? 0) > 0,
      behind: (end ? end.start + end.text.length : 0) < text.length,
    },
  }
}
