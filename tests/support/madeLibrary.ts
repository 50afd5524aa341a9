import type { Interview, InterviewId, TopicId, TurnId } from '../../src/domain/interview.ts'
import { randomFrom } from './random.ts'

const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tu', 'sa', 'vor', 'ne', 'di', 'pau', 'gle', 'xi']

/** Words that do not exist: the first of them are used far more often than the last. */
function inventedWords(count: number, random: () => number): string[] {
  const words = new Set<string>()
  while (words.size < count)
    words.add(
      Array.from(
        { length: 1 + Math.floor(random() * 5) },
        () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
      ).join(''),
    )
  return [...words]
}

interface Size {
  readonly interviews: number
  readonly turns: number
  readonly words: number
  readonly vocabulary: number
}

/** A library of invented words, the same every time: so many interviews of so many turns of so many words. */
export function madeLibrary({ interviews, turns, words, vocabulary }: Size): Interview[] {
  const below = randomFrom(7)
  const random = () => below(2 ** 24) / 2 ** 24
  const known = inventedWords(vocabulary, random)
  const word = () => known[Math.floor(known.length * random() ** 3)] ?? ''
  const topic = { id: 'only' as TopicId, label: 'The only topic', words: [] }
  return Array.from({ length: interviews }, (_, number): Interview => ({
    id: `made-${number}` as InterviewId,
    title: `Interview ${number}`,
    shortTitle: `Interview ${number}`,
    publication: '',
    summary: '',
    language: 'en',
    speakers: [
      { label: 'Host', name: 'Host', role: 'interviewer', about: '' },
      { label: 'Guest', name: 'Guest', role: 'guest', about: '' },
    ],
    topics: [topic],
    background: null,
    sections: [{ heading: 'The only topic', topic: topic.id, start: 0, end: turns }],
    turns: Array.from({ length: turns }, (__, turn) => ({
      id: `turn-${turn}` as TurnId,
      speaker: turn % 2 === 0 ? 'Host' : 'Guest',
      paragraphs: [Array.from({ length: words }, word).join(' ')],
      mentions: [],
      fingerprint: '',
    })),
  }))
}
