import type { ReactNode } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './PlayingNote.module.css'

export interface PlayingAction {
  readonly name: string
  readonly shortcut?: string
  onAct(): void
}

interface PlayingNoteProps {
  /** Where playing is: "End of China"; empty when the actions say it. */
  readonly says: ReactNode
  /** The first is what most readers want. */
  readonly actions: readonly PlayingAction[]
  /** Other interviews, where there are some to go to. */
  readonly others: readonly { readonly href: string; readonly title: string; readonly language: string }[]
  onDismiss(): void
}

/** One line over the transport where playing waits for the reader: what has ended, and how to go on. */
export function PlayingNote({ says, actions, others, onDismiss }: PlayingNoteProps) {
  return (
    <aside className={styles.note} aria-label="Playing" data-screen-only>
      <div className={styles.line}>
        {says !== '' && <p className={styles.says}>{says}</p>}
        {actions.map(({ name, shortcut, onAct }, index) => (
          <button
            key={name}
            type="button"
            className={styles.action}
            data-main={index === 0}
            title={shortcut && `${name} (${shortcut})`}
            onClick={onAct}
          >
            <bdi>{name}</bdi>
          </button>
        ))}
        <IconButton name="Close" onClick={onDismiss}>
          <Icon name="close" />
        </IconButton>
      </div>
      {others.length > 0 && (
        <ul className={styles.others} aria-label="Other interviews">
          {others.map(({ href, title, language }) => (
            <li key={href}>
              <a href={href} lang={language} dir="auto">
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
