import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../src/domain/formats/markdown.ts'
import type { Interview, TopicId } from '../../src/domain/interview.ts'
import { hueOf, mentionFinder, nextMention, sectionOf, sectionOfTopic, topicById } from '../../src/domain/topics.ts'

const topicOf = (id: string): TopicId => id as TopicId // ids of these tests' own topics

function mentionsWith(words: string[], text: string): boolean {
  return mentionFinder([{ id: topicOf('x'), label: 'X', words }])(text).length > 0
}

function interviewOf(topics: string[]): Interview {
  const body = topics.map((id) => `## ${id} {#${id}}\nQ: ${id}?\nA: yes, a and ${topics[0]}`).join('\n')
  const list = topics.map((id) => `  - { id: ${id}, label: ${id}, words: [${id}] }`).join('\n')
  const text = `---\ntitle: x\nlanguage: en\ntopics:\n${list}\n---\n${body}`
  const result = readMarkdown({ id: 'x', text })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.interview
}

describe('a topic is mentioned', () => {
  test.each([
    [['China'], 'U.S.-China relations', true],
    [['China'], 'CHINA’s', true],
    [['China'], 'Indochina', false],
    [['ally'], 'internationally', false],
    [['ally'], 'an ally.', true],
    [['human rights'], 'Human\u00A0rights and\nhuman\nrights', true],
    [['human rights'], 'human right', false],
    [['U.S.-China'], 'U.S.-China', true],
    [['C++'], 'in C++ and', true],
    [['中国'], '我在中国住', true],
    [['é'], 'été', false],
    [['a/b', '[x]'], 'a/b', true],
    [[], 'anything', false],
  ])('by %j in %j: %s', (words, text, is) => {
    expect(mentionsWith(words, text)).toBe(is)
  })
})

describe('the outline', () => {
  const interview = interviewOf(['a', 'b', 'c', 'd', 'e', 'f'])

  test('gives each topic a hue in order, from the first again after the fifth, and none to no topic', () => {
    expect(interview.topics.map(({ id }) => hueOf(interview, id))).toEqual([1, 2, 3, 4, 5, 1])
    expect(hueOf(interview, null)).toBe(0)
  })

  test('finds the section of every turn and of every topic', () => {
    for (const [index] of interview.turns.entries()) {
      const section = sectionOf(interview, index)
      expect(section.start <= index && index < section.end).toBe(true)
    }
    expect(() => sectionOf(interview, 12)).toThrow(RangeError)
    expect(() => sectionOf(interview, -1)).toThrow(RangeError)
    expect(sectionOfTopic(interview, topicOf('c'))?.start).toBe(4)
    expect(sectionOfTopic(interview, topicOf('z'))).toBeNull()
    expect(topicById(interview, 'z')).toBeNull()
  })

  test('steps through mentions and goes round at both ends', () => {
    const step = (from: number, by: 1 | -1): number | null => nextMention(interview, { topic: topicOf('a'), from, by })
    expect(step(-1, 1)).toBe(3)
    expect(step(3, 1)).toBe(5)
    expect(step(11, 1)).toBe(3)
    expect(step(3, -1)).toBe(11)
    expect(nextMention(interview, { topic: topicOf('f'), from: -1, by: 1 })).toBeNull()
  })
})
