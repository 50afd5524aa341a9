import { encodeForAddress, MAX_FINGERPRINT_LENGTH, MAX_QUOTE_LENGTH, type Baggage } from './address.ts'

/** Reads the query of an address, `?v=…&quote=…`. Never throws: what cannot be read is left aside, and said. */
export function readBaggage(query: string): Baggage {
  const parameters = new Map<string, string>()
  for (const part of query.replace(/^\?/, '').split('&')) {
    const [key = '', ...rest] = part.split('=')
    if ((key === 'v' || key === 'quote') && !parameters.has(key)) parameters.set(key, rest.join('='))
  }
  const fingerprint = parameters.get('v') ?? null
  const quoted = parameters.get('quote') ?? null
  const quote = quoted === null ? null : decode(quoted)
  const isFingerprintFine =
    fingerprint === null || (fingerprint.length <= MAX_FINGERPRINT_LENGTH && /^[\w-]+$/.test(fingerprint))
  const isQuoteFine = quoted === null || (quote !== null && quote.length <= MAX_QUOTE_LENGTH)
  return {
    fingerprint: isFingerprintFine ? fingerprint : null,
    quote: isQuoteFine ? quote : null,
    isDamaged: !isFingerprintFine || !isQuoteFine,
  }
}

/** How much of a damaged query is decoded at most, in UTF-16 code units: `%` triples what it stands for, at least. */
const MOST_DECODED = MAX_QUOTE_LENGTH * 12

function decode(text: string): string | null {
  if (text.length > MOST_DECODED) return null
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null // a stray % or half a character: the link was damaged on its way
  }
}

/**
 * The fragment that makes other software mark the same words (WICG, URL Fragment Text Directives): the whole quotation,
 * or its first and last words when it is long. Its own signs, hyphen, comma and ampersand, are escaped.
 */
export function textFragment(words: string): string {
  const all = words.trim().split(/\s+/).filter(Boolean)
  if (all.length === 0) return ''
  if (all.length <= 2 * FRAGMENT_WORDS) return `#:~:text=${escape(all)}`
  return `#:~:text=${escape(all.slice(0, FRAGMENT_WORDS))},${escape(all.slice(-FRAGMENT_WORDS))}`
}

function escape(words: readonly string[]): string {
  return encodeForAddress(words.join(' ')).replaceAll('-', '%2D')
}

/** Words at either end of a long quotation: five are nearly always enough to be found once. */
const FRAGMENT_WORDS = 5

/** The lens that a query names, decoded; null when it names none, or it cannot be read. */
export function readLens(query: string): string | null {
  const found = /[?&]lens=([^&]{1,600})/.exec(query)
  return found?.[1] ? decode(found[1]) : null
}

/** A query with another lens in it, or with none. */
export function withLens(query: string, lens: string | null): string {
  const others = query
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('lens='))
  const parts = lens === null ? others : [...others, `lens=${encodeForAddress(lens)}`]
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
