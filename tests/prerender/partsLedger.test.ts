import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { JSDOM } from 'jsdom'
import { createBuilder } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madeInterview, textOf } from '../../bench/speed/interviews.mjs'
import { prerenderPlugin } from '../../src/build/prerenderPlugin.ts'
import { publishLedgers } from '../../src/build/publishLedgers.ts'
import { turnAt, type Interview } from '../../src/domain/interview.ts'
import { pathOfPlace, placeOfPath } from '../../src/domain/link.ts'
import { Parts, partStartsOf } from '../../src/domain/parts.ts'
import { interviewFrom } from '../support/interviews.ts'

const SITE = 'https://example.org/'
const script = madeInterview(2100)
const TEXT = textOf(script)
const before = interviewFrom(script.id, TEXT)
const starts = partStartsOf(before)
const startOf = (part: number) => starts[part - 1] ?? 0
const wordsAt = (index: number) => turnAt(before, index).paragraphs.join(' ')

/** What the author did, by turn of the first edition: its new words, null where they were cut. */
const merged = startOf(10) - 1
const edited = startOf(5) + 11
const cut = [startOf(3), startOf(3) + 1, startOf(10), before.turns.length - 1]
const corrections = new Map<number, string | null>([
  [edited, wordsAt(edited).replace(/^\S+/, 'Indeed,')],
  [merged, `${wordsAt(merged)} ${wordsAt(merged + 2)}`],
  [merged + 2, null],
  ...cut.map((index) => [index, null] as const),
])

function correctedText(): string {
  let turn = -1
  const blocks = TEXT.split('\n\n').flatMap((block) => {
    const speaker = /^(?:Editor|Dr\. Carter): /.exec(block)?.[0]
    if (!speaker) return block
    const words = corrections.get((turn += 1))
    return words === null ? [] : words === undefined ? block : speaker + words
  })
  return blocks.join('\n\n')
}

const pathOfId = (turn: Interview['turns'][number]['id']) => pathOfPlace(before, { kind: 'turn', turn })
const pathAt = (index: number) => pathOfId(turnAt(before, index).id)

