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
  const timeline = timelineOf(interview)
  const offset = 'word' in phase ? (phase.word?.start ?? null) : null
  const times = playbackTimes(interview, timeline, { cursor, offset, rate })
  // At the end all of it was said, and not only what was before the last sentence.
  const isOver = phase.kind === 'ended' && phase.at === 'end' && cursor.turn === interview.turns.length - 1
  return formatClock(isOver ? { ...times, elapsed: times.total, left: 0 }[which] : times[which])
}
