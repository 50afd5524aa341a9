import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answerCount, partLabel, partsOf } from '../../../src/domain/exchanges.ts'
import { readMarkdown, writeMarkdown } from '../../../src/domain/formats/markdown.ts'
import { mentionsOfTopic } from '../../../src/domain/topics.ts'
import type { Interview, TopicId } from '../../../src/domain/interview.ts'

const SOURCE = readFileSync(new URL('../../fixtures/blinken-initiatives.source.txt', import.meta.url), 'utf8')
const FILE = readFileSync(new URL('../../../public/interviews/blinken-initiatives.md', import.meta.url), 'utf8')
const LINES = SOURCE.split('\n')

function readFile(): Interview {
  const result = readMarkdown({ id: 'blinken-initiatives', text: FILE })
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.interview
}

const interview = readFile()

function mentionsOf(topic: string): number[] {
  return mentionsOfTopic(interview, topic as TopicId).map((index) => index + 1) // a topic of this file
}

describe('the interview of Dr. Carter', () => {
  test('has the 17 turns of the source, character by character', () => {
    const said = interview.turns.map(({ speaker, paragraphs }) => `${speaker}: ${paragraphs.join('\n')}`)
    expect(said).toEqual(LINES.slice(9).filter((line) => line !== ''))
    expect(said).toHaveLength(17)
  })

  test('has the first six lines of the source as its background, character by character', () => {
    expect(interview.background).toEqual({ heading: 'Background', paragraphs: LINES.slice(0, 6) })
  })

  test('keeps the oddities of the source and leaves out what belongs to its page', () => {
    expect(FILE).toContain('Russia‘s')
    expect(FILE).toContain('a senior kyiv official')
    expect(FILE).not.toContain('Related')
    expect(FILE).not.toContain(LINES[7])
  })

  test('has the title of the source, and says nothing about itself that the source does not say', () => {
    const { title, shortTitle, publication, summary, language, speakers, topics } = interview
    expect(title).toBe(LINES[8])
    expect(language).toBe('en')
    const abouts = speakers.flatMap(({ name, about }) => [name, about])
    for (const text of [shortTitle, publication, summary, ...abouts]) expect(SOURCE).toContain(text)
    expect(summary).toMatch(/^Today, .* relations\.$/)
    expect(topics.map(({ label }) => label)).toEqual([
      'Alliances',
      'China',
      'Human rights',
      'Public opinion',
      'Outlook',
    ])
  })

  test('has its topics where the conversation turns to them', () => {
    expect(interview.sections.map(({ heading, topic, start, end }) => [heading, topic, start + 1, end])).toEqual([
      ['Opening', null, 1, 2],
      ['Alliances', 'alliances', 3, 6],
      ['China', 'china', 7, 8],
      ['Human rights', 'human-rights', 9, 10],
      ['Public opinion', 'public-opinion', 11, 12],
      ['Outlook', 'outlook', 13, 14],
      ['Closing', null, 15, 17],
    ])
  })

  test('has 8 answers, and a sign-off that nobody answers', () => {
    expect(answerCount(interview)).toBe(8)
    expect(partsOf(interview).map(partLabel)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((number) => [`Question ${number}`, `Answer ${number}`]),
      null,
    ])
  })

  test('mentions topics in turns of others, as whole words', () => {
    expect(mentionsOf('alliances')).toEqual([10, 14])
    expect(mentionsOf('china')).toEqual([4])
    expect(mentionsOf('human-rights')).toEqual([8, 12])
    expect(mentionsOf('public-opinion')).toEqual([])
    expect(mentionsOf('outlook')).toEqual([])
  })

  test('is written as it stands in its file', () => {
    expect(writeMarkdown(interview)).toBe(FILE)
  })
})
