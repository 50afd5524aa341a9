import { gzipSync } from 'node:zlib'
import type { Page, Route } from '@playwright/test'
import { atRest, expect, isLive, open, START, test, topicPath, turnPath } from '../support/playerTest.ts'

const MAX_SCRIPT_BYTES = 110 * 1024
const MAX_FONT_BYTES = 130_000

/** Keeps the program from loading until the function that it returns is called. */
async function holdProgram(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = []
  let isHeld = true
  await page.route('**/*.js', (route) => {
    if (isHeld) held.push(route)
    else void route.continue()
  })
  return async () => {
    isHeld = false
    await Promise.all(held.map((route) => route.continue()))
  }
}

/** The sum of all layout shifts from the first moment on, with those that follow an input. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)
}

/** Every colour that the page's ground had in a frame. */
async function watchGround(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const grounds = new Set<string>()
    Object.assign(window, { grounds })
    const look = () => {
      if (document.body) grounds.add(getComputedStyle(document.body).backgroundColor)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  return () => page.evaluate(() => [...(window as unknown as { grounds: Set<string> }).grounds])
}

test('a first visit to an answer stays within its budgets for JavaScript and fonts', async ({
  newReader,
  interview,
}) => {
  const page = await (await newReader()).newPage()
  const sizes = { script: 0, font: 0 }
  const measured: Promise<void>[] = []
  page.on('response', (response) => {
    const type = response.request().resourceType()
    const isScript = type === 'script' || /\.m?js$/.test(new URL(response.url()).pathname)
    if (isScript) measured.push(response.body().then((body) => void (sizes.script += gzipSync(body).length)))
    else if (type === 'font') measured.push(response.body().then((body) => void (sizes.font += body.length)))
  })
  await open(page, turnPath(interview, 7))
  await page.waitForLoadState('networkidle')
  await Promise.all(measured)
  expect(sizes.script).toBeGreaterThan(10_000)
  expect(sizes.script).toBeLessThanOrEqual(MAX_SCRIPT_BYTES)
  expect(sizes.font).toBeGreaterThan(10_000)
  expect(sizes.font).toBeLessThanOrEqual(MAX_FONT_BYTES)
})

for (const [name, viewport] of [
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`nothing shifts when a page loads and is taken over, on ${name}`, async ({ newReader, interview }) => {
    for (const path of ['/', START, topicPath('china'), turnPath(interview, 7), '/format/']) {
      const reader = await newReader({ viewport })
      const page = await reader.newPage()
      const shifts = await watchShifts(page)
      await open(page, path)
      await page.waitForLoadState('networkidle')
      await atRest(page)
      expect(await shifts(), path).toBeLessThan(0.001)
      await reader.close()
    }
  })

  test(`the page stands at its place before the program comes, and stays there, on ${name}`, async ({
    newReader,
    interview,
  }) => {
    const page = await (await newReader({ viewport })).newPage()
    for (const path of [START, topicPath('china'), turnPath(interview, 7), turnPath(interview, 16)]) {
      const release = await holdProgram(page)
      await page.goto(path, { waitUntil: 'commit' })
      await expect(page.locator('article')).toHaveCount(interview.turns.length)
      await page.evaluate(() => document.fonts.ready)
      const before = await atRest(page)
      if (path !== START) expect(before).toBeGreaterThan(0)
      await release()
      await isLive(page)
      expect(await atRest(page), path).toBe(before)
      await page.unroute('**/*.js')
    }
  })
}

test('the kept theme is in force before the program comes, and no other ground is ever shown', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 7))
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(light)
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)

  const shifts = await watchShifts(page)
  const grounds = await watchGround(page)
  const release = await holdProgram(page)
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('article')).toHaveCount(interview.turns.length)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark)
  await release()
  await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(await grounds()).toEqual([dark])
  expect(await shifts()).toBeLessThan(0.001)
})

test('nothing is put in force before the program comes when nothing was kept', async ({ page, interview }) => {
  const release = await holdProgram(page)
  await page.goto(START, { waitUntil: 'commit' })
  await expect(page.locator('article')).toHaveCount(interview.turns.length)
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'undefined')
  await expect(page.locator('html')).not.toHaveAttribute('data-text-size', 'undefined')
  await release()
  await isLive(page)
})

test('a kept light theme wins over a dark system', async ({ newReader }) => {
  const page = await (await newReader({ colorScheme: 'dark' })).newPage()
  await open(page, START)
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.getByRole('button', { name: 'Light theme' }).click()
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Dark theme' })).toBeVisible()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(dark)
})

test('the chosen text size is remembered and in force before the program comes', async ({ page, interview }) => {
  const size = () =>
    page
      .locator('article p[dir="auto"]')
      .first()
      .evaluate((words) => getComputedStyle(words).fontSize)
  await open(page, START)
  const medium = await size()
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByRole('radio', { name: 'Largest' }).check()
  await expect.poll(size).not.toBe(medium)
  const largest = await size()

  const shifts = await watchShifts(page)
  const release = await holdProgram(page)
  await page.goto(turnPath(interview, 7), { waitUntil: 'commit' })
  await expect(page.locator('article')).toHaveCount(interview.turns.length)
  expect(await size()).toBe(largest)
  await release()
  await page.waitForLoadState('networkidle')
  await atRest(page)
  expect(await size()).toBe(largest)
  expect(await shifts()).toBeLessThan(0.001)
})
