import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './LandingNote.module.css'

export interface Candidate {
  /** "Answer 4, Dr. Carter". */
  readonly name: string
  readonly words: string
  readonly href: string
}

interface LandingNoteProps {
  /** What happened to what the link pointed at, in one sentence. */
  readonly says: string
  /** The words of the link; null when it carried none. */
  readonly then: string | null
  /** The words that stand there today; null when there are none to compare. */
  readonly now: string | null
  readonly candidates: readonly Candidate[]
  /** What stands above the candidates. */
  readonly choose: string
  /** The language of the words. */
  readonly language: string
  onDismiss(): void
}

/** One quiet line on a link that did not find everything as it was, which opens to what is known. */
export function LandingNote({ says, then, now, candidates, choose, language, onDismiss }: LandingNoteProps) {
  const hasMore = then !== null || candidates.length > 0
  return (
    <aside className={styles.note} aria-label="About the link" data-bar data-screen-only>
      {hasMore ? (
        <details className={styles.more} open={candidates.length > 0}>
          <summary className={styles.says}>{says}</summary>
          <div className={styles.sides}>
            {then !== null && <Words label="The words of the link" words={then} language={language} />}
            {now !== null && <Words label="Today’s words" words={now} language={language} />}
          </div>
          {candidates.length > 0 && (
            <>
              <p className={styles.label}>{choose}</p>
              <ul>
                {candidates.map(({ name, words, href }) => (
                  <li key={href} className={styles.candidate}>
                    <a href={href}>
                      <bdi>{name}</bdi>
                    </a>{' '}
                    <span lang={language} dir="auto">
                      {words}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      ) : (
        <p className={styles.says}>{says}</p>
      )}
      <IconButton name="Close" onClick={onDismiss}>
        <Icon name="close" />
      </IconButton>
    </aside>
  )
}

function Words({ label, words, language }: { label: string; words: string; language: string }) {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <blockquote className={styles.words} lang={language} dir="auto">
        {words}
      </blockquote>
    </div>
  )
}
