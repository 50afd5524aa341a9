import { useEffect, useRef, useState, type ReactNode } from 'react'
import { MAX_QUERY_LENGTH } from '../../domain/search.ts'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './SearchCard.module.css'

export interface ListedHit {
  readonly speaker: string
  readonly topic: string | null
  readonly hue: number
  readonly before: string
  readonly words: string
  readonly after: string
}

interface SearchCardProps {
  readonly words: string
  /** "3 of 12", or that nothing was found; empty while nothing is looked for. */
  readonly says: string
  /** Nothing is said aloud: a voice reads. */
  readonly isQuiet: boolean
  /** The hits that are listed: of many those round the reader. */
  readonly hits: readonly ListedHit[]
  /** The listed hit that the reader is at, by its index; null for none. */
  readonly current: number | null
  readonly language: string
  onType(words: string): void
  onStep(by: 1 | -1): void
  onGo(hit: number): void
  onClose(): void
  /** What narrows the search down. */
  readonly filters: ReactNode
  /** What stands below the list. */
  readonly children: ReactNode
}

/** The search in an interview: the field with the steps from hit to hit, and the hits as a list. */
export function SearchCard(props: SearchCardProps) {
  const { words, says, isQuiet, hits, current, language, onType, onStep, onGo, onClose, filters, children } = props
  /** On a narrow screen the text stays in sight until more than the field is asked for. */
  const [isOpen, setOpen] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // Only the list moves, never the page: so no scrollIntoView.
    const item = list.current?.querySelector<HTMLElement>('[aria-current]')?.parentElement
    const box = list.current
    if (!box || !item) return
    const [top, bottom] = [item.offsetTop, item.offsetTop + item.offsetHeight]
    if (top < box.scrollTop) box.scrollTop = top
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
  }, [current, hits])
  return (
    <div role="search" className={styles.card} aria-label="Search this interview" data-screen-only>
      <div className={styles.row}>
        <input
          type="search"
          className={styles.field}
          aria-label="Words to look for"
          placeholder="Search this interview"
          dir="auto"
          data-autofocus
          autoComplete="off"
          enterKeyHint="search"
          maxLength={MAX_QUERY_LENGTH}
          value={words}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            onStep(event.shiftKey ? -1 : 1)
          }}
        />
        <IconButton name="Close the search" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </div>
      <div className={styles.row}>
        <p role="status" aria-live={isQuiet ? 'off' : 'polite'} className={styles.says}>
          {says}
        </p>
        <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Less' : hits.length > 0 ? 'List' : 'Filters'}
        </button>
        {hits.length > 0 && (
          <>
            <IconButton name="Previous hit" shortcut="N" onClick={() => onStep(-1)}>
              <Icon name="previous" />
            </IconButton>
            <IconButton name="Next hit" shortcut="n" onClick={() => onStep(1)}>
              <Icon name="next" />
            </IconButton>
          </>
        )}
      </div>
      <div className={styles.rest} data-open={isOpen}>
        {filters}
        {hits.length > 0 && (
          <ol ref={list} className={styles.hits} aria-label="Hits">
            {hits.map(({ speaker, topic, hue, before, words: found, after }, index) => (
              // Hits have no identity of their own.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} data-hue={hue}>
                <button
                  type="button"
                  className={styles.hit}
                  aria-current={index === current ? 'true' : undefined}
                  onClick={() => onGo(index)}
                >
                  <span className={styles.who}>
                    <bdi>{speaker}</bdi>
                    {topic !== null && <bdi className={styles.topic}>{topic}</bdi>}
                  </span>
                  <span className={styles.excerpt} lang={language} dir="auto">
                    {before}
                    <mark className={styles.found}>{found}</mark>
                    {after}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
        {children}
      </div>
    </div>
  )
}
