import type { Interview } from './interview.ts'
import { MAX_QUERY_LENGTH, type SearchQuery } from './search.ts'
import { topicById } from './topics.ts'

export const NO_SEARCH: SearchQuery = { words: '', isExact: false, speaker: null, topic: null }

/**
 * Reads a search from the query of an address: `?q=open%20lines&exact=1&speaker=Dr.%20Carter&topic=china`. Never throws: a
 * speaker or topic that the interview has not is left aside, so is what cannot be read, and what is too long is cut.
 */
export function readSearch(interview: Pick<Interview, 'speakers' | 'topics'>, query: string): SearchQuery {
  const parameters = new Map<string, string>()
  for (const part of query.replace(/^\?/, '').split('&')) {
    const [key = '', ...rest] = part.split('=')
    if (!parameters.has(key)) parameters.set(key, decoded(rest.join('=')))
  }
  const speaker = parameters.get('speaker')
  const topic = topicById(interview, parameters.get('topic') ?? '')
  return {
    words: (parameters.get('q') ?? '').slice(0, MAX_QUERY_LENGTH),
    isExact: parameters.get('exact') === '1',
    speaker: interview.speakers.find(({ label }) => label === speaker)?.label ?? null,
    topic: topic?.id ?? null,
  }
}

/** How much of a parameter is decoded at most, in UTF-16 code units: percent signs make nine of one. */
const MOST_DECODED = MAX_QUERY_LENGTH * 9

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.slice(0, MOST_DECODED).replaceAll('+', ' '))
  } catch {
    return '' // a stray % or half a character: damaged on its way
  }
}

/** Writes the query that `readSearch` reads. */
export function writeSearch({ words, isExact, speaker, topic }: SearchQuery): string {
  const parts = [`q=${encoded(words.slice(0, MAX_QUERY_LENGTH))}`]
  if (isExact) parts.push('exact=1')
  if (speaker !== null) parts.push(`speaker=${encoded(speaker)}`)
  if (topic !== null) parts.push(`topic=${encoded(topic)}`)
  return `?${parts.join('&')}`
}

function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
}
