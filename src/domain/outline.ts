import { partsOf } from './exchanges.ts'
import { turnAt, type Interview } from './interview.ts'
import { pathOfPlace } from './link.ts'
import type { OutlineEntry } from './part.ts'
import { secondsOf, startOf, timelineOf } from './timeline.ts'
import { mentionsByTopic } from './topics.ts'

const outlines = new WeakMap<Interview, readonly OutlineEntry[]>()

/** The sections of an interview; of one that is a part of another, those of the whole. */
export function outlineOf(interview: Interview): readonly OutlineEntry[] {
  if (interview.part) return interview.part.outline
  let outline = outlines.get(interview)
  if (!outline) {
    outline = entriesOf(interview)
    outlines.set(interview, outline)
  }
  return outline
}

function entriesOf(interview: Interview): OutlineEntry[] {
  const timeline = timelineOf(interview)
  const parts = partsOf(interview)
  const mentions = mentionsByTopic(interview)
  return interview.sections.map(({ heading, topic, start, end }) => {
    const turns = topic === null ? [] : (mentions.get(topic) ?? [])
    return {
      heading,
      topic,
      turn: turnAt(interview, start).id,
      start,
      at: startOf(timeline, start),
      seconds: secondsOf(timeline, { start, end }),
      part: 1,
      mentions: topic && { count: turns.length, areAnswers: turns.every((turn) => parts[turn]?.role === 'guest') },
    }
  })
}

/** The position in the outline of the section that a turn of the interview, or of this part of it, stands in. */
export function outlinePosition(interview: Interview, turn: number): number {
  const index = (interview.part?.first ?? 0) + turn
  return outlineOf(interview).findLastIndex(({ start }) => start <= index)
}

/** The address of a section: that of its topic, or of its first turn when it is of no topic and has no page. */
export function pathOfEntry(interview: Interview, { topic, turn }: Pick<OutlineEntry, 'topic' | 'turn'>): string {
  return pathOfPlace(interview, topic ? { kind: 'topic', topic } : { kind: 'turn', turn })
}
