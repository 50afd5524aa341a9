import type { ReactNode } from 'react'
import { MarginCard } from '../MarginCard/MarginCard.tsx'
import styles from './ShareCard.module.css'

interface ShareCardProps<Scope extends string> {
  /** What is shared: "Share this answer". */
  readonly heading: string
  /** The words that are shared, shortened. */
  readonly excerpt: string
  readonly language: string
  readonly address: string
  /** What can be shared here, and what each is called. */
  readonly scopes: readonly { readonly scope: Scope; readonly name: string }[]
  readonly scope: Scope
  /** Opens the system's own sheet; null where there is none. */
  readonly onShare: (() => void) | null
  onChooseScope(scope: Scope): void
  onCopyAddress(): void
  onCopyQuote(): void
  onClose(): void
  /** The parts that open: citation, image, code. */
  readonly children: ReactNode
}

/** The card that shares an answer, a sentence or a topic: beside the text on a wide screen, from below on a narrow one. */
export function ShareCard<Scope extends string>(props: ShareCardProps<Scope>) {
  const { heading, excerpt, language, address, scopes, scope, onShare, onChooseScope, children } = props
  return (
    <MarginCard id="share_heading" heading={heading} onClose={props.onClose}>
      <p className={styles.excerpt} lang={language} dir="auto">
        {excerpt}
      </p>
      <div className={styles.address}>
        <span className={styles.url} dir="ltr">
          {address.replace(/^https?:\/\//, '')}
        </span>
        <button type="button" className={styles.copy} onClick={props.onCopyAddress}>
          Copy
        </button>
      </div>
      <fieldset className={styles.scopes}>
        <legend data-spoken>What to share</legend>
        {scopes.map((each) => (
          <label key={each.scope} className={styles.scope}>
            <input
              type="radio"
              name="share_scope"
              checked={each.scope === scope}
              onChange={() => onChooseScope(each.scope)}
            />
            <bdi>{each.name}</bdi>
          </label>
        ))}
      </fieldset>
      <ul>
        <li className={styles.item}>
          <button type="button" className={styles.row} onClick={props.onCopyQuote}>
            Copy quote with attribution
          </button>
        </li>
        {children}
        {onShare && (
          <li className={styles.item}>
            <button type="button" className={styles.row} onClick={onShare}>
              Share with another app
            </button>
          </li>
        )}
      </ul>
    </MarginCard>
  )
}

interface SharePartProps {
  readonly name: string
  /** What is in it, in two words, while it is closed. */
  readonly hint: string
  readonly isOpen: boolean
  onToggle(isOpen: boolean): void
  /** Makes what is in it, when it is opened. */
  children(): ReactNode
}

/** A part of the card that opens in place; one at a time. */
export function SharePart({ name, hint, isOpen, onToggle, children }: SharePartProps) {
  return (
    <li className={styles.item}>
      <details
        name="share_part"
        open={isOpen}
        onToggle={({ currentTarget }) => currentTarget.open !== isOpen && onToggle(currentTarget.open)}
      >
        <summary className={styles.row}>
          {name} <span className={styles.hint}>{hint}</span>
        </summary>
        {isOpen && children()}
      </details>
    </li>
  )
}
