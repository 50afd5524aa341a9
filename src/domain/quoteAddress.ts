import type { QuoteSelector } from './quote.ts'
import { placedWordsOf, snapped } from './quoteWords.ts'

/** The longest quotation in an address, in UTF-16 code units before percent-encoding. */
export const MAX_QUOTE_LENGTH = 300
/** A quotation up to this length stands there whole: most sentences. Range 80 to 220, for the context beside it. */
const WHOLE_LENGTH = 220
/** Of a longer one, so much of its beginning and of its end: ten words or so, enough to be found after an edit. */
const END_LENGTH = 100
const CONTEXT_LENGTH = 32

/** What stands for the words left out, with their number. */
const LEFT_OUT = /\[…(\d{1,6})…\]/u

/**
 * Writes a selector as it stands in an address (not yet percent-encoded): the words; `first words […37…] last words`
 * when they are many; `before|the words|after` when they stand more than once in their turn.
 */
export function formatQuote(selector: QuoteSelector): string {
  const { prefix, suffix } = selector
  const words = tidy(withEnds(selector))
  if (prefix.trim() === '' && suffix.trim() === '') return words
  return [
    tidy(prefix.slice(snapped(prefix, prefix.length - CONTEXT_LENGTH, 1))),
    words,
    tidy(suffix.slice(0, snapped(suffix, CONTEXT_LENGTH, -1))),
  ].join('|')
}

function withEnds(selector: QuoteSelector): string {
  const { exact, last } = selector
  if (last) return `${exact} […${last.wordsBetween}…] ${last.exact}`
  if (tidy(exact).length <= WHOLE_LENGTH && !LEFT_OUT.test(exact)) return exact
  const text = exact.trim().replaceAll(/\s+/g, ' ')
  const first = text.slice(0, cutBefore(text, Math.min(END_LENGTH, text.length >> 1)))
  const rest = text.slice(cutAfter(text, Math.max(text.length - END_LENGTH, text.length >> 1)))
  const between = placedWordsOf(text).length - placedWordsOf(first).length - placedWordsOf(rest).length
  return `${first.trimEnd()} […${Math.max(0, between)}…] ${rest.trimStart()}`
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
    .replaceAll(/[\\|]/g, String.raw`\$&`)
}

/** Reads what an address carries; null when it is empty, over-long or not of the grammar. Never throws. */
export function parseQuote(text: string): QuoteSelector | null {
  if (text.length > MAX_QUOTE_LENGTH || /\p{Surrogate}/u.test(text)) return null
  const parts = unescapedParts(text)
  if (parts.length !== 1 && parts.length !== 3) return null
  const [prefix, words, suffix] = parts.length === 3 ? parts : ['', parts[0], '']
  const gap = LEFT_OUT.exec(words ?? '')
  const exact = (gap ? words!.slice(0, gap.index) : (words ?? '')).trim()
  const lastWords = gap ? words!.slice(gap.index + gap[0].length).trim() : ''
  if (exact === '' || (gap && lastWords === '')) return null
  const selector = { exact, prefix: prefix ?? '', suffix: suffix ?? '' }
  return gap ? { ...selector, last: { exact: lastWords, wordsBetween: Number(gap[1]) } } : selector
}

/** The parts between bars, each without its escapes. */
function unescapedParts(text: string): string[] {
  const parts = ['']
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '|') parts.push('')
    else {
      if (text[at] === '\\' && at + 1 < text.length) at += 1
      parts[parts.length - 1] += text[at]!
    }
  }
  return parts
}
