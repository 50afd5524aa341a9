import { escapeMarkup, unescapeMarkup } from './markup.ts'
import { IMAGE_HEIGHT, IMAGE_WIDTH } from './shareDrawing.ts'
import { FEED_FILE, SITE_NAME } from './site.ts'

/** What a page says of itself, as its view rendered it. */
export interface PageHeadTexts {
  readonly title: string
  readonly description: string
  /** Its canonical address. */
  readonly url: string
}

export interface PreviewImage {
  readonly url: string
  readonly alt: string
}

interface Preview extends PageHeadTexts {
  readonly siteUrl: string
  readonly kind: 'article' | 'website'
  /** A BCP 47 language tag. */
  readonly language: string
  readonly image: PreviewImage | null
  /** Null for a page without an oEmbed file. */
  readonly oEmbedUrl: string | null
  /** Whether only what nothing else says is to be said: what an image is, and the address, are told by themselves. */
  readonly isSmall: boolean
  /** Whether the site has a feed: one without interviews has none. */
  readonly hasFeed: boolean
  /** The topic of an article; null when it has none. */
  readonly section: string | null
}

/** Reads what React hoisted to the start of a page; null for a page without an address of its own. */
export function readPageHead(rendered: string): PageHeadTexts | null {
  const find = (pattern: RegExp) => unescapeMarkup(pattern.exec(rendered)?.[1] ?? '')
  const url = find(/<link rel="canonical" href="([^"]*)"/)
  if (!url) return null
  return { title: find(/<title>([^<]*)/), description: find(/<meta name="description" content="([^"]*)"/), url }
}

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escapeMarkup(content)}">`
}

function named(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeMarkup(content)}">`
}

function alternate(type: string, href: string, label: string): string {
  return `<link rel="alternate" type="${type}" href="${escapeMarkup(href)}" title="${escapeMarkup(label)}">`
}

/**
 * The tags by which others show a page: Open Graph, Twitter (which takes from Open Graph what it has no tag of its own
 * for), oEmbed and the feed.
 */
export function previewTags(preview: Preview): string {
  const { title, description, url, siteUrl, kind, language, image, oEmbedUrl, isSmall, hasFeed, section } = preview
  return [
    property('og:type', kind),
    property('og:site_name', SITE_NAME),
    property('og:title', title),
    property('og:description', description),
    isSmall ? '' : property('og:url', url),
    property('og:locale', openGraphLocale(language)),
    section ? property('article:section', section) : '',
    ...(image
      ? [
          property('og:image', image.url),
          isSmall ? '' : property('og:image:type', 'image/png'),
          property('og:image:width', String(IMAGE_WIDTH)),
          property('og:image:height', String(IMAGE_HEIGHT)),
          property('og:image:alt', image.alt),
          named('twitter:card', 'summary_large_image'),
          isSmall ? '' : named('twitter:image:alt', image.alt),
        ]
      : [named('twitter:card', 'summary')]),
    oEmbedUrl ? alternate('application/json+oembed', oEmbedUrl, title) : '',
    hasFeed ? alternate('application/atom+xml', siteUrl + FEED_FILE, SITE_NAME) : '',
  ].join('')
}

/** A language tag as Open Graph writes it; a country is named only where the tag names it. */
export function openGraphLocale(language: string): string {
  const [primary = '', ...rest] = language.split('-')
  const region = rest.find((subtag) => /^(?:[a-z]{2}|\d{3})$/i.test(subtag))
  return region ? `${primary.toLowerCase()}_${region.toUpperCase()}` : primary.toLowerCase()
}

/** What a page’s oEmbed file says (oembed.com, a response of the type “link”): no embed is offered, only what it is. */
export function oEmbedOf({
  title,
  siteUrl,
  author,
  image,
}: Pick<Preview, 'title' | 'siteUrl' | 'image'> & { author: string | null }): object {
  return {
    version: '1.0',
    type: 'link',
    title,
    ...(author && { author_name: author }),
    provider_name: SITE_NAME,
    provider_url: siteUrl,
    ...(image && { thumbnail_url: image.url, thumbnail_width: IMAGE_WIDTH, thumbnail_height: IMAGE_HEIGHT }),
  }
}
