import { textDirection } from '../../domain/interview.ts'
import type { ExcerptPiece } from '../../domain/librarySearch/excerpt.ts'
import styles from './FoundAnswer.module.css'

interface FoundAnswerProps {
  readonly href: string
  readonly speaker: string
  readonly role: 'interviewer' | 'guest'
  /** Null where it belongs to no topic. */
  readonly topic: { readonly label: string; readonly hue: number } | null
  /** The title of its interview. */
  readonly title: string
  readonly language: string
  readonly excerpt: readonly ExcerptPiece[]
  /** Whether the text goes on before and behind the excerpt. */
  readonly isCut: { readonly before: boolean; readonly behind: boolean }
}

/** An answer that a search found: who says it, about what, in which interview, and the words where they stand. */
export function FoundAnswer({ href, speaker, role, topic, title, language, excerpt, isCut }: FoundAnswerProps) {
  return (
    <a className={styles.answer} href={href} data-hue={topic?.hue ?? 0} data-role={role}>
      <span className={styles.head} lang={language}>
        <bdi className={styles.speaker}>{speaker}</bdi>{' '}
        {topic && (
          <span className={styles.topic}>
            <span className={styles.dot} />
            <bdi>{topic.label}</bdi>
          </span>
        )}{' '}
        <bdi className={styles.title}>{title}</bdi>
      </span>{' '}
      <span className={styles.words} lang={language} dir={textDirection(language)}>
        {isCut.before && '… '}
        {excerpt.map(({ text, isHit, start }) =>
          isHit ? (
            <mark key={start} className={styles.hit}>
              {text}
            </mark>
          ) : (
            <span key={start}>{text}</span>
          ),
        )}
        {isCut.behind && ' …'}
      </span>
    </a>
  )
}
