import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnnotations, writeAnnotations } from '../../../src/domain/marks/formats/annotations.ts'
import { readMarkdown, writeMarkdown } from '../../../src/domain/marks/formats/markdown.ts'
import { HOSTILE, markArbitrary } from '../../support/markArbitrary.ts'

const addressOf = () => 'https://example.org/interviews/bread/first-words/'
const marks = fc.uniqueArray(markArbitrary, { maxLength: 5, selector: ({ id }) => id })
const FORMATS = [
  ['Web Annotations', writeAnnotations, readAnnotations],
  ['Markdown', writeMarkdown, readMarkdown],
] as const

describe.each(FORMATS)('marks as %s', (name, write, read) => {
  test('come back exactly as they went out, whatever is written in them', () => {
    fc.assert(
      fc.property(marks, (some) => {
        fc.pre(some.length > 0 || name !== 'Markdown')
        expect(read(write(some, addressOf))).toEqual({ ok: true, marks: some, foreign: new Set(), isTrail: false })
      }),
    )
  })

  test('carry every hostile text letter by letter', () => {
    const [mark] = fc.sample(markArbitrary, 1)
    for (const [index, note] of HOSTILE.entries()) {
      const hostile = { ...mark!, id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, note, words: note }
      expect(read(write([hostile], addressOf))).toEqual({
        ok: true,
        marks: [hostile],
        foreign: new Set(),
        isTrail: false,
      })
    }
  })

  test('are none in any other text, which is said and never thrown', () => {
    fc.assert(fc.property(fc.string(), (text) => !read(text).ok))
    for (const text of [...HOSTILE, '{"__proto__": {"items": []}}', '[[[[', 'null', '{"first":{"items":[{}]}}', '[]'])
      expect(read(text)).toMatchObject({ ok: false, problems: [expect.stringMatching(/.+\.$/)] })
    expect(({} as { items?: unknown }).items).toBeUndefined()
  })

  test('with something wrong in one of them are refused, with the place', () => {
    const [one, other] = fc.sample(markArbitrary, 2)
    const wrong = { ...other!, changed: 'yesterday' }
    const read_ = read(write([one!, wrong], addressOf))
    expect(read_).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^(Annotation 2|Line \d+): its changed should be a time such as/)],
    })
  })
})

test('a Web Annotation says what it is to programs that know nothing of this one', () => {
  const [sample] = fc.sample(markArbitrary, 1)
  const mark = { ...sample!, note: 'Mine', quote: { exact: 'open lines', prefix: 'emphasized ', suffix: ' of' } }
  const collection = JSON.parse(writeAnnotations([mark], addressOf)) as { first: { items: unknown[] } }
  expect(collection).toMatchObject({ type: 'AnnotationCollection', total: 1 })
  expect(collection.first.items[0]).toMatchObject({
    id: `urn:uuid:${mark.id}`,
    type: 'Annotation',
    motivation: 'commenting',
    body: { type: 'TextualBody', value: 'Mine' },
    target: { source: addressOf(), selector: { type: 'TextQuoteSelector', exact: 'open lines' } },
  })
})

test('Markdown shows words and notes as they are, with who said them and where', () => {
  const [sample] = fc.sample(markArbitrary, 1)
  const mark = { ...sample!, title: 'Bread', speaker: 'Baker', words: 'Rye *and* <b>', note: '# no heading' }
  const text = writeMarkdown([mark], addressOf)
  expect(text).toContain(String.raw`> Rye \*and\* \<b\>`)
  expect(text).toContain('— Baker, “Bread”, <https://example.org/interviews/bread/first-words/>')
  expect(text).toContain(String.raw`\# no heading`)
})
