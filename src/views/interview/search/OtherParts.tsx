import type { Interview } from '../../../domain/interview.ts'
import type { SearchSource } from '../../../domain/ports.ts'
import type { SearchQuery } from '../../../domain/search.ts'
import { selectIsReadingAloud } from '../../../state/playbackSelectors.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import styles from './OtherParts.module.css'
import { useOtherParts } from './useOtherParts.ts'

interface OtherPartsProps {
  readonly interview: Interview
  readonly query: SearchQuery
  openSearch(): Promise<SearchSource>
}

/** What a search finds in the other parts of a long interview, some answers at a time. */
export function OtherParts({ interview, query, openSearch }: OtherPartsProps) {
  const goBeyond = useApp((state) => state.goBeyond)
  const isQuiet = useApp(selectIsReadingAloud)
  const { found, says, more } = useOtherParts(interview, query, openSearch)
  if (query.words.trim() === '') return null
  return (
    <section className={styles.parts} aria-label="In the other parts">
      <p className={styles.says} role="status" aria-live={isQuiet ? 'off' : 'polite'}>
        {says}
      </p>
      {found && found.answers.length > 0 && (
        <ol className={styles.list}>
          {found.answers.map(({ id, index, from, speaker, topic, text, ranges, language }) => {
            const [first] = ranges
            const start = first?.start ?? 0
            const end = first?.end ?? 0
            return (
              <li key={`${id} ${from}`} data-hue={topic?.hue ?? 0}>
                <button
                  type="button"
                  className={styles.hit}
                  onClick={() => goBeyond({ to: 'turn', index, isStep: false })}
                >
                  <span className={styles.who}>
                    <bdi>{speaker.label}</bdi>
                    {topic && <bdi className={styles.topic}>{topic.label}</bdi>}
                  </span>
                  <span lang={language} dir="auto" className={styles.words}>
                    {text.slice(Math.max(0, start - ROOM), start)}
                    <mark className={styles.found}>{text.slice(start, end)}</mark>
                    {text.slice(end, end + 2 * ROOM)}
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
      )}
      {more && (
        <button type="button" className={styles.more} onClick={more}>
          Look further
        </button>
      )}
    </section>
  )
}

/** So much stands before a hit, and twice as much behind it, in UTF-16 code units. */
const ROOM = 30
