import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fontCharacters } from '../../src/build/fontCharacters.ts'
import { shareCardOf, siteCard, type ShareCard } from '../../src/build/shareCard.ts'
import { readRanges } from '../../src/build/fontPackages.ts'
import { ShareFonts } from '../../src/build/shareFonts.ts'
import { ShareImages } from '../../src/build/shareImages.ts'
import { START } from '../../src/domain/link.ts'
import { blinkenInterview, hebrewInterview } from '../support/interviews.ts'

const modules = resolve('node_modules')
const card = shareCardOf(blinkenInterview(), { kind: 'turn', turn: blinkenInterview().turns[7]?.id as never })
const texts = (language: string, words: string): ShareCard => ({ ...card, language, words })
const noMaker = () => Promise.reject(new Error('Cannot find module\nRequire stack'))
const sizeOf = (png: Buffer | null) => png && [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('a share image', () => {
  let root: string
  const notice = vi.fn<(text: string) => void>()

  beforeEach(() => {
    notice.mockClear()
    root = mkdtempSync(join(tmpdir(), 'colloquy-'))
    mkdirSync(join(root, 'src/styles'), { recursive: true })
    cpSync('src/styles/tokens.css', join(root, 'src/styles/tokens.css'))
    mkdirSync(join(root, 'node_modules'))
    for (const name of ['@fontsource', '@fontsource-variable', '@takumi-rs'])
      symlinkSync(join(modules, name), join(root, 'node_modules', name), 'junction')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test.each([
    ['a long word', texts('de', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(9))],
    ['Hebrew', shareCardOf(hebrewInterview(), START)],
    ['Arabic', { ...texts('ar', 'العلاقة بين الولايات المتحدة والصين'), direction: 'rtl' as const }],
    ['Chinese', texts('zh', '中美关系确实是当今最具挑战性的外交任务之一。'.repeat(9))],
    ['Japanese', texts('ja', '米中関係は今日最も困難な外交課題の一つです。')],
    ['Cyrillic', texts('ru', 'Отношения между США и Китаем')],
    ['hostile characters', texts('en', 'a\u202E b\uD800 \u0000 c d e f g h i j k l')],
    ['the site', siteCard()],
  ])('of %s is drawn, 1200 by 630, with a glyph for every letter', async (_, each) => {
    const png = await new ShareImages({ root, notice }).draw(each)
    expect(sizeOf(png)).toEqual([1200, 630])
    expect(notice).not.toHaveBeenCalled()
  })

  test('of words that no font can draw is none, which is said once', async () => {
    const images = new ShareImages({ root, notice })
    expect(await images.draw(texts('th', 'ความสัมพันธ์ระหว่างสหรัฐฯ กับจีน'))).toBeNull()
    expect(await images.draw(texts('th', 'ความสัมพันธ์'))).toBeNull()
    expect(notice).toHaveBeenCalledOnce()
    expect(notice).toHaveBeenCalledWith(expect.stringMatching(/“th”.*ค.*npm install --save-dev @fontsource-variable/s))
  })

  test('is none without the image maker, which is said once', async () => {
    const images = new ShareImages({ root, notice, loadMaker: noMaker })
    expect([await images.draw(card), await images.draw(siteCard())]).toEqual([null, null])
    expect(notice).toHaveBeenCalledOnce()
    expect(notice).toHaveBeenCalledWith(expect.stringContaining('cannot be loaded: Cannot find module'))
  })

  test('is kept for the next build, until its words change', async () => {
    const render = vi.fn<() => Promise<Buffer>>(() => Promise.resolve(Buffer.from('an image')))
    class Renderer {
      registerFont = () => Promise.resolve([])
      measure = () => Promise.resolve({ height: 10 })
      render = render
    }
    const loadMaker = () => Promise.resolve({ Renderer: Renderer as never })
    const draw = (each: ShareCard) => new ShareImages({ root, notice, loadMaker }).draw(each)
    expect(String(await draw(card))).toBe('an image')
    expect(String(await draw(card))).toBe('an image')
    expect(render).toHaveBeenCalledOnce()
    await draw(texts('en', 'Other words of the answer'))
    expect(render).toHaveBeenCalledTimes(2)
    expect(readdirSync(join(root, 'node_modules/.cache/share-images'))).toHaveLength(2)
  })
})

describe('the fonts of share images', () => {
  test('are read only when a text needs them', () => {
    const fonts = new ShareFonts({ root: resolve('.'), language: 'en' })
    expect('Łódź'.split('').every((letter) => fonts.covers(letter.codePointAt(0) ?? 0))).toBe(true)
    expect(new Set(fonts.takeFresh().map(({ name }) => name))).toEqual(new Set(['Newsreader', 'Schibsted Grotesk']))
    expect(fonts.covers(0x5d0)).toBe(true)
    expect(fonts.takeFresh().map(({ name }) => name)).toEqual(['noto-serif-hebrew'])
    expect(fonts.covers(0xe000)).toBe(false)
  })

  test('say which characters they draw, not which they are offered for', () => {
    const font = 'node_modules/@fontsource/newsreader/files/newsreader-latin-500-normal.woff2'
    const characters = fontCharacters(readFileSync(font))
    expect([0x41, 0xe9, 0x20_26].every((code) => characters.has(code))).toBe(true)
    expect([0x20_10, 0x16_a0, 0xff_fd].some((code) => characters.has(code))).toBe(false)
    expect(() => fontCharacters(Buffer.from('wOFF'))).toThrow('WOFF 2.0')
  })

  test('are offered for ranges as stylesheets write them', () => {
    expect(readRanges('U+0-FF, U+131')).toEqual([
      [0, 0xff],
      [0x131, 0x131],
    ])
  })
})