describe('a long interview that was corrected', () => {
  let folder = ''
  let now: Interview
  const fileOf = (path: string) => join(folder, 'out', decodeURIComponent(path))
  const open = (path: string) => new JSDOM(readFileSync(join(fileOf(path), 'index.html'), 'utf8')).window.document
  const json = (file: string): unknown => JSON.parse(readFileSync(fileOf(`interviews/${before.id}${file}`), 'utf8'))
  const partData = (part: number) => json(`/parts/${part}.json`) as Interview // by our own build
  /** Where a turn of the first edition stands now; one that was cut, where what follows it does. */
  const nowOf = (index: number) => index - [...corrections].filter(([at, words]) => words === null && at < index).length

  /** Where the turns near a turn that was cut stand now; the question between answers that became one stands before them. */
  const nearOf = (index: number) => {
    const after = index === merged + 1 ? nowOf(merged) : nowOf(index)
    return [after - 1, after].filter((at) => at < now.turns.length)
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'colloquy-corrected-'))
    const [publicFolder, linksFolder] = [join(folder, 'public'), join(folder, 'links')]
    mkdirSync(join(publicFolder, 'interviews'), { recursive: true })
    for (const text of [TEXT, correctedText()]) {
      writeFileSync(join(publicFolder, 'interviews', `${before.id}.md`), text)
      const answers = { same: [], gone: [] }
      await publishLedgers({ publicFolder, linksFolder, only: null, answers, forget: [] })
    }
    // Of its pages those near what was corrected, by what their addresses were, and are.
    const wanted = new Set(
      [edited, merged, ...cut].flatMap((index) => [-2, -1, 0, 1, 2].map((by) => before.turns[index + by])),
    )
    const paths = new Set([...wanted].flatMap((turn) => (turn ? [pathOfId(turn.id)] : [])))
    const only = (path: string) => paths.has(path)
    const builder = await createBuilder({
      configFile: false,
      base: '/',
      plugins: [react(), prerenderPlugin({ siteUrl: SITE, links: linksFolder, only })],
      publicDir: publicFolder,
      logLevel: 'silent',
      build: { outDir: join(folder, 'out'), emptyOutDir: true },
    })
    await builder.buildApp()
    now = json('.json') as Interview // by our own build
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('has each turn of today in one part, under the id that it was published with', () => {
    const parts = new Parts(now)
    expect(parts.starts.flatMap((_, position) => partData(position + 1).turns)).toEqual(now.turns)
    expect(now.turns).toHaveLength(before.turns.length - 5)
    for (const index of [edited, edited + 1, startOf(3) + 2, startOf(10) + 2])
      expect(turnAt(now, nowOf(index)).id).toBe(turnAt(before, index).id)
  })

  test('shows an edited turn with its new words where it was', () => {
    const current = open(pathAt(edited)).querySelector('article[aria-current]')
    expect(current?.id).toBe(turnAt(before, edited).id)
    expect(current?.querySelector('p')?.textContent).toMatch(/^Indeed, /)
    expect(turnAt(now, nowOf(edited)).fingerprint).not.toBe(turnAt(before, edited).fingerprint)
  })

  test('shows a turn that was merged at both of its addresses, one canonical, and its part knows both', () => {
    const [[alias, id] = ['', '']] = Object.entries(now.aliases ?? {})
    expect([alias, id].toSorted()).toEqual([merged, merged + 2].map((at) => String(turnAt(before, at).id)).toSorted())
    const paths = [merged, merged + 2].map(pathAt)
    const index = now.turns.findIndex((turn) => turn.id === id)
    const part = new Parts(now).numberOf(index)
    for (const path of paths) {
      const page = open(path)
      const canonical = paths.find((each) => each.endsWith(`/${encodeURIComponent(id)}/`))
      expect(page.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(SITE + canonical?.slice(1))
      expect(page.querySelector('article[aria-current]')?.id).toBe(id)
      expect(page.documentElement.dataset['part']).toBe(String(part))
      expect(placeOfPath(partData(part), path)).toEqual({ kind: 'turn', turn: id })
    }
    expect(open(paths[0]!).body.innerHTML).toBe(open(paths[1]!).body.innerHTML)
  })

  test.each(cut)('says of turn %i that it was cut, shows its old words, and leads to the turns near by', (index) => {
    const page = open(pathAt(index))
    expect(page.querySelector('h1')?.textContent).toBe('This turn was removed from the interview.')
    expect(page.querySelector('blockquote')?.textContent).toContain(wordsAt(index))
    expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex')
    const links = Array.from(page.querySelectorAll('main a'), (link) => link.getAttribute('href') ?? '')
    const near = nearOf(index).map((at) => pathOfId(turnAt(now, at).id))
    expect(links).toEqual(expect.arrayContaining(near))
    for (const path of near) {
      expect(existsSync(join(fileOf(path), 'index.html'))).toBe(true)
      expect(open(path).querySelector('article[aria-current]')?.id).toBe(decodeURIComponent(path.split('/').at(-2)!))
    }
  })

  test('has a link with words to a turn that was cut looked for in the part that it stood in', () => {
    const parts = new Parts(now)
    for (const index of cut) {
      const { dataset } = open(pathAt(index)).documentElement
      expect(dataset['shell']).toBe('')
      expect(dataset['part']).toBe(String(parts.numberOf(nearOf(index)[0]!)))
    }
  })

  test('names in its sitemap what stands in it today', () => {
    const sitemap = readFileSync(fileOf('sitemap.xml'), 'utf8')
    expect(cut.filter((index) => sitemap.includes(SITE + pathAt(index).slice(1)))).toEqual([])
    for (const { id } of now.turns) expect(sitemap).toContain(`/${id}/</loc>`)
  })
})
