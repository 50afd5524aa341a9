import type { Mark } from '../mark.ts'
import { readForeignAnnotation } from './foreignAnnotation.ts'
import { MAX_IMPORT_LENGTH, marksFrom, parseJson, refused, type ImportedMarks } from './importProblem.ts'

/** What this program says of a mark beside what the vocabulary has words for. */
const OWN = 'colloquy'
/** Where annotations stand in a page; in what Hypothesis exports, and in what its search hands out. */
const LISTS = ['items', 'annotations', 'rows']
/** What is shown of an address, in UTF-16 code units. */
const MOST_SHOWN = 80
/** The label of a collection that is a trail. */
const TRAIL_LABEL = 'Trail'
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { [OWN]: 'urn:colloquy:mark', '@version': 1.1 }]

/**
 * Writes marks as an annotation collection (https://www.w3.org/TR/annotation-model/): a highlight, a bookmark or a comment each,
 * with a text-quote selector. `addressOf` gives the address of a mark's turn. The label says whether they are a trail, to be followed
 * in their order.
 */
export function writeAnnotations(
  marks: readonly Mark[],
  addressOf: (mark: Mark) => string,
  label: 'Marks' | typeof TRAIL_LABEL = 'Marks',
): string {
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
  return `${JSON.stringify({ '@context': CONTEXT, type: 'AnnotationCollection', label, total: items.length, first: page }, null, 2)}\n`
}

/**
 * Reads annotations: what `writeAnnotations` writes, and those of other programs on the interviews here, as one, as a list, a page or
 * a collection. `sites` are the whole addresses that this site has, each with a slash at its end. Never throws.
 */
export function readAnnotations(text: string, sites: readonly string[] = []): ImportedMarks {
  if (text.length > MAX_IMPORT_LENGTH) return refused(`The file is larger than ${MAX_IMPORT_LENGTH} characters.`)
  const json = parseJson(text)
  if (!json.ok) return refused(`This is no JSON: ${json.why}.`)
  const items = itemsOf(json.value)
  if (!items) return refused('These are no annotations: there is neither an annotation nor a list of them.')
  if (typeof items === 'string')
    return refused(`Not all annotations are in the file: it goes on at ${items.slice(0, MOST_SHOWN)}.`)
  const values: unknown[] = []
  const places: string[] = []
  const foreign = new Set<number>()
  const problems: string[] = []
  for (const [index, item] of items.entries()) {
    const place = `Annotation ${index + 1}`
    const own = property(item, OWN)
    const read = own == null ? readForeignAnnotation(item, sites) : { marks: [own] }
    if ('why' in read) problems.push(`${place} ${read.why}.`)
    else
      for (const mark of read.marks) {
        if (own == null) foreign.add(values.length)
        values.push(mark)
        places.push(place)
      }
  }
  if (problems.length > 0) return { ok: false, problems }
  return marksFrom(values, {
    where: (index) => places[index] ?? '',
    isForeign: (index) => foreign.has(index),
    isTrail: values.length > 0 && property(json.value, 'label') === TRAIL_LABEL,
  })
}

/**
 * The annotations of a document: of a list, a page, a collection with its pages in it, an export of Hypothesis, or one alone. Null
 * where there are none; an address where the rest of them is.
 */
function itemsOf(value: unknown): readonly unknown[] | string | null {
  if (Array.isArray(value)) return value.length > 0 ? value : null
  const items: unknown[] = []
  let hasList = false
  for (let page = property(value, 'first') ?? value; page != null; page = property(page, 'next')) {
    if (typeof page === 'string') return page
    const here = LISTS.map((name) => property(page, name)).find(Array.isArray) as readonly unknown[] | undefined // checked
    if (!here) break
    hasList = true
    for (const item of here) items.push(item)
  }
  if (hasList) return items
  return property(value, 'target') === undefined ? null : [value]
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name] // it has it
    : undefined
}
