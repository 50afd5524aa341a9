import { answerCount } from '../../domain/exchanges.ts'
import { textDirection, type Interview } from '../../domain/interview.ts'
import { interviewPath } from '../../domain/link.ts'
import { lengthText } from '../../domain/playback/times.ts'
import { lengthOf } from '../../domain/timeline.ts'
import styles from './Lede.module.css'

interface LedeProps {
  readonly interview: Interview
  /** The site's path, with a slash at both ends. */
  readonly base: string
  /** The interview's whole address, for those who hold it on paper. */
  readonly address: string
  /** Whether only what tells where one is stands there, as it does before every part but the first. */
  readonly isShort?: boolean
}

/**
 * What stands before the first turn: title, summary, who speaks, how long it is, and the background to open. Before a later
 * part only what tells where one is.
 */
export function Lede({ interview, base, address, isShort = false }: LedeProps) {
  const { id, title, shortTitle, publication, summary, speakers, background, language, turns, part } = interview
  const words = { lang: language, dir: textDirection(language) }
  const answers = answerCount(interview)
  const isLater = part !== undefined && (isShort || part.first > 0)
  return (
    <header>
      <p className={styles.kicker}>
        Interview{publication && ' · '}
        <bdi lang={language}>{publication}</bdi>
      </p>
      <h1 className={styles.title} tabIndex={-1} {...words}>
        {shortTitle}
      </h1>
      {isLater && (
        <p className={styles.length}>
          Turns {part.first + 1} to {part.first + turns.length} of {part.total} ·{' '}
          <a href={base + interviewPath(id).slice(1)}>from the beginning</a>
        </p>
      )}
      {!isLater && summary && (
        <p className={styles.summary} {...words}>
          {summary}
        </p>
      )}
      {!isLater && (
        <dl className={styles.people} {...words}>
          {speakers.map(({ label, name, about }) => (
            <div key={label} className={styles.person}>
              <dt className={styles.name}>
                <bdi>{name}</bdi>
              </dt>
              {about && <dd className={styles.about}>{about}</dd>}
            </div>
          ))}
        </dl>
      )}
      {!isLater && (
        <p className={styles.length}>
          {part?.total ?? turns.length} turns · {answers} {answers === 1 ? 'answer' : 'answers'} ·{' '}
          {lengthText(interview, lengthOf(interview))}
        </p>
      )}
      {background && (
        <details className={styles.background} {...words}>
          <summary className={styles.opener}>{background.heading}</summary>
          {background.paragraphs.map((paragraph, position) => (
            // oxlint-disable-next-line react/no-array-index-key -- paragraphs never change their order
            <p key={position} className={styles.paragraph} dir="auto">
              {paragraph}
            </p>
          ))}
        </details>
      )}
      <p className={styles.printed}>
        {title !== shortTitle && <>{title} · </>}
        {address}
      </p>
    </header>
  )
}
