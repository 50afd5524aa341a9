import { textDirection } from '../../domain/interview.ts'
import type { LibraryEntry } from '../../domain/library.ts'
import { interviewPath, pathOfPlace } from '../../domain/link.ts'
import { lengthText } from '../../domain/playback/times.ts'
import { RibbonPicture } from '../Ribbon/RibbonPicture.tsx'
import styles from './InterviewCard.module.css'

interface InterviewCardProps {
  readonly entry: LibraryEntry
  /** The site's path, with a slash at both ends. */
  readonly base: string
}

/** An interview in the library: title, people, its ribbon as its picture, its topics as links, its length. */
export function InterviewCard({ entry, base }: InterviewCardProps) {
  const { title, publication, summary, speakers, topics, language, ribbon, turns, answers, seconds } = entry
  const words = { lang: language, dir: textDirection(language) }
  return (
    <article className={styles.card}>
      {publication && (
        <p className={styles.publication}>
          <bdi lang={language}>{publication}</bdi>
        </p>
      )}
      <h2 className={styles.title} {...words}>
        <a href={base + interviewPath(entry.id).slice(1)}>{title}</a>
      </h2>
      <p className={styles.people} lang={language}>
        {speakers.map(({ label, name }, position) => (
          <span key={label}>
            {position > 0 && ' · '}
            <bdi>{name}</bdi>
          </span>
        ))}
      </p>
      {summary && (
        <p className={styles.summary} {...words}>
          {summary}
        </p>
      )}
      <div className={styles.ribbon}>
        <RibbonPicture segments={ribbon} head={null} isRtl={words.dir === 'rtl'} />
      </div>
      <div className={styles.foot}>
        {topics.length > 0 && (
          <ul className={styles.topics} aria-label="Topics" lang={language}>
            {topics.map(({ id, label, hue }) => (
              <li key={id} data-hue={hue}>
                <a className={styles.topic} href={base + pathOfPlace(entry, { kind: 'topic', topic: id }).slice(1)}>
                  <span className={styles.dot} />
                  <bdi>{label}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
        <p className={styles.length}>
          {turns} turns · {answers} {answers === 1 ? 'answer' : 'answers'} · {lengthText(entry, seconds)}
        </p>
      </div>
    </article>
  )
}
