import { useState, type ReactNode } from 'react'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './Settings.module.css'

interface SettingsProps {
  /** The settings themselves, rendered when the panel is opened for the first time. */
  readonly children: ReactNode
}

const PANEL = 'settings_panel' // an underscore never stands in the id of a turn

/** A button that opens the panel of the reader's settings. */
export function Settings({ children }: SettingsProps) {
  const [hasOpened, setHasOpened] = useState(false)
  return (
    <>
      <IconButton name="Reading settings" popoverTarget={PANEL}>
        <Icon name="text" />
      </IconButton>
      <div
        id={PANEL}
        popover="auto"
        className={styles.panel}
        role="dialog"
        aria-label="Reading settings"
        onBeforeToggle={() => setHasOpened(true)}
      >
        {hasOpened && children}
      </div>
    </>
  )
}
