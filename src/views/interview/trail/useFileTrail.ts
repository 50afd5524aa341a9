import { useEffect, useMemo } from 'react'
import { formatKeptTrail, parseKeptTrail, type FollowedTrail } from '../../../domain/keptTrail.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'

/** The trail of a file that is followed, which is kept for as long as the tab is there; null for none. */
export function useFileTrail(): FollowedTrail | null {
  const store = useAppStore()
  const followed = useApp((state) => state.trail)
  const keptText = useApp((state) => state.keptTrail)
  const kept = useMemo(() => (keptText === null ? null : parseKeptTrail(keptText)), [keptText])
  useEffect(() => {
    if (followed) store.getState().keepTrail(formatKeptTrail(followed))
  }, [store, followed])
  return followed ?? kept
}
