import * as fc from 'fast-check'
import {
  turnText,
  type Interview,
  type InterviewId,
  type Section,
  type Speaker,
  type Topic,
  type TopicId,
} from '../../src/domain/interview.ts'
import { fingerprintOf } from '../../src/domain/fingerprint.ts'
import { turnIds } from '../../src/domain/link.ts'
import { mentionFinder } from '../../src/domain/topics.ts'

/** Pieces that look like something else than text, or that readers of other formats stumble over. */
const PIECES = [
  'Host', 'HOST', 'Dr. Lee', '**', '*', '_', '__', ':', '：', ' ', '\u00A0', '\u202F', '\t', '\\', '\\\\', '#', '##', '## ',
  '### ', '{#a}', '{.background}', '}', '{', '---', '[', '<b>', '&amp;', '“', '”', '‘', "'", '"', '12:30', 'https://x.y',
  'He said', 'Note', '你好', '。', 'ーカ', '\u3000', 'שלום', 'مرحبا', '؟', '\u200F', '\u202E', '🙂', 'e\u0301', 'é', '\u2028',
  '\u0085', '\uFEFF', '- ', '> ', '`', '|', '%', '@', '!', '?', ', ', '...', 'null', 'no', '1984', '~', 'a', 'b c', '\uD800',
] // prettier-ignore

const rawText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
)

function withoutBreaks(text: string): string {
  return text.replaceAll(/[\n\r\0]/g, '')
}

/** A paragraph: one line of any characters, as the format keeps it. */
export const paragraph = rawText
  .map((text) => withoutBreaks(text).replaceAll(/^[ \t]+|[ \t]+$/g, ''))
  .filter((text) => text.trim() !== '')

/** A text of front matter: one line without white space at its ends. */
const line = rawText.map((text) => withoutBreaks(text).trim()).filter((text) => text !== '')
const optionalLine = fc.oneof(fc.constant(''), line)

const LABELS = [
  'Host',
  'Dr. Lee',
  '编辑',
  'Éditeur',
  'מראיין',
  '*A*',
  '**B',
  '_',
  'Q',
  'a b  c',
  '12',
  '#',
  "O’Neill's",
]
const TOPIC_IDS = ['a', 'china', 'human-rights', '人权', 'Zürich', 'मानव', 'b2', 'x-1-y']
const LANGUAGES = ['en', 'de-CH', 'zh-Hant', 'ar', 'ja', 'el']

const speakers: fc.Arbitrary<Speaker[]> = fc.uniqueArray(
  fc.record({
    label: fc.constantFrom(...LABELS),
    name: line,
    role: fc.constantFrom('interviewer' as const, 'guest' as const),
    about: optionalLine,
  }),
  { minLength: 1, maxLength: 4, selector: ({ label }) => label },
)

const topic: fc.Arbitrary<Topic> = fc.record({
  id: fc.constantFrom(...TOPIC_IDS).map((id) => id as TopicId), // all of them are ids
  label: line,
  words: fc.array(line, { maxLength: 3 }),
})

interface Stretch {
  readonly heading: string
  readonly topic: Topic | null
  readonly turns: readonly { readonly voice: number; readonly paragraphs: readonly string[] }[]
}

const stretches: fc.Arbitrary<Stretch[]> = fc
  .array(
    fc.record({
      heading: paragraph,
      topic: fc.option(topic),
      turns: fc.array(fc.record({ voice: fc.nat(), paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map((stretch, index) => {
      const isUsed = all.slice(0, index).some((earlier) => earlier.topic?.id === stretch.topic?.id)
      return isUsed ? { ...stretch, topic: null } : stretch
    }),
  )

/** Any interview that a file can hold: hostile paragraphs, any script, sections with and without topics. */
export const interviewArbitrary: fc.Arbitrary<Interview> = fc
  .record({
    title: line,
    shortTitle: line,
    publication: optionalLine,
    summary: optionalLine,
    language: fc.constantFrom(...LANGUAGES),
    speakers,
    background: fc.option(
      fc.record({ heading: paragraph, paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }) }),
    ),
    stretches,
    isHeadless: fc.boolean(),
  })
  .map(({ stretches: all, isHeadless, speakers: voices, ...facts }) => {
    const spoken = all.flatMap(({ turns, topic: own }) => turns.map((turn) => ({ ...turn, own })))
    const ids = turnIds(spoken.map(turnText), facts.language)
    const topics = all.flatMap((stretch) => (stretch.topic ? [stretch.topic] : []))
    const mentioned = mentionFinder(topics)
    // The first turns go round all speakers, so that nobody is silent.
    const present = voices.slice(0, spoken.length)
    const passages = spoken.map(({ voice, paragraphs }, index) => ({
      speaker: (present[index] ?? present[voice % present.length])!.label, // there is one speaker at least
      text: turnText({ paragraphs }),
    }))
    const turns = spoken.map(({ paragraphs, own }, index) => ({
      id: ids[index]!, // one for each text
      speaker: passages[index]!.speaker,
      paragraphs,
      mentions: mentioned(turnText({ paragraphs })).filter((id) => id !== own?.id),
      fingerprint: fingerprintOf(passages, index),
    }))
    let start = 0
    const sections = all.map((stretch, index): Section => {
      const heading = isHeadless && index === 0 ? null : stretch.heading
      const end = start + stretch.turns.length
      const section = { heading, topic: heading === null ? null : (stretch.topic?.id ?? null), start, end }
      start = end
      return section
    })
    return { id: 'any-interview' as InterviewId, ...facts, speakers: present, topics, sections, turns }
  })
  .filter(
    ({ sections, topics }) => sections[0]?.heading !== null || sections.filter((s) => s.topic).length === topics.length,
  )
