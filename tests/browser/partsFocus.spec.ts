import type { Page } from '@playwright/test'
import { exchangeOf, partOf } from '../../src/domain/exchanges.ts'
import { turnAt } from '../../src/domain/interview.ts'
import { shownTurns } from '../../src/domain/lens.ts'
import { pathOfPlace } from '../../src/domain/link.ts'
import { longSiteUrl } from '../support/browserTest.ts'
import { longInterview, turnsOfLongSite } from '../support/longSite.ts'
import { atRest, expect, expectInView, open, test as base } from '../support/playerTest.ts'

const test = base.extend({ baseURL: async ({}, provide) => provide(longSiteUrl()) })

const interview = longInterview()
const { lastOfSecond } = turnsOfLongSite()
/** The last exchange of the second part, and the first two of the third, by their turns. */
const last = exchangeOf(interview, lastOfSecond)
const first = exchangeOf(interview, lastOfSecond + 1)
const second = exchangeOf(interview, first.end)
const idAt = (index: number) => turnAt(interview, index).id
const pathAt = (index: number) => pathOfPlace(interview, { kind: 'turn', turn: idAt(index) })
const root = (page: Page) => page.locator('html')
const headingAt = (page: Page, index: number) => page.locator(`[id="${idAt(index)}"] h3`)

async function enter(page: Page): Promise<void> {
  await page.keyboard.press('f')
  await expect(root(page)).toHaveAttribute('data-focus')
}

/** Expects one exchange alone on the stage, from its top on, at a turn of it that the address names. */
async function expectStage(page: Page, { start, end }: { start: number; end: number }, turn = start): Promise<void> {
  const ids = interview.turns.slice(start, end).map(({ id }) => id)
  const shown = page.getByRole('article')
  await expect(page.locator('article[aria-current]')).toHaveId(idAt(turn), { timeout: 15_000 })
  await expect.poll(() => shown.evaluateAll((all) => all.map(({ id }) => id))).toEqual(ids)
  await expect(root(page)).toHaveAttribute('data-focus')
  await expect(page).toHaveURL(new RegExp(`${pathAt(turn)}(\\?|$)`))
  await expect(page.getByRole('heading', { level: 2 })).toContainText(` · ${partOf(interview, start).number} of `)
  expect(await atRest(page)).toBe(0)
}

