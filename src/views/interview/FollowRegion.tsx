import { FollowChip } from '../../components/FollowChip/FollowChip.tsx'
import type { Interview } from '../../domain/interview.ts'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { useApp, useAppStore } from '../../state/StoreProvider.tsx'
import { CALM_SHARE, wordsInWindow } from './wordsInWindow.ts'

/** The way back to what is being said, while it plays out of sight. */
export function FollowRegion({ interview }: { interview: Interview }) {
  const store = useAppStore()
  const isLost = useApp((state) => selectIsPlaying(state) && !state.isFollowing)
  if (!isLost) return null
  const top = wordsInWindow(interview, store.getState().playback.cursor)?.top ?? 0
  const handleFollow = () => {
    const { bringIntoSight, setFollowing, playback } = store.getState()
    const now = wordsInWindow(interview, playback.cursor)?.top ?? 0
    setFollowing(true)
    bringIntoSight(window.scrollY + now - window.innerHeight * CALM_SHARE, true)
  }
  return <FollowChip direction={top > window.innerHeight / 2 ? 'down' : 'up'} onFollow={handleFollow} />
}
