import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { textDirection, turnAt, type Interview } from '../../domain/interview.ts'
import { ribbonOf } from '../../domain/library.ts'
import { excerpt } from '../../domain/link.ts'
import { outlineOf } from '../../domain/outline.ts'
import { formatClock } from '../../domain/playback/times.ts'
import { lengthOf, startOf, timelineOf, turnAtTime } from '../../domain/timeline.ts'
import { hueOf, sectionOf } from '../../domain/topics.ts'
import { percent, RibbonPicture } from './RibbonPicture.tsx'
import { RIBBON_TICKS } from './RibbonTicks.tsx'
import { ribbonKeyTarget } from './ribbonKeyTarget.ts'
import styles from './Ribbon.module.css'

interface RibbonProps {
  readonly interview: Interview
  /** The current turn, by index; null above the first. */
  readonly current: number | null
  /** When the place is, in seconds from the beginning; null above the first turn. */
  readonly seconds: number | null
  /** The current place in words: "China, Answer 4, Dr. Carter". */
  readonly placeText: string
  /** A turn by its index, when the reader lets go there. */
  onJump(turn: number): void
  /** A time in seconds, when they let go at what is in another part. */
  onJumpToTime(seconds: number): void
  /** A turn by its index in the whole interview, when a key leads there: many of them come in a row. */
  onStep(turn: number): void
}

/** How much of a turn's words the preview shows, in UTF-16 code units: one line. */
const PREVIEW_LENGTH = 64

/** What the pointer is at: a turn by its index, null when it is in another part. */
interface Pointed {
  readonly share: number
  readonly seconds: number
  readonly turn: number | null
}

/** The picture of the whole interview and the way along it: clicked, dragged, or moved by keys as a slider. */
export function Ribbon(props: RibbonProps) {
  const { interview, current, seconds, placeText, onJump, onJumpToTime, onStep } = props
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const segments = useMemo(() => ribbonOf(interview), [interview])
  const timeline = timelineOf(interview)
  const whole = lengthOf(interview)
  const { first = 0, total = interview.turns.length } = interview.part ?? {}
  const isRtl = textDirection(interview.language) === 'rtl'
  const head = seconds === null ? null : seconds / whole
  const visual = (share: number) => (isRtl ? 1 - share : share)

  const pointAt = (event: PointerEvent<HTMLElement>): Pointed => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const share = visual(Math.min(Math.max((event.clientX - left) / width, 0), 1))
    const at = share * whole
    const isHere = !interview.part || (at >= startOf(timeline, 0) && at < startOf(timeline, interview.turns.length))
    return { share, seconds: at, turn: isHere ? turnAtTime(timeline, at) : null }
  }
  const handlePointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setPointed(pointAt(event))
  }
  const handlePointerUp = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const at = pointAt(event)
    if (at.turn === null) onJumpToTime(at.seconds)
    else onJump(at.turn)
    if (event.pointerType !== 'mouse') setPointed(null)
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = ribbonKeyTarget(interview, { key: event.key, current, isRtl })
    if (target === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onStep(target)
  }

  return (
    <div>
      <svg className={styles.bands} aria-hidden focusable="false">
        {outlineOf(interview).map((entry) => {
          const at = entry.at / whole
          const width = entry.seconds / whole
          return entry.topic === null ? null : (
            <foreignObject
              key={entry.start}
              x={percent(isRtl ? 1 - at - width : at)}
              width={percent(width)}
              height="100%"
              data-hue={hueOf(interview, entry.topic)}
            >
              <div className={styles.band} dir="auto">
                {entry.heading}
              </div>
            </foreignObject>
          )
        })}
      </svg>
      <div
        className={styles.track}
        role="slider"
        tabIndex={0}
        aria-label="Place in the interview"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={current === null ? 0 : first + current + 1}
        aria-valuetext={current === null ? 'Start' : `${placeText}, turn ${first + current + 1} of ${total}`}
        data-needs-script
        onPointerDown={handlePointerDown}
        onPointerMove={(event) => setPointed(pointAt(event))}
        onPointerUp={handlePointerUp}
        onPointerLeave={() => setPointed(null)}
        onPointerCancel={() => setPointed(null)}
        onKeyDown={handleKeyDown}
      >
        <RibbonPicture segments={segments} head={head} isRtl={isRtl} />
        <svg id={RIBBON_TICKS} className={styles.overlay} aria-hidden focusable="false" />
        {head !== null && (
          <svg className={styles.overlay} aria-hidden focusable="false">
            <svg x={percent(visual(head))} className={styles.head}>
              <rect className={styles.line} width="2" height="100%" />
              <circle className={styles.knob} r="5" />
            </svg>
          </svg>
        )}
        {pointed && <Preview interview={interview} pointed={pointed} share={visual(pointed.share)} />}
      </div>
    </div>
  )
}

/** What is under the pointer: who speaks, on which topic, and the first words; of another part the topic alone. */
function Preview({ interview, pointed, share }: { interview: Interview; pointed: Pointed; share: number }) {
  const turn = pointed.turn === null ? null : turnAt(interview, pointed.turn)
  const entry = outlineOf(interview).findLast(({ at }) => at <= pointed.seconds)
  const { heading, topic } = pointed.turn === null ? (entry ?? NOTHING) : sectionOf(interview, pointed.turn)
  return (
    // Only ever made in the browser, where a style set by script is allowed.
    <div className={styles.preview} style={{ left: percent(share), translate: percent(-share) }} aria-hidden>
      <span data-hue={hueOf(interview, topic)}>
        <b className={styles.who}>
          <bdi>{turn?.speaker ?? formatClock(pointed.seconds)}</bdi>
        </b>
        {heading !== null && <bdi className={styles.about}>{heading}</bdi>}
      </span>
      {turn && <span dir="auto">{excerpt(turn, PREVIEW_LENGTH)}</span>}
    </div>
  )
}

const NOTHING = { heading: null, topic: null }