test('an exchange after the last one of a part is the first one of the next, and back', async ({ page }) => {
  await open(page, pathAt(lastOfSecond))
  await enter(page)
  await expectStage(page, last, lastOfSecond)
  await page.keyboard.press('j')
  await expectStage(page, first)
  await expect(headingAt(page, first.start)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expectStage(page, second)
  await page.keyboard.press('k')
  await expectStage(page, first)
  await page.keyboard.press('ArrowLeft')
  await expectStage(page, last)
  await expect(headingAt(page, last.start)).toBeFocused()
  await page.keyboard.press('J')
  await expectStage(page, last, lastOfSecond)
  await page.keyboard.press('J')
  await expectStage(page, first, first.end - 1)
  await page.keyboard.press('K')
  await expectStage(page, last, lastOfSecond)
  await expect(headingAt(page, lastOfSecond)).toBeFocused()
})

test('the buttons turn the page over the end of a part and keep the focus', async ({ page }) => {
  await open(page, pathAt(lastOfSecond))
  await enter(page)
  const next = page.getByRole('button', { name: 'Next turn' })
  await next.click()
  await expectStage(page, first)
  await expect(next).toBeFocused()
  await page.getByRole('button', { name: 'Previous turn' }).click()
  await expectStage(page, last)
})

test('focus mode is left at the same turn of another part', async ({ page }) => {
  await open(page, pathAt(lastOfSecond))
  await enter(page)
  await page.keyboard.press('J')
  await expectStage(page, first, first.end - 1)
  await page.keyboard.press('Escape')
  await expect(root(page)).not.toHaveAttribute('data-focus')
  await expect(page.locator('article[aria-current]')).toHaveId(idAt(first.end - 1))
  await expect(headingAt(page, first.end - 1)).toBeInViewport()
  await expect(headingAt(page, first.end - 1)).toBeFocused()
  await expect(page).toHaveURL(pathAt(first.end - 1))
  const top = await atRest(page)
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await expect(page).toHaveURL(pathAt(first.end - 1))
  await expect.poll(() => atRest(page), 'as a step to the turn lands').toBe(top)
})

test('Back and Forward lead from stage to stage in other parts', async ({ page }) => {
  await open(page, pathAt(lastOfSecond))
  await enter(page)
  await page.keyboard.press('1')
  const { topics, sections } = interview
  const { start } = sections.find(({ topic }) => topic === topics[0]?.id)!
  await expect(page).toHaveURL(pathOfPlace(interview, { kind: 'topic', topic: topics[0]!.id }))
  const stage = exchangeOf(interview, start)
  const shown = page.getByRole('article')
  const ids = ({ start: from, end }: typeof stage) => interview.turns.slice(from, end).map(({ id }) => id)
  await expect.poll(() => shown.evaluateAll((all) => all.map(({ id }) => id))).toEqual(ids(stage))
  await page.goBack()
  await expectStage(page, last, lastOfSecond)
  await page.goForward()
  await expect.poll(() => shown.evaluateAll((all) => all.map(({ id }) => id))).toEqual(ids(stage))
})

test('a lens holds on the stage over the end of a part', async ({ page }) => {
  const isShown = shownTurns(interview, { kind: 'answers' })
  const before = isShown.lastIndexOf(true, lastOfSecond)
  const next = isShown.indexOf(true, lastOfSecond + 1)
  await open(page, `${pathAt(before)}?lens=answers`)
  await expect(page.locator('article[hidden]').first()).toBeAttached()
  await enter(page)
  await page.keyboard.press('j')
  await expect(page.locator('article[aria-current]')).toHaveId(idAt(next), { timeout: 15_000 })
  await expect(page).toHaveURL(`${pathAt(next)}?lens=answers`)
  await expect(page.locator('article[data-stage]:not([hidden])')).toHaveCount(1)
  const folded = page.locator('article[data-stage][hidden="until-found"]')
  await expect(folded).toHaveId(idAt(first.start))
  expect((await folded.boundingBox())?.height).toBe(0)
  await page.keyboard.press('k')
  await expect(page.locator('article[aria-current]')).toHaveId(idAt(before))
  await expect(page).toHaveURL(`${pathAt(before)}?lens=answers`)
  await expect(root(page)).toHaveAttribute('data-focus')
})

test('playing turns the page over the end of a part', async ({ page }) => {
  await open(page, pathAt(lastOfSecond))
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('3×')
  await enter(page)
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('.')
  await expectStage(page, first)
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('p')
  await page.keyboard.press('f')
  await expect(root(page)).not.toHaveAttribute('data-focus')
  await expect(headingAt(page, first.start)).toBeInViewport()
})

test('a swipe turns the page over the end of a part on a phone', async ({ newReader }) => {
  const context = await newReader({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    baseURL: longSiteUrl(),
  })
  const page = await context.newPage()
  await open(page, pathAt(lastOfSecond))
  await page.getByRole('button', { name: 'Focus mode' }).tap()
  await expectStage(page, last, lastOfSecond)
  const touches = await context.newCDPSession(page)
  const swipe = async (across: number) => {
    const touch = (type: 'touchStart' | 'touchMove', x: number) =>
      touches.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y: 400 }] })
    await touch('touchStart', 200)
    for (const share of [0.3, 0.6, 1]) await touch('touchMove', 200 + across * share)
    await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await swipe(-120)
  await expectStage(page, first)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await swipe(120)
  await expectStage(page, last)
  for (const answer of [lastOfSecond, first.end - 1]) {
    await page.keyboard.press('J')
    await expect(page.locator('article[aria-current]')).toHaveId(idAt(answer), { timeout: 15_000 })
    await expectInView(page, idAt(answer))
  }
})
