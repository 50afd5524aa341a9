import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown, writeMarkdown } from '../../../src/domain/formats/markdown.ts'
import { interviewArbitrary } from '../../support/interviewArbitrary.ts'
import { interviewFrom } from '../../support/interviews.ts'

const HEAD =
  '---\ntitle: Talk\nlanguage: en\nspeakers:\n  - { label: Host, role: interviewer }\n  - { label: Dr. Lee, role: guest }\n---\n\n'
const read = (...lines: string[]) => readMarkdown({ id: 'talk', text: HEAD + lines.join('\n\n') })
const FIRST_LINE = HEAD.split('\n').length

describe('an id behind a label', () => {
  it.each([
    'Dr. Lee {#my-answer}: Yes.',
    'Dr. Lee{#my-answer}: Yes.',
    'DR. LEE { #my-answer }： Yes.'.replace('{ #', '{#'),
    '**Dr. Lee** {#my-answer}: Yes.',
    '**Dr. Lee {#my-answer}**: Yes.',
    '**Dr. Lee {#my-answer}:** Yes.',
  ])('is the id of its turn: %s', (line) => {
    const { turns } = interviewFrom('talk', `${HEAD}Host: Well?\n\n${line}`)
    expect(turns[1]).toMatchObject({ id: 'my-answer', isPinned: true, speaker: 'Dr. Lee', paragraphs: ['Yes.'] })
    expect(turns[0]).not.toHaveProperty('isPinned')
  })

  it('is left to that turn by all others', () => {
    const { turns } = interviewFrom('talk', `${HEAD}Host: Bread?\n\nDr. Lee {#bread}: Yes, always.`)
    expect(turns.map(({ id }) => id)).toEqual(['bread-2', 'bread'])
  })

  it('is found in a text that declares no speakers', () => {
    const text =
      '---\ntitle: Talk\nlanguage: en\n---\n\nHost {#one}: Well?\n\nLee: Yes.\n\nHost: And?\n\nLee {#two}: No.'
    const { turns, speakers } = interviewFrom('talk', text)
    expect(speakers.map(({ label }) => label)).toEqual(['Host', 'Lee'])
    expect(turns.map(({ id }) => id)).toEqual(['one', 'yes', 'and', 'two'])
  })

  it('is words behind a backslash, and where no speaker stands before it', () => {
    const { turns } = interviewFrom(
      'talk',
      `${HEAD}Host: Well?\n\nDr. Lee: So:\n\n\\Host {#a}: no turn\n\nNote {#b}: text`,
    )
    expect(turns[1]?.paragraphs).toEqual(['So:', 'Host {#a}: no turn', 'Note {#b}: text'])
  })

  it.each([
    ['with white space in it', 'Host {#my answer}: Well?', 'Host {#my-answer}: …'],
    ['that is empty', 'Host {#}: Well?', 'Host {#words-joined-by-hyphens}: …'],
    ['that is too long', `Host {#${'a'.repeat(61)}}: Well?`, `Host {#${'a'.repeat(60)}}: …`],
    ['that is reserved', 'Host {#topics}: Well?', 'Host {#topics-discussed}: …'],
    ['that would leave the interview', 'Host {#../../etc}: Well?', 'Host {#etc}: …'],
  ])('%s is a problem', (_, line, correction) => {
    const result = read(line, 'Dr. Lee: Yes.')
    expect(result.ok ? [] : result.problems).toMatchObject([{ line: FIRST_LINE, correction }])
  })

  it('that another turn has is a problem that names both lines', () => {
    const result = read('Host {#a}: Well?', 'Dr. Lee {#A}: Yes.')
    expect(result.ok ? [] : result.problems).toMatchObject([
      { line: FIRST_LINE + 2, what: expect.stringContaining(`line ${FIRST_LINE}`), correction: 'Dr. Lee {#A-2}: …' },
    ])
  })

  it('is no part of a label', () => {
    const result = readMarkdown({ id: 'talk', text: `${HEAD.replace('label: Host', 'label: "Host {#a}"')}Host: Well?` })
    expect(result.ok ? [] : result.problems.map(({ correction }) => correction)).toContain('label: Host')
  })

  it('is written as it is read, in any interview', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (interview, pinned) => {
        const turns = interview.turns.map((turn, index) =>
          pinned[index] ? { ...turn, isPinned: true as const } : turn,
        )
        const text = writeMarkdown({ ...interview, turns })
        expect(readMarkdown({ id: interview.id, text })).toEqual({ ok: true, interview: { ...interview, turns } })
      }),
      { numRuns: 50 },
    )
  })
})
