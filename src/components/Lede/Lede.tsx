import { answerCount } from '../../domain/exchanges.ts'
import { textDirection, type Interview } from '../../domain/interview.ts'
import { lengthText } from '../../domain/playback/times.ts'
import { startOf, timelineOf } from '../../domain/timeline.ts'
import styles from './Lede.module.css'

interface LedeProps {
  readonly interview: Interview
  /** The interview's whole address, for those who hold it on paper. */
  readonly address: string
}

/** What stands before the first turn: title, summary, who speaks, how long it is, and the background to open. */
export function Lede({ interview, address }: LedeProps) {
  const { title, shortTitle, publication, summary, speakers, background, language, turns } = interview
  const words = { lang: language, dir: textDirection(language) }
  const answers = answerCount(interview)
  return (
    <header>
      <p className={styles.kicker}>
        Interview{publication && ' · '}
        <bdi lang={language}>{publication}</bdi>
      </p>
      <h1 className={styles.title} tabIndex={-1} {...words}>
        {shortTitle}
      </h1>
      {summary && (
        <p className={styles.summary} {...words}>
          {summary}
        </p>
      )}
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
      <p className={styles.length}>
        {turns.length} turns · {answers} {answers === 1 ? 'answer' : 'answers'} ·{' '}
        {lengthText(interview, startOf(timelineOf(interview), turns.length))}
      </p>
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
