import styles from './StageLine.module.css'

interface StageLineProps {
  /** The title of the interview, for a screen reader. */
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly hue: number
  /** The heading of the section; null where there is none. */
  readonly section: string | null
  /** "4 of 8"; null for turns that nobody answers. */
  readonly count: string | null
}

/** The line over the exchange on the stage: "China · 4 of 8". */
export function StageLine({ title, language, direction, hue, section, count }: StageLineProps) {
  return (
    <div dir={direction} data-hue={hue} data-screen-only>
      <h1 data-spoken lang={language}>
        {title}
      </h1>
      <h2 className={styles.line}>
        {section !== null && <bdi lang={language}>{section}</bdi>}
        {section !== null && count !== null && ' · '}
        {count !== null && <bdi>{count}</bdi>}
        {section === null && count === null && <bdi lang={language}>{title}</bdi>}
      </h2>
    </div>
  )
}
