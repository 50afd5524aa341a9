import { snapped } from '../../characters.ts'
import type { QuoteSelector } from '../../quote.ts'
import { NO_TURN } from '../mark.ts'
import { uuidFrom } from '../uuidFrom.ts'
import { readAnnotationSource, type AnnotationSource } from './annotationSource.ts'

/**
 * An annotation of another program (https://www.w3.org/TR/annotation-model/, and as Hypothesis exports them) as what a mark can be
 * read from, one for each target; or what of it is not understood, as a sentence goes on behind its number.
 */
export type ForeignAnnotation = { readonly marks: readonly unknown[] } | { readonly why: string }

/** How much of the words on either side goes with a quotation, in UTF-16 code units: as in quote.ts. */
const CONTEXT_LENGTH = 32
/** Selectors may be refined by selectors; no program goes so deep. */
const MOST_LEVELS = 8
/** What is shown of an address that is not of this site, in UTF-16 code units. */
const MOST_SHOWN = 80
const PLAIN = /^text\/(?:plain|(?:x-)?markdown)\s*(?:;|$)/i
/** When an annotation was made, where it does not say: before everything. */
const SOMETIME = '1970-01-01T00:00:00.000Z'

/** Reads an annotation that was not made here. `sites` are the addresses of this site. */
export function readForeignAnnotation(item: unknown, sites: readonly string[]): ForeignAnnotation {
  if (!isRecord(item) || !isAnnotation(item)) return { why: 'is no annotation: its type is another' }
  const targets = listOf(item['target'] ?? item['uri'])
  if (targets.length === 0) return { why: 'has no target' }
  const bodies = bodiesOf(item)
  if ('why' in bodies) return bodies
  const created = timeOf(item['created']) ?? timeOf(item['modified']) ?? timeOf(item['updated']) ?? SOMETIME
  const changed = timeOf(item['modified']) ?? timeOf(item['updated']) ?? created
  const marks = []
  for (const [index, target] of targets.entries()) {
    const place = placeOf(target, sites)
    if ('why' in place) return place
    marks.push({
      id: idOf(item, index, [place.interview, place.turn, place.quote, bodies.note]),
      ...place,
      title: place.interview,
      speaker: '',
      words: place.quote?.exact ?? '',
      note: bodies.note,
      created,
      changed,
    })
  }
  return { marks }
}

function isAnnotation(item: Record<string, unknown>): boolean {
  const types = listOf(item['type'])
  // What Hypothesis exports has no type.
  return types.length > 0 ? types.includes('Annotation') : typeof item['uri'] === 'string'
}

type Place = AnnotationSource & { readonly quote: QuoteSelector | null }

function placeOf(target: unknown, sites: readonly string[]): Place | { readonly why: string } {
  const specific = isRecord(target) ? target : {}
  const source = addressOf(specific['source']) ?? addressOf(target)
  if (source === null) return { why: 'has a target without an address' }
  const about = readAnnotationSource(source, sites)
  const shown = source.slice(0, snapped(source, MOST_SHOWN, -1))
  if (about === 'elsewhere') return { why: `is about another site: ${shown}` }
  if (about === 'no interview') return { why: `is about a page that is no interview: ${shown}` }
  const { interview, turn, fingerprint } = about
  const selectors = listOf(specific['selector'])
  if (selectors.length === 0)
    return turn
      ? { interview, turn, fingerprint, quote: null }
      : { why: 'is about a whole interview: a mark is on a turn, or on words' }
  const quote = quoteOf(selectors, MOST_LEVELS)
  return quote
    ? { interview, turn: turn ?? NO_TURN, fingerprint, quote }
    : { why: 'has no TextQuoteSelector with words to find' }
}

/** The first text-quote selector among some, and those that they are refined by. */
function quoteOf(selectors: readonly unknown[], levels: number): QuoteSelector | null {
  for (const selector of selectors) {
    if (!isRecord(selector)) continue
    const { type, exact, prefix = '', suffix = '' } = selector
    if (listOf(type).includes('TextQuoteSelector') && isText(exact) && exact.trim() !== '') {
      if (!isText(prefix) || !isText(suffix)) return null
      return {
        exact,
        prefix: prefix.slice(snapped(prefix, prefix.length - CONTEXT_LENGTH, 1)),
        suffix: suffix.slice(0, snapped(suffix, CONTEXT_LENGTH, -1)),
      }
    }
    const within = [...listOf(selector['refinedBy']), ...listOf(selector['items'])]
    const found = levels > 0 ? quoteOf(within, levels - 1) : null
    if (found) return found
  }
  return null
}

/** What was written: every text as it is, letter by letter, and the tags behind it. */
function bodiesOf(item: Record<string, unknown>): { readonly note: string } | { readonly why: string } {
  const texts: string[] = []
  const tags: string[] = listOf(item['tags']).filter(isText)
  for (const body of [
    ...listOf(item['body']),
    ...listOf(item['bodyValue']).map(asBody),
    ...listOf(item['text']).map(asBody),
  ]) {
    if (!isRecord(body) || !isText(body['value'])) return { why: 'has a body that is no text' }
    const { value, format, purpose } = body
    if (format !== undefined && !(isText(format) && PLAIN.test(format)))
      return {
        why: `has a body that is no plain text: ${isText(format) ? format.slice(0, MOST_SHOWN) : 'its format is another'}`,
      }
    if (value === '') continue
    if (listOf(purpose).includes('tagging')) tags.push(value)
    else texts.push(value)
  }
  if (tags.length > 0) texts.push(tags.map((tag) => `#${tag}`).join(' '))
  return { note: texts.join('\n\n') }
}

function asBody(value: unknown) {
  return { value }
}

/** The same UUID each time that the same annotation is read: its own, or one made of its id or else of what it says. */
function idOf({ id }: Record<string, unknown>, index: number, says: readonly unknown[]): string {
  const [, uuid] = isText(id) ? (/^(?:urn:uuid:)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(id) ?? []) : []
  if (uuid && index === 0) return uuid.toLowerCase()
  return uuidFrom(JSON.stringify([index, ...(isText(id) ? [id] : says)]))
}

function timeOf(value: unknown): string | null {
  const time = isText(value) ? Date.parse(value) : Number.NaN
  const written = Number.isNaN(time) ? '' : new Date(time).toISOString()
  return /^\d{4}-/.test(written) ? written : null
}

function addressOf(value: unknown): string | null {
  if (isText(value)) return value
  return isRecord(value) && isText(value['id']) ? value['id'] : null
}

/** One or several, as JSON-LD has them. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
