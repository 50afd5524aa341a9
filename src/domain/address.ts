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

/** Whether the query of an address names a lens. */
export function carriesLens(query: string): boolean {
  return /[?&]lens=/.test(query)
}

/** Whether the query of an address carries a search. */
export function carriesSearch(query: string): boolean {
  return /[?&]q=/.test(query)
}

/** What of a query says how the interview is looked at, and stays while the reader moves in it: a search, a lens. */
const OF_VIEW = /^(?:q|exact|speaker|topic|lens)=/

/**
 * The part of a query that says how the interview is looked at, as it stands there: `?q=china&lens=answers`; empty for none. Behind
 * it a fragment that carries a trail.
 */
export function viewOf(query: string, fragment = ''): string {
  const kept = query
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => OF_VIEW.test(part))
  return (kept.length > 0 ? `?${kept.join('&')}` : '') + (carriesTrail(fragment) ? fragment : '')
}

/** Whether the fragment of an address carries a trail. */
export function carriesTrail(fragment: string): boolean {
  return fragment.startsWith('#trail=')
}

/** Writes the query that `readBaggage` reads; empty when there is nothing to carry. */
export function writeBaggage({ fingerprint, quote }: Pick<Baggage, 'fingerprint' | 'quote'>): string {
  const parts = []
  if (fingerprint) parts.push(`v=${fingerprint}`)
  if (quote) parts.push(`quote=${encodeForAddress(quote)}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** Encodes a text for an address. Half characters cannot be written in one; everything else can. */
export function encodeForAddress(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
