import { partLabel, partOf, partsOf } from './exchanges.ts'
import { turnAt, type Interview, type TopicId } from './interview.ts'
import type { Fold } from './folds.ts'
import { lengthText } from './playback/times.ts'
import { secondsOf, timelineOf } from './timeline.ts'
import { sectionOf, topicById } from './topics.ts'

/** What of an interview is shown; the rest is folded. */
export type Lens =
  | { readonly kind: 'questions' }
  | { readonly kind: 'answers' }
  | { readonly kind: 'speaker'; readonly speaker: string }
  /** What belongs to a topic, and every turn elsewhere that mentions it. */
  | { readonly kind: 'topic'; readonly topic: TopicId }

/** Reads a lens as an address has it: `answers`, `speaker:Dr. Carter`, `topic:china`. Null when there is no such thing here. */
export function parseLens(interview: Pick<Interview, 'speakers' | 'topics'>, text: string): Lens | null {
  if (text === 'questions' || text === 'answers') return { kind: text }
  const [, kind, name = ''] = /^(speaker|topic):(.+)$/su.exec(text) ?? []
  if (kind === 'speaker' && interview.speakers.some(({ label }) => label === name)) return { kind, speaker: name }
  const topic = kind === 'topic' ? topicById(interview, name) : null
  return topic && { kind: 'topic', topic: topic.id }
}

/** Writes what `parseLens` reads. */
export function formatLens(lens: Lens): string {
  if (lens.kind === 'speaker') return `speaker:${lens.speaker}`
  return lens.kind === 'topic' ? `topic:${lens.topic}` : lens.kind
}

/** What a lens shows, in words: "Answers only", "Only Dr. Carter", "Only China". */
export function lensName(interview: Interview, lens: Lens): string {
  if (lens.kind === 'questions') return 'Questions only'
  if (lens.kind === 'answers') return 'Answers only'
  return `Only ${lens.kind === 'speaker' ? lens.speaker : (topicById(interview, lens.topic)?.label ?? lens.topic)}`
}

/** By turn, whether a lens shows it. */
export function shownTurns(interview: Interview, lens: Lens): boolean[] {
  const parts = partsOf(interview)
  return interview.turns.map(({ speaker, mentions }, index) => {
    switch (lens.kind) {
      case 'questions':
        return parts[index]?.role === 'interviewer'
      case 'answers':
        return parts[index]?.role === 'guest'
      case 'speaker':
        return speaker === lens.speaker
      case 'topic':
        return sectionOf(interview, index).topic === lens.topic || mentions.includes(lens.topic)
    }
  })
}

/** What a fold holds: "Answer 4, Dr. Carter, under 1 min", "3 turns skipped, about 2 min". */
export function foldName(interview: Interview, { start, end }: Fold): string {
  const length = lengthText(interview, secondsOf(timelineOf(interview), { start, end }))
  if (end - start > 1) return `${end - start} turns skipped, ${length}`
  const label = partLabel(partOf(interview, start))
  return [label, turnAt(interview, start).speaker, length].filter(Boolean).join(', ')
}
