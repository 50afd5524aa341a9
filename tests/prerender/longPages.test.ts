import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import react from '@vitejs/plugin-react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madeInterview, textOf } from '../../bench/speed/interviews.mjs'
import { prerenderPlugin } from '../../src/build/prerenderPlugin.ts'
import { turnAt } from '../../src/domain/interview.ts'
import { pathOfPlace, START } from '../../src/domain/link.ts'
import { buildFixture } from '../support/buildFixture.ts'
import { interviewFrom } from '../support/interviews.ts'

// Longer than what every page holds, and not so long that it is read in parts; with a recording.
const SITE = 'https://example.org/talks/'
const TEXT = textOf(madeInterview(150))
const interview = interviewFrom('talk', TEXT)
const HERE = 77
const here = turnAt(interview, HERE)
const topic = interview.topics[1]!

describe('a site with an interview of 150 turns', () => {
  let folder = ''
  const fileOf = (path: string) => join(folder, 'out', path.replace(/^\/(?:talks\/)?/, ''))
  const open = (path: string) => new JSDOM(readFileSync(join(fileOf(path), 'index.html'), 'utf8')).window.document
  const turnPath = pathOfPlace(interview, { kind: 'turn', turn: here.id })
  const only = [turnPath, pathOfPlace(interview, START), pathOfPlace(interview, { kind: 'topic', topic: topic.id })]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-'))
    mkdirSync(join(folder, 'public/interviews'), { recursive: true })
    writeFileSync(join(folder, 'public/interviews/talk.md'), timed(TEXT.replace('\n', '\nrecording: talk.mp3\n')))
    writeFileSync(join(folder, 'public/interviews/talk.mp3'), 'no sound, and never played')
    const prerender = prerenderPlugin({
      siteUrl: SITE,
      links: join(folder, 'links'),
      only: (path) => only.includes(path),
    })
    await buildFixture({
      configFile: false,
      base: '/talks/',
      plugins: [react(), prerender],
      publicDir: join(folder, 'public'),
      logLevel: 'silent',
      build: { outDir: join(folder, 'out'), emptyOutDir: true },
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('shows all turns on its own page, and no styles of others', () => {
    const page = open(only[1]!)
    expect(page.querySelectorAll('article')).toHaveLength(150)
    expect(page.documentElement.dataset['glimpse']).toBeUndefined()
    expect(page.querySelector('link[rel="stylesheet"]')).toBeNull()
  })

  test('shows a turn on a small page that says what it is, sounds, and leads on', () => {
    const page = open(turnPath)
    expect(Buffer.byteLength(page.documentElement.outerHTML)).toBeLessThan(14 * 1024)
    expect(page.querySelector('article[aria-current]')?.id).toBe(here.id)
    expect(page.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(SITE + turnPath.slice(1))
    expect(page.querySelector('meta[property="og:url"]')?.getAttribute('content')).toBe(SITE + turnPath.slice(1))
    expect(page.querySelector('meta[property="og:image"]')?.getAttribute('content')).toContain(`${here.id}/share.png`)
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}') as object
    expect(JSON.stringify(data)).toContain(SITE + turnPath.slice(1))
    expect(existsSync(join(fileOf(turnPath), 'oembed.json'))).toBe(true)
    const audio = page.querySelector('main audio[controls]')
    expect(audio?.getAttribute('src')).toBe('/talks/interviews/talk.mp3')
    expect(audio?.getAttribute('preload')).toBe('none')
    const hrefs = Array.from(page.querySelectorAll('main a'), (link) => link.getAttribute('href'))
    expect(hrefs).toContain(`/talks${pathOfPlace(interview, START)}#${here.id}`)
    expect(page.querySelector('[role="status"]')?.id).toBe('status_line')
  })

  test('shows a topic with the turns of its part', () => {
    const page = open(only[2]!)
    expect(page.querySelector('h2[autofocus]')?.textContent).toBe(topic.label)
    const count = page.querySelectorAll('article').length
    expect(count).toBeGreaterThanOrEqual(50)
    expect(count).toBeLessThanOrEqual(100)
  })

  test('styles them by files that are there', () => {
    for (const path of [turnPath, only[2]!]) {
      const page = open(path)
      const reading = page.querySelector('link[rel="stylesheet"]')?.getAttribute('href') ?? ''
      const player = page.documentElement.dataset['glimpse'] ?? ''
      expect(reading).toMatch(/^\/talks\/assets\/reading-/)
      for (const file of [reading, player]) expect(existsSync(fileOf(file))).toBe(true)
      expect(page.documentElement.dataset['part']).toBeUndefined()
    }
  })
})

/** The text with a time at each turn, as an interview with a recording has it. */
function timed(text: string): string {
  let seconds = 0
  return text.replaceAll(/^(?=(?:Editor|Dr\. Carter): )/gm, () => {
    seconds += 20
    const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
      String(Math.floor(part)).padStart(2, '0'),
    )
    return `[${hours}:${minutes}:${rest}] `
  })
}
