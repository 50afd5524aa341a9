import { Suspense, useEffect, useState } from 'react'
import { Icon } from '../../components/Icon/Icon.tsx'
import { IconButton } from '../../components/IconButton/IconButton.tsx'
import type { Interview } from '../../domain/interview.ts'
import { useApp, useAppStore } from '../../state/StoreProvider.tsx'
import { PartBoundary } from '../PartBoundary.tsx'
import styles from './Player.module.css'
import { lazyView } from '../lazyView.ts'

const FocusRegion = lazyView(async () => (await import('./focus/FocusRegion.tsx')).FocusRegion)

/** The button that enters and leaves focus mode. */
export function FocusTool() {
  const isFocused = useApp((state) => state.isFocused)
  const setFocused = useApp((state) => state.setFocused)
  return (
    <span className={styles.focusTool}>
      <IconButton name="Focus mode" shortcut="f" aria-pressed={isFocused} onClick={() => setFocused(!isFocused)}>
        <Icon name="expand" />
      </IconButton>
    </span>
  )
}

/** Focus mode, loaded when it is entered for the first time; leaving the interview leaves it. */
export function FocusPart({ interview }: { interview: Interview }) {
  const store = useAppStore()
  const isFocused = useApp((state) => state.isFocused)
  const [hasEntered, setHasEntered] = useState(false)
  useEffect(() => () => store.getState().setFocused(false), [store, interview.id])
  if (isFocused && !hasEntered) setHasEntered(true)
  return (
    hasEntered && (
      <PartBoundary name="Focus mode">
        <Suspense>
          <FocusRegion interview={interview} />
        </Suspense>
      </PartBoundary>
    )
  )
}
