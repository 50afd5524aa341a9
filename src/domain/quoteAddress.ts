import { MAX_QUOTE_LENGTH } from './address.ts'
import type { QuoteSelector } from './quote.ts'
import { snapped } from './characters.ts'
import { placedWordsOf } from './quoteWords.ts'

/** A quotation up to this length stands there whole: most sentences. Range 80 to 220, for the context beside it. */
const WHOLE_LENGTH = 220
/** Of a longer one, so much of its beginning and of its end: fifteen words or so, enough to be found after an edit. */
const END_LENGTH = 100
const CONTEXT_LENGTH = 32

/** What stands for the words left out, with their number. In the words themselves its bracket is escaped. */
const LEFT_OUT = / \[…(\d{1,6})…\] /u

/**
 * Writes a selector as it stands in an address (not yet percent-encoded): the words; `first words […37…] last words`
 * when they are many; `before|the words|after` when they stand more than once in their turn.
 */
export function formatQuote(selector: QuoteSelector): string {
  const words = withEnds(selector)
  const prefix = tidy(selector.prefix.slice(snapped(selector.prefix, selector.prefix.length - CONTEXT_LENGTH, 1)))
  const suffix = tidy(selector.suffix.slice(0, snapped(selector.suffix, CONTEXT_LENGTH, -1)))
  if (prefix === '' && suffix === '') return words
  const all = `${prefix}|${words}|${suffix}`
  return all.length <= MAX_QUOTE_LENGTH ? all : words
}

function withEnds({ exact, last }: QuoteSelector): string {
  if (last) return `${tidy(exact)} […${last.wordsBetween}…] ${tidy(last.exact)}`
  const whole = tidy(exact)
  if (whole.length <= WHOLE_LENGTH) return whole
  const text = exact.trim().replaceAll(/\s+/g, ' ')
  const first = text.slice(0, cutBefore(text, END_LENGTH)).trimEnd()
  const rest = text.slice(cutAfter(text, text.length - END_LENGTH)).trimStart()
  const between = placedWordsOf(text).length - placedWordsOf(first).length - placedWordsOf(rest).length
  return `${tidy(first)} […${Math.max(0, between)}…] ${tidy(rest)}`.slice(0, MAX_QUOTE_LENGTH)
}

/** The last place at or before `offset` where a word ends, or a character when the words are longer than that. */
function cutBefore(text: string, offset: number): number {
  const space = text.lastIndexOf(' ', offset)
  return space > offset / 2 ? space : snapped(text, offset, -1)
}

function cutAfter(text: string, offset: number): number {
  const space = text.indexOf(' ', offset)
  return space >= 0 && space < offset + (text.length - offset) / 2 ? space + 1 : snapped(text, offset, 1)
}

/** White space as one space, halves of characters out, and the signs of the grammar escaped. */
function tidy(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\|]|\[(?=…)/g, String.raw`\$&`)
}

/** Reads what an address carries; null when it is empty, over-long or not of the grammar. Never throws. */
export function parseQuote(text: string): QuoteSelector | null {
  if (text.length > MAX_QUOTE_LENGTH || /\p{Surrogate}/u.test(text)) return null
  const parts = partsOf(text)
  if (parts.length !== 1 && parts.length !== 3) return null
  const [prefix = '', words = '', suffix = ''] = parts.length === 3 ? parts : ['', ...parts]
  const gap = LEFT_OUT.exec(words)
  const exact = unescaped(gap ? words.slice(0, gap.index) : words)
  const lastWords = gap ? unescaped(words.slice(gap.index + gap[0].length)) : ''
  if (exact === '' || (gap && lastWords === '')) return null
  const selector = { exact, prefix: unescaped(prefix), suffix: unescaped(suffix) }
  return gap ? { ...selector, last: { exact: lastWords, wordsBetween: Number(gap[1]) } } : selector
}

/** The parts between bars, with their escapes. */
function partsOf(text: string): string[] {
  const parts = ['']
  for (const [piece] of text.matchAll(/\\.|[^\\]|\\$/gsu))
    if (piece === '|') parts.push('')
    else parts[parts.length - 1] += piece
  return parts
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gsu, '$1').trim()
}
