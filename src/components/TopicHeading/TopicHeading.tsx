import styles from './TopicHeading.module.css'

interface TopicHeadingProps {
  readonly id: string
  readonly heading: string
  readonly hue: number
  /** The topic's address; null for a heading of no topic, which has none. */
  readonly href: string | null
  /** About how long its turns take: "about 1 min". */
  readonly length: string
  /** Whether the page opens here. */
  readonly isLanding: boolean
}

/** A heading over turns: the topic's rule, its name in its hue, and about how long it takes. */
export function TopicHeading({ id, heading, hue, href, length, isLanding }: TopicHeadingProps) {
  return (
    <div className={styles.head} data-hue={hue}>
      <h2 id={id} className={styles.heading} tabIndex={-1} autoFocus={isLanding}>
        <bdi>{href === null ? heading : <a href={href}>{heading}</a>}</bdi>
      </h2>
      <p className={styles.length}>{length}</p>
    </div>
  )
}
