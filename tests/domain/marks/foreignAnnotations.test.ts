import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnnotations } from '../../../src/domain/marks/formats/annotations.ts'
import { readAnnotationSource } from '../../../src/domain/marks/formats/annotationSource.ts'
import { NO_TURN } from '../../../src/domain/marks/mark.ts'
import { turnWithWords } from '../../../src/domain/marks/turnWithWords.ts'
import { uuidFrom } from '../../../src/domain/marks/uuidFrom.ts'
import { interviewFrom } from '../../support/interviews.ts'
import { HOSTILE } from '../../support/markArbitrary.ts'

const SITES = ['https://example.org/colloquy/', 'http://localhost:4173/']
const BREAD = 'https://example.org/colloquy/interviews/bread/'
const selector = { type: 'TextQuoteSelector', exact: 'warm hands', prefix: 'patience, ', suffix: ' and flour' }
const annotation = {
  id: 'https://elsewhere.example/anno/1',
  type: 'Annotation',
  created: '2024-02-03T04:05:06.789012+02:00',
  body: { type: 'TextualBody', value: 'mine', format: 'text/markdown' },
  target: { source: BREAD, selector },
}
const read = (value: unknown) => readAnnotations(JSON.stringify(value), SITES)
const marksOf = (value: unknown) => {
  const result = read(value)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.marks
}
const problemsOf = (value: unknown) => {
  const result = read(value)
  return result.ok ? [] : result.problems
}

describe('an annotation of another program', () => {
  test('becomes a mark of its words, with what was written', () => {
    const result = read(annotation)
    expect(result).toMatchObject({
      ok: true,
      marks: [
        {
          interview: 'bread',
          turn: NO_TURN,
          words: 'warm hands',
          quote: { exact: 'warm hands', prefix: 'patience, ', suffix: ' and flour' },
          note: 'mine',
          created: '2024-02-03T02:05:06.789Z',
        },
      ],
    })
    expect(result.ok && [...result.foreign]).toEqual(marksOf(annotation).map(({ id }) => id))
  })

  test.each([
    ['alone', annotation],
    ['in a list', [annotation]],
    ['in a page', { type: 'AnnotationPage', items: [annotation] }],
    ['in a collection', { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [annotation] } }],
    ['in a second page', { first: { items: [], next: { items: [annotation] } } }],
    [
      'on a page given by its address alone',
      [{ ...annotation, target: [{ ...annotation.target, source: { id: BREAD } }] }],
    ],
    [
      'among other selectors',
      {
        ...annotation,
        target: { source: BREAD, selector: [{ type: 'TextPositionSelector', start: 1, end: 2 }, selector] },
      },
    ],
    [
      'refining another',
      {
        ...annotation,
        target: { source: BREAD, selector: { type: 'FragmentSelector', value: 'x', refinedBy: selector } },
      },
    ],
    [
      'as one of several ways',
      { ...annotation, target: { source: BREAD, selector: { type: 'Choice', items: [selector] } } },
    ],
  ])('is read %s', (_, document) => {
    expect(marksOf(document)).toMatchObject([{ words: 'warm hands', note: 'mine', interview: 'bread' }])
  })

  test('is read as Hypothesis exports it, with its tags', () => {
    const exported = {
      export_date: '2024-01-01T00:00:00Z',
      annotations: [
        {
          id: 'aBcDeFgHiJkLmNoPqRsTuV',
          created: '2024-01-01T00:00:00.123456+00:00',
          updated: '2024-01-02T00:00:00+00:00',
          uri: BREAD,
          text: 'a *note*',
          tags: ['baking', 'hands'],
          target: [{ source: BREAD, selector: [{ type: 'RangeSelector', startContainer: '/p[1]' }, selector] }],
        },
      ],
    }
    expect(marksOf(exported)).toMatchObject([
      { note: 'a *note*\n\n#baking #hands', changed: '2024-01-02T00:00:00.000Z', words: 'warm hands' },
    ])
  })

  test('is the same mark each time, and on several targets several marks', () => {
    expect(marksOf(annotation)).toEqual(marksOf([annotation]))
    const bare = { ...annotation, id: undefined, created: undefined }
    expect(marksOf(bare)).toEqual(marksOf(bare))
    expect(marksOf(bare)[0]?.id).not.toBe(marksOf({ ...bare, body: undefined })[0]?.id)
    const own = 'urn:uuid:00000000-0000-4000-8000-00000000000A'
    expect(marksOf({ ...annotation, id: own })[0]?.id).toBe('00000000-0000-4000-8000-00000000000a')
    const two = marksOf({ ...annotation, target: [annotation.target, { source: `${BREAD}first-words/` }] })
    expect(two).toMatchObject([{ words: 'warm hands' }, { turn: 'first-words', quote: null }])
    expect(new Set(two.map(({ id }) => id)).size).toBe(2)
  })

  test.each([
    [
      { ...annotation, target: { source: 'https://example.com/interviews/bread/', selector } },
      'Annotation 1 is about another site: https://example.com/interviews/bread/.',
    ],
    [
      { ...annotation, target: { source: 'https://example.org/colloquy/format/', selector } },
      'Annotation 1 is about a page that is no interview: https://example.org/colloquy/format/.',
    ],
    [
      { ...annotation, target: { source: BREAD } },
      'Annotation 1 is about a whole interview: a mark is on a turn, or on words.',
    ],
    [
      { ...annotation, target: { source: BREAD, selector: { type: 'TextPositionSelector', start: 0, end: 4 } } },
      'Annotation 1 has no TextQuoteSelector with words to find.',
    ],
    [
      { ...annotation, body: { type: 'TextualBody', value: '<b>x</b>', format: 'text/html' } },
      'Annotation 1 has a body that is no plain text: text/html.',
    ],
    [{ ...annotation, body: 'https://example.com/body' }, 'Annotation 1 has a body that is no text.'],
    [
      { ...annotation, target: undefined },
      'These are no annotations: there is neither an annotation nor a list of them.',
    ],
    [[annotation, { ...annotation, target: undefined }], 'Annotation 2 has no target.'],
    [[annotation, 7], 'Annotation 2 is no annotation: its type is another.'],
    [[annotation, { ...annotation, type: 'Person' }], 'Annotation 2 is no annotation: its type is another.'],
    [
      { first: 'https://example.org/page-1' },
      'Not all annotations are in the file: it goes on at https://example.org/page-1.',
    ],
    [
      [{ ...annotation, body: { value: 'x'.repeat(20_001) } }],
      'Annotation 1: its note should be a text of at most 20000 characters.',
    ],
  ])('that is not understood is refused, with the reason: %#', (document, problem) => {
    expect(problemsOf(document)).toEqual([problem])
  })

  test('carries every hostile text letter by letter', () => {
    for (const text of HOSTILE.filter((each) => each.trim() !== '')) {
      const hostile = {
        ...annotation,
        body: { value: text },
        target: { source: BREAD, selector: { ...selector, exact: text } },
      }
      expect(marksOf(hostile)).toMatchObject([{ note: text, words: text }])
      expect(problemsOf({ ...annotation, target: { source: text, selector } })).toHaveLength(1)
    }
  })

  test('of any shape is read or refused, and nothing is thrown', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>('Annotation', 'TextQuoteSelector', BREAD, null, 7, ''),
        fc.string(),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'id',
            'type',
            'target',
            'source',
            'selector',
            'exact',
            'body',
            'value',
            'items',
            'first',
            'next',
            'refinedBy',
            '__proto__',
          ),
          tie('node'),
        ),
      ),
    })).node
    fc.assert(fc.property(value, (any) => typeof read(any).ok === 'boolean'))
    for (const deep of ['{"next":', '{"refinedBy":', '['])
      expect(readAnnotations(`{"target":${deep.repeat(20_000)}`, SITES).ok).toBe(false)
    const nested = (open: string, close: string) => `${open.repeat(50_000)}1${close.repeat(50_000)}`
    for (const text of [nested('{"items":[],"next":', '}'), `{"type":"Annotation","target":${nested('[', ']')}}`])
      expect(typeof readAnnotations(text, SITES).ok).toBe('boolean')
  })
})

