import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown, writeMarkdown } from '../../../src/domain/formats/markdown.ts'
import { interviewArbitrary } from '../../support/interviewArbitrary.ts'

/** Pieces of front matter and text, whole and broken. */
const PIECES = [
  '---\n', '\n', '\r', '\n\n', 'title: ', 'title: A\n', 'language: en\n', 'language: no\n', 'speakers:\n', 'topics:\n', '  - label: Host\n',
  '    role: guest\n', '    role: bishop\n', '  - id: a\n', '    label: A\n', '    words: [a, b]\n', 'words: ', '&x ', '*x', '<<: *x\n', '!!int ',
  '|\n', '>-\n', '[', ']', '{', '}', '"', "'", ': ', '- ', '? ', '# ', '%YAML 1.1\n', '...\n', '\t', '  ', '\0', '\uFEFF', '\uD800',
  '## ', '##\n', '## A {#a}\n', '## B {.background}\n', '{.x}', 'Host: ', '**Host:** ', '\\Host: ', '\\', 'Guest: why?\n\n', 'text',
] // prettier-ignore

describe('the Markdown format, whatever stands in it', () => {
  test('reading what was written gives the same interview', () => {
    fc.assert(
      fc.property(interviewArbitrary, (interview) => {
        const { id } = interview
        expect(readMarkdown({ id, text: writeMarkdown(interview) })).toEqual({ ok: true, interview })
      }),
      { numRuns: 150 },
    )
  })

  test('line ends of other systems and a byte order mark make no difference', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.constantFrom('\r\n', '\r'), (interview, end) => {
        const text = `\uFEFF${writeMarkdown(interview).replaceAll('\n', end)}`
        expect(readMarkdown({ id: interview.id, text })).toEqual({ ok: true, interview })
      }),
      { numRuns: 30 },
    )
  })

  test('reading never throws, and every problem says all that is needed', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((all) => all.join(''))
    const framed = fc.tuple(pieces, pieces).map(([front, body]) => `---\n${front}\n---\n${body}`)
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), pieces, framed)
    fc.assert(
      fc.property(text, (file) => {
        const result = readMarkdown({ id: 'any', text: file })
        if (result.ok) return
        const lastLine = file.split(/\r\n?|\n/).length
        expect(result.problems.length).toBeGreaterThan(0)
        for (const { line, what, why, correction } of result.problems) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lastLine)
          expect(what).not.toBe('')
          expect(why).not.toBe('')
          expect(correction).toEqual(expect.any(String))
        }
        expect(result.problems.map(({ line }) => line)).toEqual(
          result.problems.map(({ line }) => line).toSorted((one, other) => one - other),
        )
      }),
      { numRuns: 600 },
    )
  })

  test('an interview that was read is whole: its sections hold every turn once, and its ids are its own', () => {
    fc.assert(
      fc.property(interviewArbitrary, (interview) => {
        const result = readMarkdown({ id: interview.id, text: writeMarkdown(interview) })
        if (!result.ok) throw new Error('not read')
        const { sections, turns, topics } = result.interview
        const held = sections.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, index) => start + index),
        )
        expect(held).toEqual(turns.map((_, index) => index))
        expect(new Set(turns.map(({ id }) => id)).size).toBe(turns.length)
        expect(sections.flatMap(({ topic }) => topic ?? [])).toEqual(topics.map(({ id }) => id))
      }),
      { numRuns: 30 },
    )
  })
})
