import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { speakerOf, turnAt, type Interview } from '../domain/interview.ts'
import { pathOfPlace, placeOfPath, START, turnOfPlace, type Place } from '../domain/link.ts'
import { sectionOf, topicById } from '../domain/topics.ts'
import { atomFeed } from './feed.ts'
import { interviewJsonLd, sitePageJsonLd } from './jsonLd.ts'
import { INTERVIEWS_FOLDER } from './library.ts'
import { scriptJson } from './markup.ts'
import { oEmbedOf, previewTags, readPageHead, type PreviewImage } from './previewTags.ts'
import { publishedDates } from './publishedDates.ts'
import { shareCardOf, siteCard, type ShareCard } from './shareCard.ts'
import type { ShareImages } from './shareImages.ts'
import { FEED_FILE, SITE_LANGUAGE } from './site.ts'
import { robotsText, sitemapFiles } from './sitemap.ts'

/** Up to so many turns each turn has an image; longer interviews have one for each topic, so that a site stays small. */
export const MAX_TURNS_WITH_IMAGES = 2000

const OEMBED_FILE = 'oembed.json'
const IMAGE_FILE = 'share.png'

/** What a page’s head says to others. */
export interface PreviewHead {
  /** Meta tags and links, to stand before the styles: some readers of previews take only the start of a page. */
  readonly tags: string
  /** The data block of JSON-LD. It is no script, so the Content-Security-Policy does not ask for it. */
  readonly data: string
}

interface PreviewsOptions {
  readonly siteUrl: string
  readonly images: Pick<ShareImages, 'draw'>
  readonly hasFeed: boolean
  /** Writes a file of the site, by its path from the root. */
  readonly write: (file: string, content: string | Buffer) => Promise<void>
}

/** What makes each page say what it is where its address is pasted: its tags, its image, its oEmbed file. */
export class Previews {
  readonly #options: PreviewsOptions
  readonly #images = new Map<string, Promise<PreviewImage | null>>()

  constructor(options: PreviewsOptions) {
    this.#options = options
  }

  /**
   * Writes the files that go with a page, and gives what goes into its head: nothing for a page without an address. A page that is
   * to be small has no oEmbed file of its own.
   */
  async headOf(
    path: string,
    interview: Interview | null,
    rendered: string,
    { isSmall = false }: { readonly isSmall?: boolean } = {},
  ): Promise<PreviewHead> {
    const { siteUrl, write, hasFeed } = this.#options
    const head = readPageHead(rendered)
    if (!head) return { tags: '', data: '' }
    const place = interview && placeOfPath(interview, path)
    const image = await this.#imageOf(interview && place ? { interview, place } : null)
    const described = { ...head, siteUrl, image }
    const index = interview && place ? turnOfPlace(interview, place) : null
    const topic = interview && index !== null ? sectionOf(interview, index).topic : null
    const author =
      interview && place?.kind === 'turn' && index !== null ? speakerOf(interview, turnAt(interview, index)).name : null
    if (!isSmall && head.url === siteUrl + path.slice(1))
      await write(fileAt(path, OEMBED_FILE), JSON.stringify(oEmbedOf({ ...described, author })))
    const jsonLd =
      interview && place ? interviewJsonLd(interview, place, { ...described, isSmall }) : sitePageJsonLd(described)
    return {
      tags: previewTags({
        ...described,
        isSmall,
        kind: interview ? 'article' : 'website',
        language: interview?.language ?? SITE_LANGUAGE,
        oEmbedUrl: isSmall ? null : `${head.url}${OEMBED_FILE}`,
        hasFeed: hasFeed && !isSmall,
        section: (interview && topic && topicById(interview, topic)?.label) || null,
      }),
      data: `<script type="application/ld+json">${scriptJson(jsonLd)}</script>`,
    }
  }

  /** Writes what the site has once: sitemap, feed and robots.txt. */
  async writeSiteFiles(pages: ReadonlyMap<string, Interview | null>, publicFolder: string): Promise<void> {
    const { siteUrl, write } = this.#options
    const interviews = [...new Set(pages.values())].filter((interview) => interview !== null)
    const folder = join(publicFolder, INTERVIEWS_FOLDER)
    const names = interviews.map(({ id }) => `${id}.md`)
    const dates = interviews.length > 0 ? await publishedDates(folder, names) : new Map<string, string>()
    const updatedOf = (interview: Interview) => dates.get(`${interview.id}.md`) ?? null
    const entries = [...pages]
      .filter(([path]) => path !== `/${INTERVIEWS_FOLDER}/`) // the library once more
      .map(([path, interview]) => ({ path, updated: interview && updatedOf(interview) }))
    for (const [file, text] of sitemapFiles(siteUrl, entries)) await write(file, text)
    const published = interviews.map((interview) => ({ interview, updated: updatedOf(interview) ?? '' }))
    const feed = atomFeed(siteUrl, published)
    if (feed) await write(FEED_FILE, feed)
    await write('robots.txt', robotsText(siteUrl))
  }

  /** A place’s image; where it cannot be drawn that of its interview, then that of the site. */
  async #imageOf(page: { interview: Interview; place: Place } | null): Promise<PreviewImage | null> {
    const site = () => this.#drawOnce('/', siteCard)
    if (!page) return site()
    const { interview } = page
    const place = imagePlace(interview, page.place)
    const draw = (at: Place) => this.#drawOnce(pathOfPlace(interview, at), () => shareCardOf(interview, at))
    return (await draw(place)) ?? (await draw(START)) ?? site()
  }

  #drawOnce(path: string, card: () => ShareCard): Promise<PreviewImage | null> {
    let image = this.#images.get(path)
    if (!image) {
      image = this.#draw(path, card())
      this.#images.set(path, image)
    }
    return image
  }

  async #draw(path: string, card: ShareCard): Promise<PreviewImage | null> {
    const { siteUrl, images, write } = this.#options
    const png = await images.draw(card)
    if (!png) return null
    await write(fileAt(path, IMAGE_FILE), png)
    // Services keep an image by its address: another picture gets another one.
    const version = createHash('sha256').update(png).digest('hex').slice(0, 8)
    return { url: `${siteUrl}${path.slice(1)}${IMAGE_FILE}?v=${version}`, alt: card.alt }
  }
}

/** The place whose image a page shows. */
function imagePlace(interview: Interview, place: Place): Place {
  if (place.kind !== 'turn' || interview.turns.length <= MAX_TURNS_WITH_IMAGES) return place
  const index = turnOfPlace(interview, place)
  const topic = index === null ? null : sectionOf(interview, index).topic
  return topic ? { kind: 'topic', topic } : START
}

function fileAt(path: string, name: string): string {
  return decodeURIComponent(path).slice(1) + name
}
