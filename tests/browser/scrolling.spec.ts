import type { Page } from '@playwright/test'
import {
  articleOf,
  atRest,
  currentIndex,
  expect,
  expectCurrent,
  expectInView,
  historyLength,
  open,
  START,
  test,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

/** Turns the wheel over the text. */
async function wheel(page: Page, by: number) {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await page.mouse.move(width / 2, height / 2)
  await page.mouse.wheel(0, by)
}

test('reading on by the wheel makes the turn in view the current one when the page rests', async ({
  page,
  interview,
}) => {
  await open(page, START)
  const before = await historyLength(page)
  let latest = -1
  for (let times = 0; times < 6; times += 1) {
    await wheel(page, 500)
    await atRest(page)
    await expect.poll(() => currentIndex(page, interview)).toBeGreaterThanOrEqual(latest)
    latest = await currentIndex(page, interview)
    if (latest >= 0) await expect(page).toHaveURL(turnPath(interview, latest))
  }
  expect(latest).toBeGreaterThan(5)
  await expect(articleOf(page, interview, latest)).toBeInViewport()
  expect(await historyLength(page)).toBe(before)
})

test('scrolling to the end makes the last turn current, and back to the top none', async ({ page, interview }) => {
  await open(page, turnPath(interview, 8))
  await wheel(page, 20_000)
  await atRest(page)
  await expectCurrent(page, interview, interview.turns.length - 1)
  await wheel(page, -20_000)
  await atRest(page)
  await expectCurrent(page, interview, null)
  await expect(page).toHaveURL(START)
})

test('a small turn of the wheel leaves the current turn as it is', async ({ page, interview }) => {
  await open(page, turnPath(interview, 8))
  await wheel(page, 30)
  await atRest(page)
  await expectCurrent(page, interview, 8)
})

test('after reading on, a step goes on from where the reader is', async ({ page, interview }) => {
  await open(page, turnPath(interview, 2))
  await wheel(page, 1200)
  await atRest(page)
  await expect.poll(() => currentIndex(page, interview)).toBeGreaterThan(3)
  const here = await currentIndex(page, interview)
  await page.keyboard.press('j')
  await expectCurrent(page, interview, here + 1)
  await expectInView(page, turnId(interview, here + 1))
})

test('a step before the page rests goes on from what is in view', async ({ page, interview }) => {
  await open(page, turnPath(interview, 2))
  await page.evaluate(() => {
    // Two frames later the scroll may have ended, but the page does not rest yet.
    window.scrollBy({ top: 1200, behavior: 'instant' })
    requestAnimationFrame(() => {
      requestAnimationFrame(() =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true })),
      )
    })
  })
  await expect.poll(() => currentIndex(page, interview)).toBeGreaterThan(4)
})

test('while the wheel turns notch by notch, each a scroll of its own, the place waits', async ({ page, interview }) => {
  await open(page, turnPath(interview, 2))
  // Where the machine took longer between two notches than the page takes to rest, it is tried again.
  await expect(async () => {
    const { longest, changes } = await page.evaluate(async () => {
      window.scrollTo({ top: 0, behavior: 'instant' })
      await new Promise((done) => setTimeout(done, 500))
      let changed = 0
      const observer = new MutationObserver((records) => (changed += records.length))
      observer.observe(document.querySelector('main')!, { subtree: true, attributeFilter: ['aria-current'] })
      let last = performance.now()
      let gap = 0
      for (let notch = 0; notch < 12; notch += 1) {
        window.scrollBy({ top: 200, behavior: 'instant' })
        await new Promise((done) => document.addEventListener('scrollend', done, { once: true }))
        gap = Math.max(gap, performance.now() - last)
        last = performance.now()
      }
      observer.disconnect()
      return { longest: gap, changes: changed }
    })
    expect(longest).toBeLessThan(100)
    expect(changes).toBe(0)
  }).toPass()
  await expect.poll(() => currentIndex(page, interview)).toBeGreaterThan(3)
})

