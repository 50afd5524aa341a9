import { Fragment, memo, useState } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { partLabel, type TurnPart } from '../../domain/exchanges.ts'
import type { Turn as TurnText, TurnId } from '../../domain/interview.ts'
import type { MarkedTurn } from '../../domain/markedRuns.ts'
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
  /** Whether it is of the exchange that stands alone in focus mode. */
  readonly isOnStage: boolean
  /** Its paragraphs where words are marked by elements; undefined for none, and where the browser marks by itself. */
  readonly marked: MarkedTurn | undefined
  /** All null where the turn can only be read. */
  readonly onCopyLink: ((turn: TurnId) => void) | null
  readonly onShare: ((turn: TurnId) => void) | null
  readonly onKeep: ((turn: TurnId) => void) | null
  /** Whether the reader keeps it. */
  readonly isKept: boolean
}

/** What one speaker says: the name, which is the turn's own link, its words, and the topics that they touch. */
export const Turn = memo(function Turn(props: TurnProps) {
  const {
    turn,
    part,
    hue,
    href,
    mentions,
    asked,
    isCurrent,
    isLanding,
    isOnStage,
    marked,
    onCopyLink,
    onShare,
    onKeep,
    isKept,
  } = props
  const label = partLabel(part)
  // Two buttons at every turn would be two thirds of a long page. They come to a turn when somebody does, and stay.
  const [isVisited, setVisited] = useState(false)
  const handleVisit = () => setVisited(true)
  return (
    // Nothing is pressed here: coming near brings the buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      id={turn.id}
      className={styles.turn}
      data-role={part.role}
      data-hue={hue}
      data-asked={asked ?? undefined}
      data-stage={isOnStage || undefined}
      aria-current={isCurrent ? 'true' : undefined}
      onPointerEnter={handleVisit}
      onFocus={handleVisit}
    >
      <h3 className={styles.speaker} tabIndex={-1} autoFocus={isLanding}>
        {/* An element for what is only read out would be a fifth of a long page. */}
        <a href={href} dir="auto" aria-label={label ? `${label}, ${turn.speaker}` : undefined}>
          {turn.speaker}
        </a>
      </h3>
      {onCopyLink && onShare && onKeep && (isCurrent || isVisited || isKept) && (
        <div className={styles.tools} data-needs-script data-screen-only>
          <IconButton
            name={`Copy link to ${label?.toLowerCase() ?? 'this turn'}`}
            shortcut="c"
            onClick={() => onCopyLink(turn.id)}
          >
            <Icon name="link" />
          </IconButton>
          <IconButton name={`Share ${label?.toLowerCase() ?? 'this turn'}`} onClick={() => onShare(turn.id)}>
            <Icon name="quote" />
          </IconButton>
          <IconButton
            name={`Keep ${label?.toLowerCase() ?? 'this turn'}`}
            shortcut="b"
            aria-pressed={isKept}
            onClick={() => onKeep(turn.id)}
          >
            <Icon name="bookmark" />
          </IconButton>
        </div>
      )}
      {turn.paragraphs.map((paragraph, position) => (
        // Paragraphs of a turn never change their order while a page is open.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={position} className={styles.words} dir="auto">
          {marked?.[position]?.map(({ start, text, kinds }) =>
            kinds.length > 0 ? (
              <mark key={start} data-highlight={kinds.join(' ')}>
                {text}
              </mark>
            ) : (
              text
            ),
          ) ?? paragraph}
        </p>
      ))}
      {mentions.length > 0 && (
        <p className={styles.mentions}>
          Also on{' '}
          {mentions.map((mention, position) => (
            <Fragment key={mention.href}>
              {position > 0 && ', '}
              <a className={styles.mention} data-hue={mention.hue} href={mention.href} dir="auto">
                {mention.label}
              </a>
            </Fragment>
          ))}
        </p>
      )}
    </article>
  )
})
