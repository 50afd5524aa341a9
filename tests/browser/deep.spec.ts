import type { Page } from '@playwright/test'
import { turnAt, type Interview } from '../../src/domain/interview.ts'
import { pathOfPlace } from '../../src/domain/link.ts'
import { Parts } from '../../src/domain/parts.ts'
import { longSiteUrl } from '../support/browserTest.ts'
import { settled } from '../support/linkTest.ts'
import { dragScrollBar, offLanding, selectOver, topOf, turnInMiddle } from '../support/longPage.ts'
import { longInterview, turnsOfLongSite } from '../support/longSite.ts'
import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  expectInView,
  open,
  test as base,
  turnId,
} from '../support/playerTest.ts'

// Two thirds down in an interview of 10,000 turns.
const interview: Interview = longInterview()
const HERE = turnsOfLongSite().deep
const ID = turnAt(interview, HERE).id
const PATH = pathOfPlace(interview, { kind: 'turn', turn: ID })
const { starts } = new Parts(interview)
const part = starts.findLastIndex((start) => start <= HERE)
const [FIRST, LAST] = [starts[part] ?? 0, (starts[part + 1] ?? interview.turns.length) - 1]

const test = base.extend({ baseURL: async ({}, provide) => provide(longSiteUrl()) })

async function openHere(page: Page): Promise<void> {
  await open(page, PATH)
  await expect(articleOf(page, interview, LAST)).toBeAttached()
  await atRest(page)
}

test('the wheel moves the text by as much as it is turned, far down', async ({ page }) => {
  await openHere(page)
  expect(await offLanding(page, ID)).toBeLessThanOrEqual(2)
  await page.mouse.move(700, 400)
  for (const by of [-600, -600, 900, 900]) {
    const id = await turnInMiddle(page)
    const top = await topOf(page, id)
    await page.mouse.wheel(0, by)
    await expect.poll(() => topOf(page, id), `${id} has moved`).toBeCloseTo(top - by, -0.5)
  }
})

test('the scroll bar ends where it is dragged to, at both ends of the part', async ({ page }) => {
  await openHere(page)
  for (const [share, index] of [
    [1, LAST],
    [0, FIRST],
  ] as const) {
    await dragScrollBar(page, share)
    await settled(page)
    await expect(articleOf(page, interview, index)).toBeInViewport()
    const { current, scrolled } = await page.evaluate(() => ({
      current: document.querySelector('article[aria-current]')?.id ?? '',
      scrolled: window.scrollY / (document.documentElement.scrollHeight - window.innerHeight),
    }))
    expect(scrolled).toBeCloseTo(share, 2)
    if (current) expect(Math.abs(interview.turns.findIndex(({ id }) => id === current) - index)).toBeLessThanOrEqual(4)
  }
})

test('words are selected over the border of two chunks, far down', async ({ page }) => {
  await openHere(page)
  const above = articleOf(page, interview, HERE - 1)
    .locator('p[dir="auto"]')
    .last()
  const below = articleOf(page, interview, HERE).locator('p[dir="auto"]').first()
  const selected = await selectOver(page, above, below)
  expect(selected).toContain(((await above.textContent()) ?? '').slice(-10))
  expect(selected).toContain(((await below.textContent()) ?? '').slice(0, 10))
})

test('the current turn stays where it is when the window or the text changes its size, far down', async ({ page }) => {
  await openHere(page)
  await page.keyboard.press('j')
  await expectCurrent(page, interview, HERE + 1)
  await atRest(page)
  const id = turnId(interview, HERE + 1)
  const top = await topOf(page, id)
  for (const width of [420, 1280]) {
    await page.setViewportSize({ width, height: 720 })
    await settled(page)
    await expectCurrent(page, interview, HERE + 1)
    expect(Math.abs((await topOf(page, id)) - top), `at ${width} px`).toBeLessThanOrEqual(2)
  }
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByRole('radio', { name: 'Largest' }).check()
  await settled(page)
  await expectCurrent(page, interview, HERE + 1)
  expect(Math.abs((await topOf(page, id)) - top), 'with the largest text').toBeLessThanOrEqual(2)
})

test('the keys lead to the next turns and to both ends of the interview, far down', async ({ page }) => {
  await openHere(page)
  for (const [key, index] of [
    ['k', HERE - 1],
    ['j', HERE],
    ['End', interview.turns.length - 1],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key)
    await expect(articleOf(page, interview, index)).toHaveAttribute('aria-current', 'true', { timeout: 15_000 })
    await expectInView(page, turnId(interview, index))
  }
})
