// @vitest-environment jsdom
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createBuilder } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prerenderPlugin } from '../../src/build/prerenderPlugin.ts'
import { publishLedgers } from '../../src/build/publishLedgers.ts'
import { placeOfPath } from '../../src/domain/link.ts'
import type { Interview } from '../../src/domain/interview.ts'

const HEAD =
  '---\ntitle: Bread\nlanguage: en\nspeakers:\n  - { label: Host, role: interviewer }\n  - { label: Baker, role: guest }\n---\n'
const WELCOME = 'Host: Welcome to the programme, and thank you for making the long journey.'
const BREAD = 'Baker: Sourdough needs patience, warm hands and flour from a mill that you trust.'
const RYE = 'Baker: Rye, because it forgives mistakes, and a little wheat so that the loaf can rise.'
const ASIDE = 'Host: Before we go on, a word about the weather, which is <b>terrible</b> & cold today.'

const SITE = 'https://example.org/bread/'
/** The merged turn goes on under the id of the part that tells more. */
const LEADING = 'because-forgives-mistakes-little'
const MERGED = 'sourdough-needs-patience-hands'
const GONE = 'before-about-weather-terrible'

let folder = ''
const page = (id: string) => readFileSync(join(folder, 'out/interviews/bread', id, 'index.html'), 'utf8')
const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-lasting-'))
  mkdirSync(join(folder, 'public/interviews'), { recursive: true })
  const publish = async (...turns: string[]) => {
    writeFileSync(join(folder, 'public/interviews/bread.md'), `${HEAD}\n${turns.join('\n\n')}\n`)
    const answers = { same: [], gone: [] }
    const [publicFolder, linksFolder] = [join(folder, 'public'), join(folder, 'links')]
    return publishLedgers({ publicFolder, linksFolder, only: null, answers, forget: [] })
  }
  await publish(WELCOME, BREAD, ASIDE, RYE)
  await publish(WELCOME, `${BREAD} ${RYE.slice('Baker: '.length)}`)
  const builder = await createBuilder({
    configFile: false,
    base: '/bread/',
    plugins: [react(), prerenderPlugin({ siteUrl: SITE, links: join(folder, 'links') })],
    publicDir: join(folder, 'public'),
    logLevel: 'silent',
    build: { outDir: join(folder, 'out'), emptyOutDir: true },
  })
  await builder.buildApp()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('the address of a turn that was merged into another', () => {
  test('shows the page of that turn, canonical to its address', () => {
    const [old, now] = [parsed(page(MERGED)), parsed(page(LEADING))]
    expect(old.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(`${SITE}interviews/bread/${LEADING}/`)
    expect(old.title).toBe(now.title)
    expect(old.querySelector('[autofocus]')?.closest('article')?.id).toBe(LEADING)
    expect(old.body.innerHTML).toBe(now.body.innerHTML)
  })

  test('is known to the program by the interview’s data', () => {
    const data = JSON.parse(readFileSync(join(folder, 'out/interviews/bread.json'), 'utf8')) as Interview
    expect(data.aliases).toEqual({ [MERGED]: LEADING })
    expect(placeOfPath(data, `/interviews/bread/${MERGED}/`)).toEqual({ kind: 'turn', turn: LEADING })
  })
})

describe('the address of a turn that was taken out', () => {
  test('says so, with its old words as text and the turns near by, and is kept out of searches', () => {
    const gone = parsed(page(GONE))
    expect(gone.querySelector('h1')?.textContent).toBe('This turn was removed from the interview.')
    expect(gone.querySelector('blockquote')?.textContent).toContain('which is <b>terrible</b> & cold today.')
    expect(gone.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex')
    expect(gone.querySelector('link[rel="canonical"]')).toBeNull()
    const links = Array.from(gone.querySelectorAll('main a'), (link) => link.getAttribute('href') ?? '')
    expect(links).toContain(`/bread/interviews/bread/${LEADING}/`)
    for (const link of links)
      expect(existsSync(join(folder, 'out', link.slice('/bread/'.length), 'index.html'))).toBe(true)
  })

  test('is only read, unless a link carries words that the program can look for', () => {
    const script = parsed(page(GONE)).querySelectorAll('script')
    expect(script).toHaveLength(1)
    expect(script[0]?.textContent).toMatch(
      /if\(\/\[\?&\]quote=\/\.test\(location\.search\)\)addEventListener\(.*import\(/,
    )
    expect(parsed(page(GONE)).documentElement.hasAttribute('data-shell')).toBe(true)
    expect(page(GONE)).toContain('sha256-')
  })
})
