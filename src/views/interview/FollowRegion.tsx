import { FollowChip } from '../../components/FollowChip/FollowChip.tsx'
import type { Interview } from '../../domain/interview.ts'
import type { Playback } from '../../domain/playback/state.ts'
import { formatClock, secondsOfPlace } from '../../domain/playback/times.ts'
import { timelineOf } from '../../domain/timeline.ts'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { useApp, useAppStore } from '../../state/StoreProvider.tsx'
import { CALM_SHARE, wordsInWindow } from './wordsInWindow.ts'

/** The way back to what is being said, while it plays out of sight. */
export function FollowRegion({ interview }: { interview: Interview }) {
  const store = useAppStore()
  const isLost = useApp((state) => selectIsPlaying(state) && !state.isFollowing)
  const time = useApp((state) => (isLost && state.playback.capabilities.keepsTime ? timeOf(interview, state) : null))
  if (!isLost) return null
  const top = wordsInWindow(interview, store.getState().playback.cursor)?.top ?? 0
  const handleFollow = () => {
    const { bringIntoSight, setFollowing, playback } = store.getState()
    const now = wordsInWindow(interview, playback.cursor)?.top ?? 0
    setFollowing(true)
    bringIntoSight(window.scrollY + now - window.innerHeight * CALM_SHARE, true)
  }
  const direction = top > window.innerHeight / 2 ? 'down' : 'up'
  return <FollowChip direction={direction} time={time} onFollow={handleFollow} />
}

/** When the sentence is said that is being said. */
function timeOf(interview: Interview, { playback: { cursor } }: { playback: Pick<Playback, 'cursor'> }): string {
  return formatClock(secondsOfPlace(interview, timelineOf(interview), { cursor }))
}
