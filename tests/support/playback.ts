import * as fc from 'fast-check'
import type { Interview, InterviewId, Section, TopicId, Turn, TurnId } from '../../src/domain/interview.ts'
import type { Capabilities } from '../../src/domain/playback/narrator.ts'

/** What a narrator can do that can do everything. */
export const ABLE: Capabilities = {
  isAudible: true,
  marksWords: true,
  hasVolume: true,
  hasVoices: true,
  hasPace: false,
  keepsTime: true,
  rates: { slowest: 0.5, fastest: 3 },
  silentBecause: null,
}

/** What a talk is made of: who speaks, how many sentences they say, and whether a new topic begins there. */
export interface TalkTurn {
  readonly role: 'interviewer' | 'guest'
  readonly sentences: number
  readonly isTopic: boolean
}

/** An interview of plain sentences ("It is one. It is two."), in the shape that a test needs. */
export function talkOf(parts: readonly TalkTurn[]): Interview {
  const turns = parts.map(({ role, sentences }, index): Turn => ({
    id: `turn-${index}` as TurnId,
    speaker: role,
    paragraphs: [Array.from({ length: sentences }, (_, at) => `It is ${at}.`).join(' ')],
    mentions: [],
    fingerprint: '',
  }))
  const starts = parts.flatMap(({ isTopic }, index) => (isTopic || index === 0 ? [index] : []))
  const topics = starts.map((start) => ({ id: `topic-${start}` as TopicId, label: `Topic ${start}`, words: [] }))
  const sections = starts.map((start, index): Section => {
    const topic = topics[index]! // one for each start
    return { heading: topic.label, topic: topic.id, start, end: starts[index + 1] ?? turns.length }
  })
  const facts = {
    title: 'A talk',
    shortTitle: 'A talk',
    publication: '',
    summary: '',
    language: 'en',
    background: null,
  }
  const speakers = (['interviewer', 'guest'] as const).map((role) => ({ label: role, name: role, role, about: '' }))
  return { id: 'talk' as InterviewId, ...facts, speakers, topics, sections, turns }
}

/** Any such interview, of up to eight turns. */
export const talkArbitrary: fc.Arbitrary<Interview> = fc
  .array(
    fc.record({
      role: fc.constantFrom('interviewer' as const, 'guest' as const),
      sentences: fc.integer({ min: 1, max: 3 }),
      isTopic: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8, size: 'max' },
  )
  .map(talkOf)
