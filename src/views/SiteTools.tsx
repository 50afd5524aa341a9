import { Suspense, useSyncExternalStore, type ReactNode } from 'react'
import { Icon } from '../components/Icon/Icon.tsx'
import { IconButton } from '../components/IconButton/IconButton.tsx'
import { Panel } from '../components/Panel/Panel.tsx'
import styles from './SiteTools.module.css'
import { useApp } from '../state/StoreProvider.tsx'
import { lazyView } from './lazyView.ts'

const SettingsPanel = lazyView(
  async () => (await import('../components/SettingsPanel/SettingsPanel.tsx')).SettingsPanel,
)

export const SETTINGS_PANEL = 'settings_panel'

const DARK = '(prefers-color-scheme: dark)'

function subscribeToScheme(onChange: () => void): () => void {
  const query = window.matchMedia(DARK)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

interface SiteToolsProps {
  /** What else is set on this page, before the settings of all pages. */
  readonly settings?: ReactNode
  readonly children?: ReactNode
}

/** The reader's settings, and one press between light and dark. */
export function SiteTools({ settings, children }: SiteToolsProps) {
  const preferences = useApp((state) => state.preferences)
  const prefer = useApp((state) => state.prefer)
  const isSystemDark = useSyncExternalStore(
    subscribeToScheme,
    () => window.matchMedia(DARK).matches,
    () => false,
  )
  const isDark = preferences.theme === 'dark' || (preferences.theme === 'system' && isSystemDark)
  return (
    <>
      <Panel id={SETTINGS_PANEL} name="Reading settings" icon="text" edge="header">
        <Suspense>
          {settings}
          <SettingsPanel preferences={preferences} onChange={prefer} />
        </Suspense>
      </Panel>
      <span className={styles.theme}>
        <IconButton
          name={isDark ? 'Light theme' : 'Dark theme'}
          onClick={() => prefer({ theme: isDark ? 'light' : 'dark' })}
        >
          {isDark ? <Icon name="sun" /> : <Icon name="moon" />}
        </IconButton>
      </span>
      {children}
    </>
  )
}
