import { useEffect, useRef } from 'react'
import type { Interview, TopicId } from '../../domain/interview.ts'
import { outlineOf, pathOfEntry } from '../../domain/outline.ts'
import { lengthText } from '../../domain/playback/times.ts'
import { hueOf } from '../../domain/topics.ts'
import { mentionLabel } from './mentionLabel.ts'
import styles from './TopicList.module.css'

interface TopicListProps {
  readonly interview: Interview
  /** The site's path, with a slash at both ends. */
  readonly base: string
  /** The section that the reader is in, by its position in the outline; null above the first turn. */
  readonly current: number | null
  onNextMention(topic: TopicId): void
}

/** The interview's headings with about how long each takes: at the left on a wide screen, as chips on a narrow one. */
export function TopicList({ interview, base, current, onNextMention }: TopicListProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // With the next frame, which lays the page out anyhow: to ask now would lay it out once more.
    const waiting = requestAnimationFrame(() => {
      // Only the strip moves, never the page: so no scrollIntoView.
      const strip = list.current
      const chip = strip?.querySelector('[aria-current]')
      if (!strip || !chip || strip.scrollWidth <= strip.clientWidth) return
      const { left, width } = chip.getBoundingClientRect()
      const centre = left + width / 2 - strip.getBoundingClientRect().left - strip.clientWidth / 2
      strip.scrollBy({ left: centre, behavior: 'instant' })
    })
    return () => cancelAnimationFrame(waiting)
  }, [current])
  return (
    <nav className={styles.topics} aria-labelledby="topics_heading" data-screen-only>
      <h2 id="topics_heading" className={styles.heading}>
        Topics
      </h2>
      <ol ref={list} className={styles.list}>
        {outlineOf(interview).map((entry, position) => {
          const { topic, heading, start, seconds } = entry
          if (heading === null) return null
          const mentions = mentionLabel(entry)
          return (
            <li key={start} className={styles.item} data-hue={hueOf(interview, topic)}>
              <a
                className={styles.link}
                href={base + pathOfEntry(interview, entry).slice(1)}
                aria-current={position === current ? 'location' : undefined}
                data-minor={topic === null || undefined}
              >
                <span className={styles.dot} />
                <bdi>{heading}</bdi>
                <span className={styles.length}>{lengthText(interview, seconds)}</span>
              </a>
              {topic && mentions && (
                <button
                  type="button"
                  className={styles.mentions}
                  data-needs-script
                  title={`Next mention of ${heading}`}
                  onClick={() => onNextMention(topic)}
                >
                  {mentions}
                  <span data-spoken>, go to the next</span>
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
