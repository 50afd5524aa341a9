import type { Mark } from '../mark.ts'
import { MAX_IMPORT_LENGTH, marksFrom, parseJson, refused, type ImportedMarks } from './importProblem.ts'

/** What this program says of a mark beside what the vocabulary has words for. */
const OWN = 'colloquy'
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { [OWN]: 'urn:colloquy:mark', '@version': 1.1 }]

/**
 * Writes marks as an annotation collection (https://www.w3.org/TR/annotation-model/): a highlight, a bookmark or a comment each,
 * with a text-quote selector. `addressOf` gives the address of a mark's turn.
 */
export function writeAnnotations(marks: readonly Mark[], addressOf: (mark: Mark) => string): string {
  const items = marks.map((mark) => ({
    id: `urn:uuid:${mark.id}`,
    type: 'Annotation',
    motivation: mark.note === '' ? (mark.quote ? 'highlighting' : 'bookmarking') : 'commenting',
    created: mark.created,
    modified: mark.changed,
    ...(mark.note !== '' && { body: { type: 'TextualBody', format: 'text/plain', value: mark.note } }),
    target: {
      source: addressOf(mark),
      ...(mark.quote && {
        selector: {
          type: 'TextQuoteSelector',
          exact: mark.quote.exact,
          prefix: mark.quote.prefix,
          suffix: mark.quote.suffix,
        },
      }),
    },
    [OWN]: mark,
  }))
  const page = { type: 'AnnotationPage', startIndex: 0, items }
  return `${JSON.stringify({ '@context': CONTEXT, type: 'AnnotationCollection', label: 'Marks', total: items.length, first: page }, null, 2)}\n`
}

/** Reads what `writeAnnotations` writes. Never throws. */
export function readAnnotations(text: string): ImportedMarks {
  if (text.length > MAX_IMPORT_LENGTH) return refused(`The file is larger than ${MAX_IMPORT_LENGTH} characters.`)
  const json = parseJson(text)
  if (!json.ok) return refused(`This is no JSON: ${json.why}.`)
  const items = itemsOf(json.value)
  if (!items) return refused('This is no annotation collection: its first page has no list of items.')
  const marks = items.map((item) =>
    typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[OWN] : null,
  )
  const foreign = marks.findIndex((mark) => mark === undefined || mark === null)
  if (foreign >= 0) return refused(`Annotation ${foreign + 1} was not made here: it has no “${OWN}”.`)
  return marksFrom(marks, (index) => `Annotation ${index + 1}`)
}

function itemsOf(value: unknown): readonly unknown[] | null {
  const first = property(value, 'first') ?? value
  const items = property(first, 'items')
  return Array.isArray(items) ? items : null
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}
