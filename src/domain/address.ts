/**
 * What an address carries besides its place. One grammar for all of it (the table is in DESIGN.md): the path names the
 * place, `?v=` is the fingerprint of its turn, `?quote=` its words. Keys that are not known are left alone.
 */

/** The longest fingerprint that is looked at, in UTF-16 code units. */
export const MAX_FINGERPRINT_LENGTH = 40
/** The longest quotation that a link carries, in UTF-16 code units before percent-encoding. */
export const MAX_QUOTE_LENGTH = 300

/** What a link carries to find its words again. */
export interface Baggage {
  readonly fingerprint: string | null
  /** As `formatQuote` wrote it. */
  readonly quote: string | null
  /** Whether something of it is damaged or too long, and was left aside. */
  readonly isDamaged: boolean
}

/** Whether the query of an address carries anything of this grammar. */
export function carriesMore(query: string): boolean {
  return /[?&](?:v|quote)=/.test(query)
}

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

/** Whether the query of an address carries a search. */
export function carriesSearch(query: string): boolean {
  return /[?&]q=/.test(query)
}

/** What of a query says how the interview is looked at, and stays while the reader moves in it: a search, a lens. */
const OF_VIEW = /^(?:q|exact|speaker|topic|lens)=/

/** The part of a query that says how the interview is looked at, as it stands there: `?q=china&lens=answers`; empty for none. */
export function viewOf(query: string): string {
  const kept = query
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => OF_VIEW.test(part))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

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

/** Writes the query that `readBaggage` reads; empty when there is nothing to carry. */
export function writeBaggage({ fingerprint, quote }: Pick<Baggage, 'fingerprint' | 'quote'>): string {
  const parts = []
  if (fingerprint) parts.push(`v=${fingerprint}`)
  if (quote) parts.push(`quote=${encodeForAddress(quote)}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
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

/** Half characters cannot be written in an address; everything else can. */
function encodeForAddress(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
