import type { Interview } from '../../domain/interview.ts'
import { formatClock, lengthText, playbackTimes, type PlaybackTimes } from '../../domain/playback/times.ts'
import { lengthOf, timelineOf } from '../../domain/timeline.ts'
import type { AppState } from '../../state/store.ts'
import { useApp } from '../../state/StoreProvider.tsx'

/** How long the interview takes; once it plays, how far it has come and how long it still takes. */
export function Clock({ interview }: { interview: Interview }) {
  const elapsed = useApp((state) => clockOf(interview, state, 'elapsed'))
  const left = useApp((state) => clockOf(interview, state, 'left'))
  if (elapsed === null || left === null) return lengthText(interview, lengthOf(interview))
  return (
    <>
      <span title="Played">{elapsed}</span> / <span title="Left at this speed">−{left}</span>
    </>
  )
}

/** A text, so that the clock is drawn anew only when it shows another. */
function clockOf(interview: Interview, { playback }: AppState, which: keyof PlaybackTimes): string | null {
  const { phase, cursor, rate } = playback
  if (phase.kind === 'idle') return null
  const offset = 'word' in phase ? phase.word?.start : null
  return formatClock(playbackTimes(interview, timelineOf(interview), { cursor, offset: offset ?? null, rate })[which])
}
