import { Fragment } from 'react'
import type { WordRun } from '../../domain/quoteCheck/verdict.ts'
import styles from './QuoteCheck.module.css'

/** A passage that a check found. */
export interface FoundPassage {
  readonly speaker: string
  readonly topic: string | null
  readonly hue: number
  readonly words: string
  readonly href: string
}

interface QuoteFindingProps {
  readonly passages: readonly FoundPassage[]
  /** The quotation beside what was said, where they differ; null where they do not. */
  readonly runs: readonly WordRun[] | null
  readonly language: string
  /** Acts on a passage by its index; left out where the link alone leads there. */
  onGo?(passage: number): void
  onCopyLink(passage: number): void
  onCopyWords(passage: number): void
}

/** The passages that a quotation was compared with, and word by word what differs. */
export function QuoteFinding({ passages, runs, language, onGo, onCopyLink, onCopyWords }: QuoteFindingProps) {
  return (
    <>
      {runs && <Comparison runs={runs} language={language} />}
      <ol className={styles.passages}>
        {passages.map(({ speaker, topic, hue, words, href }, index) => (
          // Passages never change their order while they are shown.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles.passage} data-hue={hue}>
            <p className={styles.who}>
              <bdi>{speaker}</bdi>
              {topic !== null && <bdi className={styles.topic}>{topic}</bdi>}
            </p>
            <blockquote className={styles.quote} lang={language} dir="auto">
              {words}
            </blockquote>
            <p className={styles.actions}>
              <a
                href={href}
                onClick={(event) => {
                  if (!onGo || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                  event.preventDefault()
                  event.stopPropagation()
                  onGo(index)
                }}
              >
                Go there
              </a>
              <button type="button" onClick={() => onCopyLink(index)}>
                Copy link
              </button>
              <button type="button" onClick={() => onCopyWords(index)}>
                Copy as it was said
              </button>
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Both sides in lines of their own, letter by letter: struck out what was not said, underlined what was. */
function Comparison({ runs, language }: { runs: readonly WordRun[]; language: string }) {
  return (
    <dl className={styles.comparison}>
      <dt>Quoted</dt>
      <dd lang={language} dir="auto">
        {runs.map(({ isSame, quoted }, index) => (
          // Runs never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>{isSame || quoted === '' ? quoted : <del>{quoted}</del>}</Fragment>
        ))}
      </dd>
      <dt>Said</dt>
      <dd lang={language} dir="auto">
        {runs.map(({ isSame, said }, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>{isSame || said === '' ? said : <ins>{said}</ins>}</Fragment>
        ))}
      </dd>
    </dl>
  )
}
