import { Suspense, use } from 'react'
import { PlayingNote, type PlayingAction } from '../../../components/PlayingNote/PlayingNote.tsx'
import type { Interview } from '../../../domain/interview.ts'
import type { LibraryEntry } from '../../../domain/library.ts'
import { interviewPath } from '../../../domain/link.ts'
import type { Cursor } from '../../../domain/playback/cursor.ts'
import { formatClock, secondsOfPlace } from '../../../domain/playback/times.ts'
import { timelineOf } from '../../../domain/timeline.ts'
import { describePause } from '../../../state/playbackSelectors.ts'
import { captionOf } from '../../../state/selectors.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { useSite } from '../../SiteContext.ts'

interface PlayingRegionProps {
  readonly interview: Interview
  loadLibrary(): Promise<readonly LibraryEntry[]>
}

/** So many other interviews are named at the end. */
const MOST_OTHERS = 3

/** What there is to say and to choose where playing waits, has ended, or was left the last time. */
export function PlayingRegion({ interview, loadLibrary }: PlayingRegionProps) {
  const phase = useApp((state) => state.playback.phase)
  const says = useApp((state) => describePause(state))
  const offer = useApp((state) => state.offer)
  const { play, playAgain, stopPlaying, takeOffer, dismissOffer } = useAppStore().getState()
  const again: PlayingAction = { name: 'Again', shortcut: 'r', onAct: playAgain }
  const goOn: PlayingAction = { name: phase.kind === 'waiting' ? 'Next' : 'Go on', shortcut: 'p', onAct: () => play() }

  if (phase.kind === 'waiting' || (phase.kind === 'ended' && phase.next))
    return <PlayingNote says={says} actions={[goOn, again]} others={[]} onDismiss={stopPlaying} />
  if (phase.kind === 'ended') {
    const note = { says, actions: [again], onDismiss: stopPlaying }
    return (
      <Suspense fallback={<PlayingNote {...note} others={[]} />}>
        <EndNote {...note} interview={interview} loadLibrary={loadLibrary} />
      </Suspense>
    )
  }
  if (!offer) return null
  const name = offer.cursor
    ? `Continue at ${nameOf(interview, offer.cursor, offer.isPlayed)}`
    : 'Continue where you stopped the last time'
  return <PlayingNote says="" actions={[{ name, onAct: takeOffer }]} others={[]} onDismiss={dismissOffer} />
}

/** A place as it is offered; with its time where it was listened to. */
function nameOf(interview: Interview, cursor: Cursor, isPlayed: boolean): string {
  const { section, part } = captionOf(interview, cursor.turn)
  const time = formatClock(secondsOfPlace(interview, timelineOf(interview), { cursor }))
  return `${section ?? part}${isPlayed ? `, ${time}` : ''}`
}

interface EndNoteProps extends PlayingRegionProps {
  readonly says: string
  readonly actions: readonly PlayingAction[]
  onDismiss(): void
}

/** The end, with the interviews that follow this one in the library. */
function EndNote({ interview, loadLibrary, ...note }: EndNoteProps) {
  const { base } = useSite()
  const library = use(loadLibrary())
  const here = library.findIndex(({ id }) => id === interview.id)
  const others = [...library.slice(here + 1), ...library.slice(0, Math.max(here, 0))].slice(0, MOST_OTHERS)
  return (
    <PlayingNote
      {...note}
      others={others.map(({ id, title, language }) => ({ href: base + interviewPath(id).slice(1), title, language }))}
    />
  )
}
