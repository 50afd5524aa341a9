import { Check } from '../Choice/Check.tsx'
import styles from './SearchFilters.module.css'

interface SearchFiltersProps {
  /** The labels of the speakers; no choice where there is only one. */
  readonly speakers: readonly string[]
  readonly topics: readonly { readonly id: string; readonly label: string }[]
  readonly speaker: string | null
  readonly topic: string | null
  readonly isExact: boolean
  onChooseSpeaker(speaker: string | null): void
  onChooseTopic(topic: string | null): void
  onChooseExact(isExact: boolean): void
}

/** What narrows a search down: to a speaker, to a topic, to words letter by letter. */
export function SearchFilters(props: SearchFiltersProps) {
  const { speakers, topics, speaker, topic, isExact, onChooseSpeaker, onChooseTopic, onChooseExact } = props
  return (
    <div className={styles.filters}>
      {speakers.length > 1 && (
        <select
          aria-label="Whose words"
          className={styles.select}
          value={speaker ?? ''}
          onChange={(event) => onChooseSpeaker(event.target.value || null)}
        >
          <option value="">Everyone</option>
          {speakers.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      )}
      {topics.length > 0 && (
        <select
          aria-label="On which topic"
          className={styles.select}
          value={topic ?? ''}
          onChange={(event) => onChooseTopic(event.target.value || null)}
        >
          <option value="">All topics</option>
          {topics.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
      <Check isOn={isExact} onChange={onChooseExact}>
        Exact words
      </Check>
    </div>
  )
}
