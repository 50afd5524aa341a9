import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partLabel, partOf } from '../../src/domain/exchanges.ts'
import { turnAt, type Interview } from '../../src/domain/interview.ts'
import { pathOfPlace, START } from '../../src/domain/link.ts'
import { MAX_QUERY_BYTES } from '../../src/domain/librarySearch/limits.ts'
import { searchLong } from '../../src/domain/librarySearch/searchLibrary.ts'
import type { MentionPlace, PartStart } from '../../src/domain/part.ts'
import { Parts } from '../../src/domain/parts.ts'
import { buildLongSite, longInterview, turnsOfLongSite } from '../support/longSite.ts'

/** The most that the page of a turn in a long interview may take, in bytes. */
const MOST_BYTES = 12 * 1024

const interview = longInterview()
const parts = new Parts(interview)
const at = turnsOfLongSite()
const SITE = 'http://localhost:4173/'
const pathAt = (index: number) => pathOfPlace(interview, { kind: 'turn', turn: turnAt(interview, index).id })

describe('a site with a long interview', () => {
  let folder = ''
  const fileOf = (path: string) => join(folder, 'out', decodeURIComponent(path))
  const html = (path: string) => readFileSync(join(fileOf(path), 'index.html'), 'utf8')
  const open = (path: string) => new JSDOM(html(path)).window.document
  const json = (file: string): unknown => JSON.parse(readFileSync(fileOf(`interviews/${interview.id}/${file}`), 'utf8'))
  /** Pages of single turns, by index. */
  const glimpses = Object.values(at)
    .flatMap((index) => [index - 2, index - 1, index, index + 1, index + 2])
    .filter((index) => !parts.starts.includes(index))

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-'))
    await buildLongSite(folder)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('is searched by the same files as all interviews, of which it knows its own', async () => {
    const searchFolder = join(folder, 'out', 'search')
    const asked: string[] = []
    const source = {
      loadText: (file: string) => {
        asked.push(file)
        return Promise.resolve(readFileSync(join(searchFolder, file), 'utf8'))
      },
    }
    const words = turnAt(interview, 1234).paragraphs[0]?.slice(0, 60) ?? ''
    const query = { words, isExact: false, speaker: null, topic: null }
    const { answers } = await searchLong(source, interview.id, query, { signal: new AbortController().signal })
    expect(answers.map(({ index }) => index)).toContain(1234)
    const bytes = asked.reduce((sum, file) => sum + readFileSync(join(searchFolder, file)).length, 0)
    expect(bytes).toBeLessThanOrEqual(MAX_QUERY_BYTES)
  })

  test('has a small page for each turn: it with its question and a few turns round it', () => {
    for (const index of glimpses) {
      const path = pathAt(index)
      expect(Buffer.byteLength(html(path))).toBeLessThanOrEqual(MOST_BYTES)
      const page = open(path)
      const ids = Array.from(page.querySelectorAll('article'), ({ id }) => id)
      const first = interview.turns.findIndex(({ id }) => id === ids[0])
      expect(ids).toEqual(interview.turns.slice(first, first + ids.length).map(({ id }) => id))
      const current = page.querySelector('article[aria-current]')
      expect(current?.id).toBe(turnAt(interview, index).id)
      expect(current?.querySelector('h3')?.hasAttribute('autofocus')).toBe(true)
      expect(current?.querySelector('p')?.textContent).toBe(turnAt(interview, index).paragraphs[0])
      const label = partLabel(partOf(interview, index))
      if (label) expect(current?.querySelector('h3 a')?.getAttribute('aria-label')).toContain(`${label},`)
      if (partOf(interview, index).role === 'guest') expect(ids).toContain(turnAt(interview, index - 1).id)
    }
  })

  test('links each of them to what is before and behind it, and to its part', () => {
    for (const index of glimpses) {
      const page = open(pathAt(index))
      const ids = Array.from(page.querySelectorAll('article'), ({ id }) => id)
      const first = interview.turns.findIndex(({ id }) => id === ids[0])
      const hrefs = Array.from(page.querySelectorAll('main a'), (link) => link.getAttribute('href'))
      expect(page.querySelector('a[rel="prev"]')?.getAttribute('href')).toBe(pathAt(first - 1))
      expect(page.querySelector('a[rel="next"]')?.getAttribute('href')).toBe(pathAt(first + ids.length))
      expect(hrefs).toContain(pathAt(parts.starts[parts.numberOf(index) - 1] ?? 0))
      expect(hrefs).toContain(pathOfPlace(interview, START))
    }
  })

  test('has a title, a description, a canonical address and the image of its topic in each of them', () => {
    for (const index of glimpses) {
      const page = open(pathAt(index))
      expect(page.title).toContain(interview.shortTitle)
      expect(page.querySelectorAll('meta[name="description"]')).toHaveLength(1)
      expect(page.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(SITE + pathAt(index).slice(1))
      expect(page.querySelector('meta[property="og:image"]')?.getAttribute('content')).toMatch(/\/topics\/.+share\.png/)
      expect(readdirSync(fileOf(pathAt(index)))).toEqual(['index.html'])
      const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as object
      expect(data).toMatchObject({ '@id': SITE + pathAt(index).slice(1) })
    }
  })

  test('styles them by a file that they share, which has the rules of what stands on them and not the player’s', () => {
    const sheets = new Set<string>()
    for (const path of [...glimpses.map(pathAt), pathAt(at.firstOfSixth)]) {
      const page = open(path)
      const [file, whole] = [
        page.querySelector('link[rel="stylesheet"]')?.getAttribute('href') ?? '',
        page.documentElement.dataset['glimpse'] ?? '',
      ]
      sheets.add(file)
      const [rules, allRules] = [file, whole].map((each) => readFileSync(fileOf(each), 'utf8'))
      expect(allRules).not.toContain('@font-face')
      const hasRules = (sheet: string | undefined, name: string) =>
        new RegExp(String.raw`\.${name}(?![\w-])`).test(sheet ?? '')
      for (const name of new Set(Array.from(page.querySelectorAll('[class]'), (each) => [...each.classList]).flat()))
        expect(hasRules(rules, name), `${name} at ${path}`).toBe(hasRules(allRules, name))
      expect(hasRules(allRules, 'TransportBar-clock')).toBe(true)
      expect(hasRules(rules, 'TransportBar-clock')).toBe(false)
    }
    expect(sheets.size).toBe(1)
  })

  test('keeps to the policy of all pages: styles from a file of its own, the one script by its hash', () => {
    for (const index of [...glimpses, at.firstOfSixth]) {
      const page = open(pathAt(index))
      const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
      const script = page.querySelector('script:not([type])')?.textContent ?? ''
      expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update(script).digest('base64')}'`)
      expect(policy).toContain("trusted-types 'none'")
      const sheet = page.querySelector('link[rel="stylesheet"]')?.getAttribute('href') ?? ''
      expect(existsSync(fileOf(sheet))).toBe(true)
      const styles = Array.from(page.querySelectorAll('style'), ({ textContent }) => textContent)
      const hashes = styles.map((style) => ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
      expect(policy).toContain(`style-src 'self'${hashes.join('')};`)
      expect(page.querySelectorAll('[style]')).toHaveLength(0)
    }
  })

  test('says in each page which part the player is to show', () => {
    const rootOf = (path: string) => Object.fromEntries(Object.entries(open(path).documentElement.dataset))
    for (const index of glimpses)
      expect(rootOf(pathAt(index))).toMatchObject({
        part: String(parts.numberOf(index)),
        glimpse: expect.stringMatching(/^\/assets\/.+\.css$/) as string,
      })
    expect(rootOf(pathOfPlace(interview, START))).toEqual({ part: '1' })
  })

  test('has a page with all of a part where it begins, and at its topics', () => {
    const whole = parts.part(6)
    const ids = Array.from(open(pathAt(at.firstOfSixth)).querySelectorAll('article'), ({ id }) => id)
    expect(ids).toEqual(whole.turns.map(({ id }) => id))
    const [topic] = interview.topics
    const page = open(pathOfPlace(interview, { kind: 'topic', topic: topic!.id }))
    expect(page.querySelector('h2[autofocus]')?.textContent).toBe(topic!.label)
  })

  test('publishes the data of each part, where they begin, and the mentions of topics', () => {
    const all = parts.starts.map((_, position) => json(`parts/${position + 1}.json`) as Interview)
    expect(all.flatMap(({ turns }) => turns)).toEqual(interview.turns)
    expect(all.map(({ part }) => part?.number)).toEqual(all.map((_, position) => position + 1))
    const starts = json('parts/index.json') as PartStart[]
    expect(starts.map(({ turn }) => turn)).toEqual(all.map(({ turns }) => turns[0]?.id))
    for (const [topic, places] of parts.mentions())
      expect(json(`mentions/${topic}.json`) as MentionPlace[]).toEqual(places)
  })

  test('names every turn in the sitemap', () => {
    const sitemap = readFileSync(fileOf('sitemap.xml'), 'utf8')
    for (const { id } of interview.turns) expect(sitemap).toContain(`/${id}/</loc>`)
  })
})
