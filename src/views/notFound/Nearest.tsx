import styles from './Nearest.module.css'

interface NearestProps {
  /** Why it is offered: "The nearest turn". */
  readonly label: string
  readonly href: string
  /** Its name: "Answer 4, Dr. Carter". */
  readonly name: string
  /** Its first words; empty when the name says it all. */
  readonly words: string
  readonly language: string
}

/** The nearest thing that exists, as a link. */
export function Nearest({ label, href, name, words, language }: NearestProps) {
  return (
    <section className={styles.nearest}>
      <h2 className={styles.label}>{label}</h2>
      <a className={styles.link} href={href}>
        <b lang={language}>
          <bdi>{name}</bdi>
        </b>
        {words && (
          <span className={styles.words} lang={language} dir="auto">
            {words}
          </span>
        )}
      </a>
    </section>
  )
}
