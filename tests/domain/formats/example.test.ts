import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMarkdown } from '../../../src/domain/formats/markdown.ts'

test('the example on the page about the format is read without a problem, and shows everything', () => {
  const text = readFileSync(new URL('../../../src/views/format/example.md', import.meta.url), 'utf8')
  const result = readMarkdown({ id: 'example', text })
  expect(result).toMatchObject({ ok: true })
  if (!result.ok) return
  const { background, topics, sections, turns } = result.interview
  expect(background?.paragraphs).toHaveLength(2)
  expect(topics.map(({ id }) => id)).toEqual(['starter', 'baking'])
  expect(sections.map(({ heading, topic }) => [heading, topic])).toEqual([
    ['Opening', null],
    ['The starter', 'starter'],
    ['The loaf', 'baking'],
    ['Closing', null],
  ])
  expect(turns.some(({ paragraphs }) => paragraphs.includes('Host: feed me at eight.'))).toBe(true)
  expect(turns.some(({ mentions }) => mentions.length > 0)).toBe(true)
})
