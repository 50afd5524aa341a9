import type { Interview } from '../domain/interview.ts'
import { interviewPath } from '../domain/link.ts'
import { escapeMarkup } from './markup.ts'
import { FEED_FILE, SITE_LANGUAGE, SITE_NAME } from './site.ts'

/** A feed holds the entries that changed last; the sitemap names all pages. */
const MAX_ENTRIES = 100

/** An interview with the date of its file, as RFC 3339 writes it. */
export interface PublishedInterview {
  readonly interview: Interview
  readonly updated: string
}

/**
 * The interviews as an Atom feed (RFC 4287), those whose file changed last first; null when there are none, since a feed
 * has to say when it was updated. An entry’s id is its canonical address.
 */
export function atomFeed(siteUrl: string, published: readonly PublishedInterview[]): string | null {
  const entries = published
    .toSorted(
      (one, other) => other.updated.localeCompare(one.updated) || (one.interview.id < other.interview.id ? -1 : 1),
    )
    .slice(0, MAX_ENTRIES)
  const [newest] = entries
  if (!newest) return null
  const feedUrl = escapeMarkup(siteUrl + FEED_FILE)
  const site = escapeMarkup(siteUrl)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${SITE_LANGUAGE}">`,
    `<id>${site}</id>`,
    `<title>${SITE_NAME}</title>`,
    `<updated>${newest.updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${feedUrl}"/>`,
    `<link rel="alternate" type="text/html" href="${site}"/>`,
    ...entries.map((entry) => atomEntry(siteUrl, entry)),
    '</feed>',
    '',
  ].join('\n')
}

function atomEntry(siteUrl: string, { interview, updated }: PublishedInterview): string {
  const { id, title, summary, language, speakers, topics } = interview
  const url = escapeMarkup(siteUrl + interviewPath(id).slice(1))
  return [
    `<entry xml:lang="${escapeMarkup(language)}">`,
    `<id>${url}</id>`,
    `<title>${escapeMarkup(title)}</title>`,
    `<updated>${updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${url}"/>`,
    ...speakers.map(({ name }) => `<author><name>${escapeMarkup(name)}</name></author>`),
    ...topics.map((topic) => `<category term="${escapeMarkup(topic.id)}" label="${escapeMarkup(topic.label)}"/>`),
    summary && `<summary>${escapeMarkup(summary)}</summary>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}
