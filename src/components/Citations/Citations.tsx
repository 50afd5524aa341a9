import { useState } from 'react'
import type { Citations as CitationTexts } from '../../domain/cite.ts'
import { richTextToPlain } from '../../domain/citations/richText.ts'
import styles from './Citations.module.css'

interface CitationsProps {
  readonly citations: CitationTexts
  /** `style` is the name of the style: "APA". */
  onCopy(text: string, style: string): void
}

const STYLES = [
  ['apa', 'APA'],
  ['mla', 'MLA'],
  ['chicago', 'Chicago'],
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['cslJson', 'CSL-JSON'],
] as const

/** A citation in the style that the reader chooses, to be copied. */
export function Citations({ citations, onCopy }: CitationsProps) {
  const [chosen, setChosen] = useState<(typeof STYLES)[number]>(STYLES[0])
  const [style, name] = chosen
  const citation = citations[style]
  return (
    <div className={styles.citations}>
      <div className={styles.choice}>
        <select
          aria-label="Citation style"
          className={styles.select}
          value={style}
          onChange={(event) => setChosen(STYLES.find(([each]) => each === event.target.value) ?? STYLES[0])}
        >
          {STYLES.map(([each, label]) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          className={styles.copy}
          onClick={() => onCopy(typeof citation === 'string' ? citation : richTextToPlain(citation), name)}
        >
          Copy citation
        </button>
      </div>
      {typeof citation === 'string' ? (
        <pre className={styles.code} dir="ltr">
          {citation}
        </pre>
      ) : (
        <p className={styles.text} dir="auto">
          {citation.map(({ text, isItalic }, position) =>
            // Runs never change their order.
            // oxlint-disable-next-line react/no-array-index-key
            isItalic ? <i key={position}>{text}</i> : <span key={position}>{text}</span>,
          )}
        </p>
      )}
    </div>
  )
}
