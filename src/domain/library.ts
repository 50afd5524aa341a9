import { answerCount, partsOf } from './exchanges.ts'
import type { Interview, InterviewId, Speaker, TopicId } from './interview.ts'
import type { Recording } from './recording.ts'
import { hueOf, sectionOf } from './topics.ts'
import { lengthOf, secondsOf, startOf, timelineOf, turnAtTime } from './timeline.ts'

/** A piece of a ribbon: where it stands and how wide it is, both as a share of the whole (0 to 1). */
export interface RibbonSegment {
  readonly at: number
  readonly width: number
  readonly hue: number
  readonly isQuestion: boolean
}

/** What the library shows of an interview: everything but its text. */
export interface LibraryEntry {
  readonly id: InterviewId
  readonly title: string
  readonly shortTitle: string
  readonly publication: string
  readonly summary: string
  readonly language: string
  readonly speakers: readonly Speaker[]
  readonly topics: readonly { readonly id: TopicId; readonly label: string; readonly hue: number }[]
  readonly turns: number
  readonly answers: number
  /** How long its recording takes, or about how long it takes to say aloud. */
  readonly seconds: number
  /** Left out when there is none. */
  readonly recording?: Recording['kind']
  readonly ribbon: readonly RibbonSegment[]
}

/** More pieces than this cannot be told apart on a phone (390 px, 3 px each). */
export const MAX_RIBBON_SEGMENTS = 130

/**
 * The ribbon of an interview: a segment for every turn. With more turns than can be told apart, segments of equal
 * length, each in the colour and height of the turn in its middle.
 */
export function ribbonOf(interview: Interview, most = MAX_RIBBON_SEGMENTS): RibbonSegment[] {
  if (interview.part) return [...interview.part.ribbon]
  const timeline = timelineOf(interview)
  const parts = partsOf(interview)
  const whole = lengthOf(interview)
  const isQuestion = (turn: number) => parts[turn]?.role === 'interviewer'
  const hue = (turn: number) => hueOf(interview, sectionOf(interview, turn).topic)
  if (interview.turns.length <= most)
    return interview.turns.map((_, turn) => ({
      at: startOf(timeline, turn) / whole,
      width: secondsOf(timeline, { start: turn, end: turn + 1 }) / whole,
      hue: hue(turn),
      isQuestion: isQuestion(turn),
    }))
  return Array.from({ length: most }, (_, position) => {
    const turn = turnAtTime(timeline, ((position + 0.5) / most) * whole)
    return { at: position / most, width: 1 / most, hue: hue(turn), isQuestion: isQuestion(turn) }
  })
}

/** What the library shows of an interview. */
export function libraryEntryOf(interview: Interview): LibraryEntry {
  const { id, title, shortTitle, publication, summary, language, speakers, topics, turns, recording } = interview
  return {
    id,
    title,
    shortTitle,
    publication,
    summary,
    language,
    speakers,
    topics: topics.map((topic) => ({ id: topic.id, label: topic.label, hue: hueOf(interview, topic.id) })),
    turns: turns.length,
    answers: answerCount(interview),
    seconds: lengthOf(interview),
    ...(recording && { recording: recording.kind }),
    ribbon: ribbonOf(interview),
  }
}
