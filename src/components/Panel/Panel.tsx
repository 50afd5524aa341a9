import { useState, type ReactNode } from 'react'
import { Icon, type IconName } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './Panel.module.css'

interface PanelProps {
  /** An id with an underscore, which never stands in the id of a turn. */
  readonly id: string
  /** The name of the button and of what it opens. */
  readonly name: string
  readonly shortcut?: string
  readonly icon: IconName
  /** The bar that the button stands in. */
  readonly edge: 'header' | 'transport'
  /** Rendered when the panel is opened for the first time. */
  readonly children: ReactNode
}

/** A button, and the panel of settings that it opens beside its bar. */
export function Panel({ id, name, shortcut, icon, edge, children }: PanelProps) {
  const [hasOpened, setHasOpened] = useState(false)
  return (
    <>
      <IconButton name={name} {...(shortcut && { shortcut })} popoverTarget={id}>
        <Icon name={icon} />
      </IconButton>
      <div
        id={id}
        popover="auto"
        className={styles.panel}
        data-edge={edge}
        role="dialog"
        aria-label={name}
        onBeforeToggle={() => setHasOpened(true)}
      >
        {hasOpened && children}
      </div>
    </>
  )
}
