import { useEffect, useRef } from 'react'
import type { Interview, TopicId } from '../../domain/interview.ts'
import { pathOfPlace, placeOfSection } from '../../domain/link.ts'
import { lengthText } from '../../domain/playback/times.ts'
import { secondsOf, timelineOf } from '../../domain/timeline.ts'
import { hueOf } from '../../domain/topics.ts'
import { mentionLabel } from './mentionLabel.ts'
import styles from './TopicList.module.css'

interface TopicListProps {
  readonly interview: Interview
  /** The site's path, with a slash at both ends. */
  readonly base: string
  /** The section that the reader is in, by index; null above the first turn. */
  readonly current: number | null
  onNextMention(topic: TopicId): void
}

/** The interview's headings with about how long each takes: at the left on a wide screen, as chips on a narrow one. */
export function TopicList({ interview, base, current, onNextMention }: TopicListProps) {
  const list = useRef<HTMLOListElement>(null)
  const timeline = timelineOf(interview)
  useEffect(() => {
    // Only the strip moves, never the page: so no scrollIntoView.
    const strip = list.current
    const chip = strip?.querySelector('[aria-current]')
    if (!strip || !chip || strip.scrollWidth <= strip.clientWidth) return
    const { left, width } = chip.getBoundingClientRect()
    const centre = left + width / 2 - strip.getBoundingClientRect().left - strip.clientWidth / 2
    strip.scrollBy({ left: centre, behavior: 'instant' })
  }, [current])
  return (
    <nav className={styles.topics} aria-labelledby="topics_heading" data-screen-only>
      <h2 id="topics_heading" className={styles.heading}>
        Topics
      </h2>
      <ol ref={list} className={styles.list}>
        {interview.sections.map((section, position) => {
          const place = placeOfSection(interview, section.start)
          if (section.heading === null || !place) return null
          const { topic, heading, start } = section
          const mentions = topic && mentionLabel(interview, topic)
          return (
            <li key={start} className={styles.item} data-hue={hueOf(interview, topic)}>
              <a
                className={styles.link}
                href={base + pathOfPlace(interview, place).slice(1)}
                aria-current={position === current ? 'location' : undefined}
                data-minor={topic === null || undefined}
              >
                <span className={styles.dot} />
                <bdi>{heading}</bdi>
                <span className={styles.length}>{lengthText(interview, secondsOf(timeline, section))}</span>
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
