import { useEffect } from 'react'
import { RecordingMedia } from '../../components/RecordingMedia/RecordingMedia.tsx'
import { textDirection, type Interview } from '../../domain/interview.ts'
import { selectIsPlaying, selectIsBuffering } from '../../state/playbackSelectors.ts'
import { useApp } from '../../state/StoreProvider.tsx'
import { useSite } from '../SiteContext.ts'

interface RecordingRegionProps {
  readonly interview: Interview
  onTogglePlay(): void
}

/** The recording of an interview, joined to playing; nothing where there is none. */
export function RecordingRegion({ interview, onTogglePlay }: RecordingRegionProps) {
  const { base } = useSite()
  const isPlaying = useApp(selectIsPlaying)
  useWaitingNotices()
  const { recording, language } = interview
  if (!recording) return null
  return (
    <RecordingMedia
      kind={recording.kind}
      address={`${base}interviews/${encodeURIComponent(recording.file)}`}
      direction={textDirection(language)}
      isPlaying={isPlaying}
      onToggle={onTogglePlay}
    />
  )
}

/** What is said while the recording is waited for, and after how many ms: a second or two is no trouble yet. */
const NOTICES = [
  { afterMs: 2000, says: 'Waiting for the recording.' },
  { afterMs: 15_000, says: 'The recording still does not come. The text can be read on.' },
] as const

function useWaitingNotices(): void {
  const tell = useApp((state) => state.tell)
  const isBuffering = useApp(selectIsBuffering)
  useEffect(() => {
    if (!isBuffering) return
    const timers = NOTICES.map(({ afterMs, says }) => setTimeout(() => tell(says), afterMs))
    return () => timers.forEach(clearTimeout)
  }, [isBuffering, tell])
}
