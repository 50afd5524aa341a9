import { escapeMarkup } from './markup.ts'
import { SITEMAP_FILE } from './site.ts'

/** The most that one sitemap may name (sitemaps.org). */
const MAX_ADDRESSES = 50_000

export interface SitemapEntry {
  /** From the site’s root: `/format/`. */
  readonly path: string
  /** When it last changed, as RFC 3339 writes it; null when nobody can say. */
  readonly updated: string | null
}

/** The sitemap, by file name: one file, or above 50,000 addresses an index of several. */
export function sitemapFiles(
  siteUrl: string,
  entries: readonly SitemapEntry[],
  most = MAX_ADDRESSES,
): Map<string, string> {
  if (entries.length <= most) return new Map([[SITEMAP_FILE, listOf('urlset', 'url', siteUrl, entries)]])
  const parts = Array.from({ length: Math.ceil(entries.length / most) }, (_, part) => ({
    file: `sitemap-${part + 1}.xml`,
    entries: entries.slice(part * most, (part + 1) * most),
  }))
  const index = parts.map(({ file }) => ({ path: `/${file}`, updated: null }))
  return new Map([
    [SITEMAP_FILE, listOf('sitemapindex', 'sitemap', siteUrl, index)],
    ...parts.map((part) => [part.file, listOf('urlset', 'url', siteUrl, part.entries)] as const),
  ])
}

function listOf(list: string, item: string, siteUrl: string, entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ path, updated }) => {
    const address = `<loc>${escapeMarkup(siteUrl + path.slice(1))}</loc>`
    return `<${item}>${address}${updated ? `<lastmod>${updated}</lastmod>` : ''}</${item}>`
  })
  const open = `<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`
  return ['<?xml version="1.0" encoding="utf-8"?>', open, ...lines, `</${list}>`, ''].join('\n')
}

/** Everything may be found. Read by crawlers only where the site stands at the root of its host. */
export function robotsText(siteUrl: string): string {
  return `User-agent: *\nDisallow:\n\nSitemap: ${siteUrl}${SITEMAP_FILE}\n`
}
