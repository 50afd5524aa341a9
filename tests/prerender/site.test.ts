// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathOfPlace, START } from '../../src/domain/link.ts'
import { partLabel, partOf } from '../../src/domain/exchanges.ts'
import { MAX_BOOT_BYTES } from '../../src/build/pageHtml.ts'
import { pagesOf } from '../../src/build/sitePages.ts'
import { blinkenInterview } from '../support/interviews.ts'

const interview = blinkenInterview()
const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const sites = [
  { name: 'at a root', dir: process.env['SITE_ROOT_DIR'] ?? '', url: 'http://localhost:4173/' },
  { name: 'at a sub-path', dir: process.env['SITE_SUB_DIR'] ?? '', url: 'https://example.org/colloquy/' },
]

describe.each(sites)('the site published $name', ({ dir, url }) => {
  const base = new URL(url).pathname
  const fileOf = (path: string) => join(dir, decodeURIComponent(path), 'index.html')
  const read = (path: string) => readFileSync(fileOf(path), 'utf8')
  const open = (path: string) => parsed(read(path))
  const paths = [...pagesOf([interview]).keys()]

  test('has a page for the library, the format, the check of quotations, the marks, the interview, each topic and each turn', () => {
    expect(paths).toHaveLength(5 + 1 + interview.topics.length + interview.turns.length)
    const pages = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(sep).join('/'))
      .filter((file) => file.endsWith('index.html'))
      .map((file) => `/${file.slice(0, -'index.html'.length)}`)
    expect(pages.toSorted()).toEqual(paths.map((path) => decodeURIComponent(path)).toSorted())
  })

  test('gives each page a title and a description of its own', () => {
    const heads = paths
      .filter((path) => path !== '/interviews/') // the library once more
      .map((path) => {
        const page = open(path)
        expect(page.head.querySelectorAll('title')).toHaveLength(1)
        return [page.title, page.querySelector('meta[name="description"]')?.getAttribute('content') ?? '']
      })
    expect(new Set(heads.map(([title]) => title)).size).toBe(heads.length)
    expect(new Set(heads.map(([, description]) => description)).size).toBe(heads.length)
    for (const [title = '', description = ''] of heads) {
      expect(title.length).toBeGreaterThan(5)
      expect(description.length).toBeGreaterThan(20)
    }
  })

  test('gives each page its canonical address, and /interviews/ that of the library', () => {
    for (const path of paths) {
      const links = open(path).head.querySelectorAll('link[rel="canonical"]')
      expect(Array.from(links, (link) => link.getAttribute('href'))).toEqual([
        path === '/interviews/' ? url : url + path.slice(1),
      ])
    }
  })

  test('has the whole text in every page of a short interview, word for word and in order', () => {
    for (const path of paths.filter((each) => each.startsWith(pathOfPlace(interview, START)))) {
      const turns = [...open(path).querySelectorAll('article')]
      expect(turns.map(({ id }) => id)).toEqual(interview.turns.map(({ id }) => id))
      expect(
        turns.map((turn) => Array.from(turn.querySelectorAll('p[dir="auto"]'), (each) => each.textContent)),
      ).toEqual(interview.turns.map(({ paragraphs }) => paragraphs))
    }
  })

  test('opens a turn’s page at its turn and a topic’s page at its heading, by autofocus alone', () => {
    interview.turns.forEach((turn, index) => {
      const page = open(pathOfPlace(interview, { kind: 'turn', turn: turn.id }))
      const focused = [...page.querySelectorAll('[autofocus]')]
      expect(focused.map((each) => each.closest('article')?.id)).toEqual([turn.id])
      const part = partLabel(partOf(interview, index))
      expect(focused[0]?.textContent).toBe(turn.speaker)
      expect(focused[0]?.querySelector('a')?.getAttribute('aria-label') ?? null).toBe(
        part && `${part}, ${turn.speaker}`,
      )
      expect(Array.from(page.querySelectorAll('article[aria-current]'), ({ id }) => id)).toEqual([turn.id])
    })
    for (const { id, label } of interview.topics) {
      const page = open(pathOfPlace(interview, { kind: 'topic', topic: id }))
      expect(Array.from(page.querySelectorAll('[autofocus]'), (each) => each.textContent)).toEqual([label])
    }
    expect(open(pathOfPlace(interview, START)).querySelectorAll('[autofocus], [aria-current]')).toHaveLength(0)
  })

  test('links only to pages and files that are there', () => {
    const targets = new Set(
      paths.flatMap((path) =>
        Array.from(
          open(path).querySelectorAll('a[href]'),
          (link) => new URL(link.getAttribute('href') ?? '', url + path.slice(1)),
        ),
      ),
    )
    for (const { origin, pathname, hash } of targets) {
      expect(origin).toBe(new URL(url).origin)
      expect(pathname.startsWith(base)).toBe(true)
      const file = join(dir, decodeURIComponent(pathname.slice(base.length)))
      expect([pathname, existsSync(pathname.endsWith('/') ? join(file, 'index.html') : file)]).toEqual([pathname, true])
      if (hash) expect(hash).toBe('#main_text')
    }
  })

  test('allows nothing inline but one style and one small script, each by its hash', () => {
    for (const path of [...paths, '404.html']) {
      const html = path === '404.html' ? readFileSync(join(dir, path), 'utf8') : read(path)
      const page = parsed(html)
      const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
      // A block of data is no script, and no policy asks for its hash.
      const scripts = [...page.querySelectorAll('script:not([type="application/ld+json"])')]
      const styles = [...page.querySelectorAll('style')]
      expect(scripts).toHaveLength(1)
      expect(styles).toHaveLength(1)
      for (const each of [...scripts, ...styles])
        expect(policy).toContain(`'sha256-${createHash('sha256').update(each.textContent).digest('base64')}'`)
      expect(Buffer.byteLength(scripts[0]?.textContent ?? '')).toBeLessThanOrEqual(MAX_BOOT_BYTES)
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toContain('unsafe')
      expect(page.querySelectorAll('[style]')).toHaveLength(0)
      expect(html).not.toMatch(/\son[a-z]+=/)
      expect(page.querySelectorAll('link[rel="stylesheet"]')).toHaveLength(0)
    }
  })

  test('brings with each page the styles of all that it shows, and not those of what is loaded later', () => {
    for (const path of [...paths, '404.html']) {
      const page = parsed(path === '404.html' ? readFileSync(join(dir, path), 'utf8') : read(path))
      const style = page.querySelector('style')?.textContent ?? ''
      const classes = new Set(Array.from(page.querySelectorAll('[class]'), ({ classList }) => [...classList]).flat())
      expect([...classes].filter((name) => !style.includes(`.${name}`))).toEqual([])
    }
    const style = parsed(read('/interviews/blinken-initiatives/')).querySelector('style')?.textContent ?? ''
    const later = readdirSync(join(dir, 'assets')).filter((file) => file.endsWith('.css'))
    expect(later.length).toBeGreaterThan(0)
    for (const file of later) expect(style).not.toContain(readFileSync(join(dir, 'assets', file), 'utf8').trim())
  })

  test('publishes the interview as it was written, as data, and the list of interviews', () => {
    const folder = join(dir, 'interviews')
    const written = readFileSync(join('public', 'interviews', 'blinken-initiatives.md'))
    expect(readFileSync(join(folder, 'blinken-initiatives.md')).equals(written)).toBe(true)
    expect(JSON.parse(readFileSync(join(folder, 'blinken-initiatives.json'), 'utf8'))).toEqual(interview)
    expect(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))).toEqual([
      expect.objectContaining({ id: 'blinken-initiatives', turns: 17, answers: 8, title: interview.title }),
    ])
  })

  test('has a page for unknown addresses, which is kept out of searches, and leaves folders to no other builder', () => {
    const page = parsed(readFileSync(join(dir, '404.html'), 'utf8'))
    expect(page.querySelector('h1')?.textContent).toBe('There is no page at this address.')
    expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex')
    expect(existsSync(join(dir, '.nojekyll'))).toBe(true)
  })

  test('preloads only fonts that are there', () => {
    const fonts = [...open('/').querySelectorAll('link[rel="preload"][as="font"]')]
    expect(fonts).toHaveLength(4)
    for (const font of fonts)
      expect(existsSync(join(dir, (font.getAttribute('href') ?? '').slice(base.length)))).toBe(true)
  })
})