test('an address of this site names an interview and its turn, and any other does not', () => {
  const source = (address: string) => readAnnotationSource(address, SITES)
  expect(source(`${BREAD}first-words/?v=abc-_&quote=x#y`)).toEqual({
    interview: 'bread',
    turn: 'first-words',
    fingerprint: 'abc-_',
  })
  expect(source('HTTP://EXAMPLE.org/colloquy/interviews/bread')).toMatchObject({ interview: 'bread', turn: null })
  expect(source('http://localhost:4173/interviews/bread/topics/china/')).toMatchObject({ turn: null })
  expect(source(`${BREAD}%C3%BAltima-palabra/index.html`)).toMatchObject({ turn: 'última-palabra' })
  for (const elsewhere of [
    '',
    '/interviews/bread/',
    'https://example.org/interviews/bread/',
    'https://example.org@evil.example/colloquy/interviews/bread/',
    'https://example.org.evil.example/colloquy/interviews/bread/',
    'javascript:alert(1)',
    'file:///colloquy/interviews/bread/',
  ])
    expect([elsewhere, source(elsewhere)]).toEqual([elsewhere, 'elsewhere'])
  for (const none of [
    'interviews/',
    'interviews/../',
    'interviews/bread/a/b/',
    'interviews/bread/%/',
    'interviews/a%2Fb/',
  ])
    expect([none, source(`https://example.org/colloquy/${none}`)]).toEqual([none, 'no interview'])
})

test('words tell their turn by what stands around them, or by the turn that is named', () => {
  const interview = interviewFrom(
    'bread',
    '---\ntitle: T\nlanguage: en\nspeakers:\n  - { label: A, role: interviewer }\n  - { label: B, role: guest }\n---\n\nA: Is it the flour, you say?\n\nB: Yes, the flour and the  water.\n\nA: So the flour and the salt.\n',
  )
  const find = (exact: string, { prefix = '', suffix = '', hint = null as number | null } = {}) =>
    turnWithWords(interview, { exact, prefix, suffix }, hint)
  expect(find('the water')).toBe(1)
  expect(find('the flour')).toBeNull()
  expect(find('the flour', { hint: 2 })).toBe(2)
  expect(find('the flour', { suffix: ' and the salt' })).toBe(2)
  expect(find('the flour', { prefix: 'Yes,\n' })).toBe(1)
  expect(find('the oven', { hint: 1 })).toBeNull()
})

test('a UUID is the same for a text, and another for another', () => {
  const texts = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(texts, (some) => {
      const ids = some.map(uuidFrom)
      expect(new Set(ids).size).toBe(some.length)
      expect(ids).toEqual(some.map(uuidFrom))
      for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    }),
  )
  expect(new Set(Array.from({ length: 20_000 }, (_, index) => uuidFrom(`["0","${index}"]`))).size).toBe(20_000)
})
