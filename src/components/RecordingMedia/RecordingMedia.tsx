import { useEffect, useRef, useState, type RefObject } from 'react'
import { RECORDING_ELEMENT } from '../../domain/ports.ts'
import type { Recording } from '../../domain/recording.ts'
import { Icon } from '../Icon/Icon.tsx'
import { useIsLive } from '../useIsLive.ts'
import styles from './RecordingMedia.module.css'

interface RecordingMediaProps {
  readonly kind: Recording['kind']
  /** Where the file is. */
  readonly address: string
  /** In which direction the interview is written: a small picture stands at the end of its lines. */
  readonly direction: 'ltr' | 'rtl'
  readonly isPlaying: boolean
  /** A click on the picture. */
  onToggle(): void
}

/**
 * What a recording sounds from. Without the program it has the browser's own controls; with it, sound is not seen, and a
 * picture stands above the text, or small in a corner while it plays out of sight.
 */
export function RecordingMedia({ kind, address, direction, isPlaying, onToggle }: RecordingMediaProps) {
  const stage = useRef<HTMLDivElement>(null)
  const isLive = useIsLive()
  const isOutOfSight = useIsOutOfSight(stage)
  // Nothing is fetched before it is asked for. What is said stands on the page, word for word: there are no captions.
  const media = { id: RECORDING_ELEMENT, src: address, preload: 'none', 'aria-label': 'Recording' }
  if (kind === 'audio')
    return (
      <div className={styles.sound} data-screen-only>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand on the page */}
        <audio {...media} className={styles.controls} controls />
      </div>
    )
  return (
    <div className={styles.video} dir={direction} data-floats={isPlaying && isOutOfSight} data-screen-only>
      <div ref={stage} className={styles.stage}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption, jsx-a11y/click-events-have-key-events -- play has its button and its key */}
        <video
          {...media}
          className={styles.picture}
          controls={!isLive}
          playsInline
          onClick={isLive ? onToggle : undefined}
        />
        {isLive && !isPlaying && (
          <span className={styles.cue} aria-hidden>
            <Icon name="play" />
          </span>
        )}
      </div>
    </div>
  )
}

function useIsOutOfSight(place: RefObject<Element | null>): boolean {
  const [isOut, setIsOut] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver((entries) => setIsOut(entries.at(-1)?.isIntersecting === false))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return isOut
}