for (const takeover of ['wheel', 'PageUp'] as const) {
  test(`${takeover} ends a running smooth scroll at once`, async ({ page, interview }) => {
    await open(page, turnPath(interview, 0))
    const start = await atRest(page)
    await page.keyboard.press('2')
    const goal = await atRest(page)
    expect(goal - start).toBeGreaterThan(600)
    await page.evaluate(() => {
      const taken = { at: 0 }
      Object.assign(window, { taken })
      window.addEventListener('wheel', () => (taken.at = window.scrollY), { capture: true, passive: true })
      window.addEventListener('keydown', ({ key }) => key === 'PageUp' && (taken.at = window.scrollY), true)
    })
    await page.mouse.move(640, 360)
    for (const hasBegun of [true, false]) {
      await page.keyboard.press('Home')
      expect(await atRest(page)).toBe(start)
      await page.keyboard.press('2')
      if (hasBegun) await page.waitForFunction((from) => window.scrollY > from + 5, start)
      if (takeover === 'wheel') await page.mouse.wheel(0, -60)
      else await page.keyboard.press('PageUp')
      const rest = await atRest(page)
      const { at } = await page.evaluate(() => (window as unknown as { taken: { at: number } }).taken)
      expect(rest).toBeLessThanOrEqual(at + 40) // what a frame or two may add
    }
  })
}

test('a step while the page still glides ends at the right turn', async ({ page, interview }) => {
  await open(page, turnPath(interview, 2))
  await atRest(page)
  await page.keyboard.press('2')
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expectCurrent(page, interview, 4)
  await atRest(page)
  await expectCurrent(page, interview, 4)
  await expectInView(page, turnId(interview, 4))
  await expect(page).toHaveURL(turnPath(interview, 4))
})

test('a page that stutters while it glides still ends at the place that was asked for', async ({ page, interview }) => {
  await open(page, turnPath(interview, 1))
  await page.evaluate(() => {
    // As a slow machine or another program would: nothing moves for a while after each key.
    window.addEventListener('keydown', () => {
      const until = performance.now() + 250
      while (performance.now() < until);
    })
    const told: string[] = []
    Object.assign(window, { told })
    const marks = { subtree: true, attributeFilter: ['aria-current'] }
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof HTMLElement && target.matches('article[aria-current]')) told.push(target.id)
    }).observe(document, marks)
  })
  for (const key of ['Shift+J', 'j', '2', 'Shift+K', 'k', '1']) {
    const top = await page.evaluate(() => window.scrollY)
    await page.keyboard.press(key)
    await page.waitForFunction((before) => window.scrollY !== before, top)
  }
  await atRest(page)
  // Every turn on the way was asked for by a key; none was taken for read in between.
  const wanted = [3, 4, 6, 5, 4, 2].map((index) => turnId(interview, index))
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual(wanted)
  await expectInView(page, turnId(interview, 2))
})

test('clicking a turn makes it current where it stands, as a place that Back leaves', async ({ page, interview }) => {
  await open(page, turnPath(interview, 3))
  const top = await atRest(page)
  const before = await historyLength(page)
  await articleOf(page, interview, 2).locator('p').first().click()
  await expectCurrent(page, interview, 2)
  await expect(page).toHaveURL(turnPath(interview, 2))
  expect(await atRest(page)).toBe(top)
  expect(await historyLength(page)).toBe(before + 1)
  await page.goBack()
  await expectCurrent(page, interview, 3)
})

test('selecting words of a turn does not make it current', async ({ page, interview }) => {
  await open(page, turnPath(interview, 3))
  await atRest(page)
  const words = articleOf(page, interview, 2).locator('p').first()
  const box = (await words.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + 10, box.y + 15)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, box.y + 15, { steps: 5 })
  await page.mouse.up()
  expect(await page.evaluate(() => window.getSelection()?.toString())).not.toBe('')
  await expectCurrent(page, interview, 3)
  await expect(page).toHaveURL(turnPath(interview, 3))
})
