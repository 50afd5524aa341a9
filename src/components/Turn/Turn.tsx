import { memo } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { partLabel, type TurnPart } from '../../domain/exchanges.ts'
import type { Turn as TurnText, TurnId } from '../../domain/interview.ts'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './Turn.module.css'

export interface Mention {
  readonly label: string
  readonly hue: number
  readonly href: string
}

export type Asked = 'short' | 'medium' | 'long'

interface TurnProps {
  readonly turn: TurnText
  readonly part: TurnPart
  readonly hue: number
  readonly href: string
  readonly mentions: readonly Mention[]
  /** How long the question is that it answers: so much room is left above it when a page opens here. */
  readonly asked: Asked | null
  readonly isCurrent: boolean
  /** Whether the page opens here. */
  readonly isLanding: boolean
  onCopyLink(turn: TurnId): void
}

/** What one speaker says: the name, which is the turn's own link, its words, and the topics that they touch. */
export const Turn = memo(function Turn(props: TurnProps) {
  const { turn, part, hue, href, mentions, asked, isCurrent, isLanding, onCopyLink } = props
  const label = partLabel(part)
  return (
    <article
      id={turn.id}
      className={styles.turn}
      data-role={part.role}
      data-hue={hue}
      data-asked={asked ?? undefined}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <header className={styles.header}>
        <h3 className={styles.speaker} tabIndex={-1} autoFocus={isLanding}>
          {label && <span data-spoken>{label},</span>}
          {label && ' '}
          <a href={href}>
            <bdi>{turn.speaker}</bdi>
          </a>
        </h3>
        <div className={styles.tools} data-needs-script data-screen-only>
          <IconButton
            name={`Copy link to ${label?.toLowerCase() ?? 'this turn'}`}
            shortcut="c"
            onClick={() => onCopyLink(turn.id)}
          >
            <Icon name="link" />
          </IconButton>
        </div>
      </header>
      {turn.paragraphs.map((paragraph, position) => (
        // Paragraphs of a turn never change their order while a page is open.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={position} className={styles.words} dir="auto">
          {paragraph}
        </p>
      ))}
      {mentions.length > 0 && (
        <p className={styles.mentions}>
          Also on{' '}
          {mentions.map((mention, position) => (
            <span key={mention.href} data-hue={mention.hue}>
              {position > 0 && ', '}
              <a className={styles.mention} href={mention.href}>
                <bdi>{mention.label}</bdi>
              </a>
            </span>
          ))}
        </p>
      )}
    </article>
  )
})
