import { Fragment, memo, Suspense, useLayoutEffect, useMemo, useRef } from 'react'
import { partOf, type Exchange } from '../../domain/exchanges.ts'
import { textDirection, turnAt, type Interview, type Turn as TurnText, type TurnId } from '../../domain/interview.ts'
import { pathOfPlace } from '../../domain/link.ts'
import type { MarkedTurn } from '../../domain/markedRuns.ts'
import { lengthText } from '../../domain/playback/times.ts'
import { secondsOfSection } from '../../domain/timeline.ts'
import { hueOf, sectionOf, topicById } from '../../domain/topics.ts'
import { TopicHeading } from '../TopicHeading/TopicHeading.tsx'
import { Turn, type Mention } from '../Turn/Turn.tsx'
import { askedBefore } from './askedBefore.ts'
import { extentOf, extentProperties } from './chunkExtent.ts'
import { chunksOf, type Chunk } from './chunks.ts'
import { headingId } from './headingId.ts'
import styles from './Transcript.module.css'

interface TranscriptProps {
  readonly interview: Interview
  /** The site's path, with a slash at both ends. */
  readonly base: string
  /** The current turn, by index; null above the first. */
  readonly current: number | null
  /** Whether the reader is at the heading over the current turn. */
  readonly isAtHeading: boolean
  /** The exchange that stands alone in focus mode; null when all turns are there. */
  readonly stage: Exchange | null
  /** The turns whose words are marked by elements; null where none ever are. */
  readonly markedTurns: ReadonlyMap<TurnText, MarkedTurn> | null
  /** All null where the text can only be read. */
  readonly onShare: ((turn: TurnId) => void) | null
  readonly onCopyLink: ((turn: TurnId) => void) | null
  readonly onKeep: ((turn: TurnId) => void) | null
  /** The turns that the reader keeps, each as the interview's id, a slash, and its own. */
  readonly kept: ReadonlySet<string>
}

/**
 * The whole interview in order: headings and turns, in chunks that are laid out together. Nothing in a chunk ever waits; its
 * boundary lets React take the page over chunk by chunk, each when nothing else is to be done or when somebody acts in it.
 */
export function Transcript(props: TranscriptProps) {
  const { interview, base, current, isAtHeading, stage, markedTurns, onCopyLink, onShare, onKeep, kept } = props
  const chunks = useMemo(() => chunksOf(interview), [interview])
  return (
    <div className={styles.transcript} lang={interview.language} dir={textDirection(interview.language)}>
      {chunks.map((chunk, position) => {
        const isHere = current !== null && current >= chunk.start && current < chunk.end
        const isNear = current !== null && current >= chunk.start && current < chunk.end + NEAR_TURNS
        return (
          <Suspense key={chunk.start}>
            <TranscriptChunk
              chunk={chunk}
              position={chunks.length > 1 ? position : null}
              isNear={isNear}
              interview={interview}
              base={base}
              current={isHere ? current : null}
              isAtHeading={isHere && isAtHeading}
              stage={stage && stage.start < chunk.end && stage.end > chunk.start ? stage : null}
              markedTurns={markedTurns}
              onCopyLink={onCopyLink}
              onShare={onShare}
              onKeep={onKeep}
              kept={kept}
            />
          </Suspense>
        )
      })}
    </div>
  )
}

interface TranscriptChunkProps extends TranscriptProps {
  readonly chunk: Chunk
  /** Which of the chunks it is; null when there is only one, which is laid out whole. */
  readonly position: number | null
  /** Whether the reader is in it, or so little below it that it may be seen. */
  readonly isNear: boolean
}

/**
 * A chunk above the current turn is laid out with it when it ends so few turns before: a browser would do so anyhow a
 * moment later, and what is not as high as it was expected to be would move the turn.
 */
const NEAR_TURNS = 10

const TranscriptChunk = memo(function TranscriptChunk(props: TranscriptChunkProps) {
  const { chunk, position, isNear, interview, base, current, isAtHeading, stage, onCopyLink, onShare } = props
  const { markedTurns, onKeep, kept } = props
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // From now on others may change what is in it: React has taken it over.
    if (element.current) element.current.dataset['live'] = ''
    // The page has a rule for each chunk of the interview that it was made for; another one may be opened in it.
    if (position === null) return
    for (const [name, value] of extentProperties(extentOf(interview, chunk)))
      element.current?.style.setProperty(name, value)
  }, [interview, chunk, position])
  const mentionsOf = useMemo(() => mentionLinks(interview, base), [interview, base])
  const turns = []
  for (let index = chunk.start; index < chunk.end; index += 1) {
    const turn = turnAt(interview, index)
    const heading = chunk.sections.find(({ start }) => start === index)
    turns.push(
      <Fragment key={turn.id}>
        {heading?.heading != null && (
          <div className={styles.heading}>
            <TopicHeading
              id={headingId(heading)}
              heading={heading.heading}
              hue={hueOf(interview, heading.topic)}
              href={heading.topic && base + pathOfPlace(interview, { kind: 'topic', topic: heading.topic }).slice(1)}
              length={lengthText(interview, secondsOfSection(interview, heading))}
              isLanding={isAtHeading && index === current}
            />
          </div>
        )}
        <Turn
          turn={turn}
          part={partOf(interview, index)}
          hue={hueOf(interview, sectionOf(interview, index).topic)}
          href={base + pathOfPlace(interview, { kind: 'turn', turn: turn.id }).slice(1)}
          mentions={mentionsOf(index)}
          asked={askedBefore(interview, index)}
          isCurrent={index === current}
          isLanding={!isAtHeading && index === current}
          isOnStage={stage !== null && index >= stage.start && index < stage.end}
          marked={markedTurns?.get(turn)}
          onCopyLink={onCopyLink}
          onShare={onShare}
          onKeep={onKeep}
          isKept={kept.size > 0 && kept.has(`${interview.id}/${turn.id}`)}
        />
      </Fragment>,
    )
  }
  return (
    <div ref={element} className={styles.chunk} data-chunk={position ?? undefined} data-near={isNear || undefined}>
      {turns}
    </div>
  )
})

/** Each turn's mentions as links. The same list every time, so that a turn that did not change does not render again. */
function mentionLinks(interview: Interview, base: string): (turn: number) => readonly Mention[] {
  const lists = new Map<number, readonly Mention[]>()
  return (turn) => {
    let list = lists.get(turn)
    if (!list) {
      list = turnAt(interview, turn).mentions.map((topic) => ({
        label: topicById(interview, topic)?.label ?? topic,
        hue: hueOf(interview, topic),
        href: base + pathOfPlace(interview, { kind: 'topic', topic }).slice(1),
      }))
      lists.set(turn, list)
    }
    return list
  }
}
