import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { madeInterview } from '../../bench/speed/interviews.mjs'
import { buildSite, writeInterviews } from '../../bench/speed/sites.mjs'
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.mjs'
import { serve } from '../../scripts/serve.mjs'
import { turnAt, turnText, type Interview } from '../../src/domain/interview.ts'
import { test as base } from '../support/browserTest.ts'
import { articleOf, atRest, expect, expectCurrent, expectInView, isLive, turnId } from '../support/playerTest.ts'
import { settled } from '../support/linkTest.ts'
import { dragScrollBar, holdBack, offLanding, selectOver, topOf, turnInMiddle } from '../support/longPage.ts'

const TURNS = 2000
/** The turn whose page is built: the first of its chunk, so that what is above it is in another. Its page holds a few turns until the player comes. */
const HERE = 1400
const ID = 'here-we-are'
/** The data of the interview. */
const DATA = /\/interviews\/[^/]+\.json$/

interface Long {
  readonly interview: Interview
  readonly start: string
  readonly here: string
}

/** A site of one interview of 2,000 turns. Of its pages only two are built: its own, which holds all of it, and a turn’s, which does not. */
const test = base.extend<object, { readonly long: Long }>({
  long: [
    async ({}, provide) => {
      const folder = await mkdtemp(join(tmpdir(), 'colloquy-long-'))
      const [publicDir, outDir] = [join(folder, 'public'), join(folder, 'out')]
      const script = madeInterview(TURNS)
      const start = `/interviews/${script.id}/`
      await writeInterviews([script], publicDir, () => ({ [HERE]: ID }))
      await buildSite({ publicDir, outDir, only: [start, `${start}${ID}/`] })
      const site = await serve({ dir: outDir, port: 0 })
      const address = new URL(start, site.url).href
      const data = await fetch(new URL(`interviews/${script.id}.json`, site.url))
      const interview = (await data.json()) as Interview // by our own build
      await provide({ interview, start: address, here: `${address}${ID}/` })
      await site.close()
      await rm(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

// In one worker, which builds the site once.
test.describe.configure({ mode: 'default' })
test.beforeEach(({ allowMessage, long }) =>
  allowMessage(new RegExp(`^request to another origin: ${new URL(long.start).origin}`)),
)

async function openHere(page: Page, { here }: Long): Promise<void> {
  await page.goto(here)
  await isLive(page)
  await atRest(page)
}

for (const [name, options] of [
  ['a wide screen', { viewport: { width: 1440, height: 900 } }],
  ['a phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ['a wide screen, without any script', { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false }],
] as const) {
  test(`a link lands on its turn and stays there, on ${name}`, async ({ newReader, long }) => {
    const page = await (await newReader(options)).newPage()
    await page.goto(long.here)
    const hasScript = !('javaScriptEnabled' in options)
    if (hasScript) await isLive(page)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => offLanding(page, ID)).toBeLessThanOrEqual(2)
    if (!hasScript) return
    await settled(page)
    expect(await offLanding(page, ID)).toBeLessThanOrEqual(2)
    await expectCurrent(page, long.interview, HERE)
    await expect(page).toHaveURL(long.here)
  })
}

test('without any script a turn’s page leads to the whole interview, at the same turn', async ({ newReader, long }) => {
  const page = await (await newReader({ javaScriptEnabled: false })).newPage()
  await page.goto(long.here)
  await expect(articleOf(page, long.interview, HERE)).toBeInViewport()
  expect(await page.locator('article').count()).toBeLessThanOrEqual(6)
  await page.getByRole('link', { name: 'The whole interview on one page' }).click()
  await expect(page).toHaveURL(`${long.start}#${ID}`)
  await expect(page.locator('article')).toHaveCount(TURNS)
  await expect(articleOf(page, long.interview, HERE)).toBeInViewport()
})

test('what the reader selects before the player comes stays selected, and the focus where it was', async ({
  page,
  long,
}) => {
  const letDataGo = await holdBack(page, DATA)
  const letFrameGo = await holdBack(page, /\/parts-[^/]+\.js$/)
  await page.goto(long.here)
  const select = (index: number, words: [number, number] | null) =>
    articleOf(page, long.interview, index).evaluate((article, ends) => {
      const text = article.querySelector('p[dir="auto"]')!.firstChild!
      // Without ends as three clicks select a paragraph: up to the beginning of what follows it.
      if (ends) window.getSelection()?.setBaseAndExtent(text, ends[0], text, ends[1])
      else window.getSelection()?.setBaseAndExtent(text, 0, article.nextElementSibling!.querySelector('h3')!, 0)
    }, words)
  const selected = () => page.evaluate(() => window.getSelection()?.toString().trim())
  await select(HERE, [4, 30])
  letFrameGo()
  letDataGo()
  // Other words, once the player is on its way.
  await select(HERE - 1, null)
  const before = await selected()
  await isLive(page)
  await expect(page.locator('article')).toHaveCount(TURNS)
  expect(turnText(turnAt(long.interview, HERE - 1))).toContain((await selected()) ?? '-')
  expect(before).toContain((await selected()) ?? '-')
  expect((await selected())?.length).toBeGreaterThan(20)
  await expect(articleOf(page, long.interview, HERE).locator('h3')).toBeFocused()
  await expect(page.getByRole('group', { name: 'Selected words' })).toBeVisible()
})

test('a recording that sounds by the browser’s own controls is not cut off: the player comes when it rests', async ({
  page,
  long,
}) => {
  const letDataGo = await holdBack(page, DATA)
  await page.goto(long.here, { waitUntil: 'domcontentloaded' })
  await page.evaluate(() => {
    const media = document.createElement('audio')
    Object.defineProperty(media, 'paused', { value: false, configurable: true })
    document.querySelector('main')?.append(media)
  })
  letDataGo()
  await page.waitForLoadState('networkidle')
  await settled(page)
  expect(await page.locator('article').count()).toBeLessThanOrEqual(6)
  await page.evaluate(() => document.querySelector('audio')?.dispatchEvent(new Event('pause')))
  await isLive(page)
  await expect(page.locator('article')).toHaveCount(TURNS)
})

test('where the player cannot be loaded, that is said, and the text stays', async ({ page, long, allowMessage }) => {
  allowMessage(/Failed to load resource/)
  await page.route(DATA, (route) => route.fulfill({ status: 500 }))
  await page.goto(long.here)
  const notice = page.getByRole('status')
  await expect(notice).toContainText('The player could not be loaded.')
  // On a ground of its own: it stands over the text.
  await expect(notice).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await expect(articleOf(page, long.interview, HERE)).toBeInViewport()
})

test('a fragment is followed: on the page of the whole interview, and to a turn that comes with the player', async ({
  page,
  long,
}) => {
  for (const [path, index] of [
    [long.start, 900],
    [long.here, 1200],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(`${path}#${turnId(long.interview, index)}`)
    await isLive(page)
    await expectCurrent(page, long.interview, index)
    await expect(articleOf(page, long.interview, index)).toBeInViewport()
    await page.keyboard.press('j')
    await expectCurrent(page, long.interview, index + 1)
  }
})

test('letters that were drawn without the fonts stay as they are when the player comes with its styles', async ({
  page,
  long,
}) => {
  const [letFontsGo, letDataGo] = [await holdBack(page, /\.woff2$/), await holdBack(page, DATA)]
  await page.goto(long.here, { waitUntil: 'commit' })
  const words = articleOf(page, long.interview, HERE).locator('p[dir="auto"]').first()
  const height = async () => (await words.boundingBox())?.height
  await expect(words).toBeVisible()
  // A font may still come into use so long after it was first looked for (CSS Fonts 4, 11.1: the block period of `optional`).
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
  const before = await height()
  letFontsGo()
  letDataGo()
  await isLive(page)
  await settled(page)
  expect(await height()).toBe(before)
  expect(await offLanding(page, ID)).toBeLessThanOrEqual(2)
})

test('the keys lead to the next turns, to both ends, and back', async ({ page, long }) => {
  await openHere(page, long)
  for (const [key, index] of [
    ['j', HERE + 1],
    ['j', HERE + 2],
    ['k', HERE + 1],
    ['Home', 0],
    ['End', TURNS - 1],
    ['1', null],
  ] as const) {
    await page.keyboard.press(key)
    const wanted = index ?? long.interview.sections.find(({ topic }) => topic !== null)?.start ?? -1
    await expectCurrent(page, long.interview, wanted)
    await expectInView(page, turnId(long.interview, wanted))
  }
})

test('the wheel moves the text by as much as it is turned, up through chunks that were never laid out', async ({
  page,
  long,
}) => {
  await openHere(page, long)
  await page.mouse.move(700, 400)
  for (let times = 0; times < 8; times += 1) {
    const id = await turnInMiddle(page)
    const top = await topOf(page, id)
    await page.mouse.wheel(0, -600)
    await expect.poll(() => topOf(page, id), `${id} has moved`).toBeCloseTo(top + 600, -0.5)
  }
})

/** By how much the text is higher or lower than the browser believes before it has laid out all of it, in CSS pixels. */
function misjudged(page: Page) {
  return page.evaluate(() => {
    const believed = document.documentElement.scrollHeight
    const style = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')!.sheet!
    const rule = style.insertRule('[data-chunk] { content-visibility: visible !important }', style.cssRules.length)
    const height = document.documentElement.scrollHeight
    style.deleteRule(rule)
    return Math.abs(height - believed)
  })
}

/** Waits until all heights are known. */
async function laidOutAhead(page: Page): Promise<void> {
  await expect.poll(() => misjudged(page), { timeout: 60_000, intervals: [1000] }).toBeLessThanOrEqual(2)
}

test('all of it is laid out in idle time, above the reader too, and nothing moves', async ({ page, long }) => {
  await openHere(page, long)
  const top = await topOf(page, ID)
  await laidOutAhead(page)
  await settled(page)
  expect(Math.abs((await topOf(page, ID)) - top)).toBeLessThanOrEqual(2)
  await expectCurrent(page, long.interview, HERE)
  await expect(page).toHaveURL(long.here)
})

test('after a press nothing is laid out ahead for a while: the next press comes first', async ({ page, long }) => {
  test.slow()
  await page.addInitScript(() => {
    const times = { pressedAt: Infinity, laidOutAt: Infinity }
    Object.assign(window, { times })
    addEventListener('keydown', ({ timeStamp }) => (times.pressedAt = timeStamp), { capture: true })
    new MutationObserver(() => {
      const isLater = performance.now() > times.pressedAt && document.querySelector('[data-laid-out]')
      if (isLater) times.laidOutAt = Math.min(times.laidOutAt, performance.now())
    }).observe(document, { attributeFilter: ['data-laid-out'], subtree: true })
  })
  await openHere(page, long)
  await page.keyboard.press('Shift')
  const waited = () =>
    page.evaluate(() => {
      const { times } = window as unknown as { times: { pressedAt: number; laidOutAt: number } }
      return times.laidOutAt - times.pressedAt
    })
  await expect.poll(waited, { timeout: 60_000 }).toBeLessThan(Infinity)
  expect(await waited()).toBeGreaterThan(1900)
})

for (const what of ['window', 'text'] as const)
  test(`it is laid out ahead once more when the ${what} takes another size`, async ({ page, long }) => {
    test.slow()
    await openHere(page, long)
    await laidOutAhead(page)
    if (what === 'window') await page.setViewportSize({ width: 500, height: 800 })
    else {
      await page.getByRole('button', { name: 'Reading settings' }).click()
      await page.getByRole('radio', { name: 'Largest' }).check()
    }
    expect(await misjudged(page)).toBeGreaterThan(2)
    await laidOutAhead(page)
  })

test('what is folded by a lens is not remembered as the height of the text', async ({ page, long }) => {
  test.slow()
  await openHere(page, long)
  await laidOutAhead(page)
  const length = () => page.evaluate(() => document.documentElement.scrollHeight)
  const whole = await length()
  await page.keyboard.press('l')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Questions only')
  await expect.poll(length).toBeLessThan(0.7 * whole)
  await settled(page)
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Everything')
  await expect.poll(() => page.locator('article[hidden]').count()).toBe(0)
  expect((await length()) / whole).toBeGreaterThan(0.9) // an estimate, until it is laid out again
  await page.keyboard.press('Escape')
  await laidOutAhead(page)
  expect(Math.abs((await length()) - whole)).toBeLessThanOrEqual(2)
})

test('the scroll bar ends where it is dragged to, and the turn there becomes the current one', async ({
  page,
  long,
}) => {
  await openHere(page, long)
  for (const share of [0.25, 1]) {
    await dragScrollBar(page, share)
    await settled(page)
    const { scrolled, current } = await page.evaluate(() => ({
      scrolled: window.scrollY / (document.documentElement.scrollHeight - window.innerHeight),
      current: document.querySelector('article[aria-current]')?.id ?? '',
    }))
    expect(scrolled).toBeCloseTo(share, 2)
    const index = long.interview.turns.findIndex(({ id }) => id === current)
    expect(Math.abs(index / (TURNS - 1) - share)).toBeLessThan(0.03)
    await expect(page.locator('article[aria-current]')).toBeInViewport()
  }
})

test('Back and Forward lead to the same places, however far apart', async ({ page, long }) => {
  await openHere(page, long)
  await page.keyboard.press('2')
  const far = await page.locator('article[aria-current]').getAttribute('id')
  await expectInView(page, far ?? '')
  await page.goBack()
  await expectCurrent(page, long.interview, HERE)
  await atRest(page)
  expect(await offLanding(page, ID)).toBeLessThanOrEqual(2)
  await page.goForward()
  await expect(page.locator('article[aria-current]')).toHaveId(far ?? '')
  await expectInView(page, far ?? '')
})

test('words are selected over the border of two chunks', async ({ page, long }) => {
  await openHere(page, long)
  const above = articleOf(page, long.interview, HERE - 1)
    .locator('p[dir="auto"]')
    .last()
  const below = articleOf(page, long.interview, HERE).locator('p[dir="auto"]').first()
  const selected = await selectOver(page, above, below)
  expect(selected).toContain(((await above.textContent()) ?? '').slice(-10))
  expect(selected).toContain(((await below.textContent()) ?? '').slice(0, 10))
})

test('the current turn stays where it is when the window or the text changes its size', async ({ page, long }) => {
  test.slow() // each time what is above it is measured anew, and the page scrolled by as much as it grows
  await openHere(page, long)
  await page.keyboard.press('j')
  await expectCurrent(page, long.interview, HERE + 1)
  await atRest(page)
  const id = turnId(long.interview, HERE + 1)
  const top = await topOf(page, id)
  for (const width of [420, 1280]) {
    await page.setViewportSize({ width, height: 720 })
    await settled(page)
    await expectCurrent(page, long.interview, HERE + 1)
    expect(Math.abs((await topOf(page, id)) - top), `at ${width} px`).toBeLessThanOrEqual(2)
  }
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByRole('radio', { name: 'Largest' }).check()
  await settled(page)
  await expectCurrent(page, long.interview, HERE + 1)
  expect(Math.abs((await topOf(page, id)) - top), 'with the largest text').toBeLessThanOrEqual(2)
})

test('nothing is lost by what is not laid out: find, select all, an anchor of the browser’s own', async ({
  page,
  long,
}) => {
  await page.goto(long.start)
  await isLive(page)
  const whole = long.interview.turns.flatMap(({ paragraphs }) => paragraphs)
  const words = whole.at(-3)?.slice(0, 30) ?? ''
  await page.keyboard.press('Control+A')
  const { isFound, selected } = await page.evaluate((text) => {
    const all = window.getSelection()?.toString() ?? ''
    window.getSelection()?.removeAllRanges()
    // `find` is what browsers have always had for it; the types do not know it.
    return { selected: all, isFound: (window as unknown as { find(words: string): boolean }).find(text) }
  }, words)
  expect(isFound).toBe(true)
  expect(whole.filter((text) => !selected.includes(text))).toEqual([])
  await page.goto(`${long.start}#${turnId(long.interview, 1700)}`)
  await expect(articleOf(page, long.interview, 1700)).toBeInViewport()
})

test('a screen reader has the heading of every turn, laid out or not', async ({ playwright, long }) => {
  // The browser keeps the whole tree when something that reads it is there, as this says.
  const args = [...chromiumArgs, '--force-renderer-accessibility']
  const browser = await playwright.chromium.launch({ executablePath: ensureChromium(), args })
  const page = await browser.newPage()
  await page.goto(long.here)
  await isLive(page)
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument')
  const tree = { nodeId: root.nodeId, role: 'heading' }
  await expect(async () => {
    const { nodes } = await session.send('Accessibility.queryAXTree', tree)
    const levels = nodes.map(({ properties = [] }) => properties.find(({ name }) => name === 'level')?.value.value)
    expect(levels.filter((level) => level === 3)).toHaveLength(TURNS)
  }).toPass({ timeout: 10_000 })
  await browser.close()
})

test('print lays out every turn', async ({ page, long }) => {
  await openHere(page, long)
  await page.emulateMedia({ media: 'print' })
  const skipped = await page.evaluate(
    () =>
      [...document.querySelectorAll('article')].filter((turn) => !turn.checkVisibility({ contentVisibilityAuto: true }))
        .length,
  )
  expect(skipped).toBe(0)
})

test('a far search hit is found, marked and brought into sight', async ({ page, long }) => {
  await openHere(page, long)
  const words = long.interview.turns[1990]?.paragraphs[0]?.split(' ').slice(0, 6).join(' ') ?? ''
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill(words)
  await expectCurrent(page, long.interview, 1990)
  await expectInView(page, turnId(long.interview, 1990))
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('current-hit') ?? [])].map(String)))
    .toEqual([words])
})

test('where the browser marks no ranges, the hits round the reader are marked by elements, and no more', async ({
  page,
  long,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights')
    Reflect.deleteProperty(window, 'Highlight')
  })
  await page.goto(`${long.here}?q=a`)
  await isLive(page)
  const last = articleOf(page, long.interview, TURNS - 1)
  await expect(articleOf(page, long.interview, HERE).locator('mark').first()).toHaveAttribute('data-highlight', 'hit')
  await expect(page.locator('article mark')).toHaveCount(2000)
  await expect(last.locator('mark')).toHaveCount(0)
  await page.getByRole('searchbox').blur()
  await page.keyboard.press('End')
  await expect(last.locator('mark').first()).toBeVisible()
  const texts = await page
    .locator('article')
    .evaluateAll((turns) =>
      turns.map((turn) =>
        Array.from(turn.querySelectorAll(':scope > p[dir="auto"]'), (words) => words.textContent).join('\n\n'),
      ),
    )
  expect(texts).toEqual(long.interview.turns.map(turnText))
})
