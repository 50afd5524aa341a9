import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Interview } from '../../src/domain/interview.ts'
import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  expectInView,
  isLive,
  open,
  START,
  test,
  turnId,
  turnPath,
} from '../support/playerTest.ts'
import { barOf, dragOver } from '../support/selecting.ts'

const root = (page: Page) => page.locator('html')
const button = (page: Page) => page.getByRole('button', { name: 'Focus mode' })
const header = (page: Page) => page.getByRole('banner')
const transport = (page: Page) => page.getByRole('region', { name: 'Player' })

async function enter(page: Page): Promise<void> {
  await page.keyboard.press('f')
  await expect(root(page)).toHaveAttribute('data-focus')
}

/** Expects some turns to be all of the text that is to be seen, from the stage's top on. */
async function expectStage(page: Page, interview: Interview, turns: readonly number[]): Promise<void> {
  const shown = page.getByRole('article')
  await expect(shown).toHaveCount(turns.length)
  await expect
    .poll(() => shown.evaluateAll((all) => all.map(({ id }) => id)))
    .toEqual(turns.map((turn) => turnId(interview, turn)))
  expect(await atRest(page)).toBe(0)
}

test('f puts one exchange on the stage, large and alone; → and ← turn the page; f leads back to the same turn', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 7))
  await page.reload() // by now the fonts are there: with others the text is as high as elsewhere
  await isLive(page)
  const size = () =>
    articleOf(page, interview, 7)
      .locator('p')
      .first()
      .evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize))
  const before = await size()
  await enter(page)
  await expectStage(page, interview, [6, 7])
  expect(await size()).toBeGreaterThan(before * 1.5)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('China · 4 of 8')
  await expect(page.getByRole('heading', { name: 'Answer 4, Dr. Carter' })).toBeFocused()
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('status')).toHaveText('Focus mode: f or Escape leaves it.')

  await page.keyboard.press('ArrowRight')
  await expectStage(page, interview, [8, 9])
  await expectCurrent(page, interview, 8)
  await page.keyboard.press('J')
  await expectStage(page, interview, [8, 9])
  await expectCurrent(page, interview, 9)
  await page.keyboard.press('J')
  await expectStage(page, interview, [10, 11])
  await expectCurrent(page, interview, 11)
  await page.keyboard.press('ArrowLeft')
  await expectStage(page, interview, [8, 9])
  await page.keyboard.press('End')
  await expectStage(page, interview, [16])
  await expect(page.getByRole('button', { name: 'Next turn' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('3')
  await expectStage(page, interview, [8, 9])
  await expect(page).toHaveURL(`${START}topics/human-rights/`)
  await page.goBack()
  await expectStage(page, interview, [16])
  await page.goForward()
  await page.keyboard.press('J')

  await page.keyboard.press('f')
  await expect(root(page)).not.toHaveAttribute('data-focus')
  await expectCurrent(page, interview, 9)
  await expectInView(page, turnId(interview, 9))
  await expect(page.getByRole('heading', { name: 'Answer 5, Dr. Carter' })).toBeFocused()
  const top = await atRest(page)
  await page.goto(turnPath(interview, 9))
  expect(await atRest(page), 'as a link to the turn lands').toBe(top)
})

test('the button asks for full screen; leaving either leaves both', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  const isFullScreen = () => page.evaluate(() => document.fullscreenElement !== null)
  await button(page).click()
  await expect(button(page)).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(isFullScreen).toBe(true)
  await page.evaluate(() => document.exitFullscreen()) // as the system does by its own means
  await expect(root(page)).not.toHaveAttribute('data-focus')

  await button(page).click()
  await expect.poll(isFullScreen).toBe(true)
  await page.keyboard.press('Escape')
  await expect(root(page)).not.toHaveAttribute('data-focus')
  await expect.poll(isFullScreen).toBe(false)
  await expectInView(page, turnId(interview, 7))
})

test('words on the stage can be selected and shared; Escape closes that first', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  await enter(page)
  const paragraph = articleOf(page, interview, 7).locator('p[dir="auto"]').first()
  await dragOver(page, { paragraph, words: 'strategic competition' })
  await barOf(page).getByRole('button', { name: 'Cite' }).click()
  const card = page.getByRole('region', { name: 'Share this sentence' })
  await expect(card).toContainText('strategic competition')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('playing turns the page', async ({ page, interview }) => {
  await open(page, turnPath(interview, 16)) // short, and the last one
  await page.keyboard.press('K')
  await expectCurrent(page, interview, 15)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('3×')
  await enter(page)
  await expectStage(page, interview, [14, 15])
  await page.keyboard.press('p')
  await expect(articleOf(page, interview, 16)).toHaveAttribute('aria-current', 'true', { timeout: 10_000 })
  await expectStage(page, interview, [16])
})

test('the bars go when nothing happens and come back at once, for the keyboard too', async ({ page, interview }) => {
  await page.clock.install()
  await open(page, turnPath(interview, 7))
  await enter(page)
  const opacity = () => header(page).evaluate((bar) => getComputedStyle(bar).opacity)
  await page.clock.runFor(3100)
  await expect(root(page)).toHaveAttribute('data-focus', 'bare')
  await expect.poll(opacity).toBe('0')
  await expect(transport(page)).toHaveCSS('opacity', '0')
  await page.mouse.move(300, 300, { steps: 2 })
  await expect.poll(opacity).toBe('1')

  await page.clock.runFor(3100)
  await expect(root(page)).toHaveAttribute('data-focus', 'bare')
  await button(page).focus()
  expect(await opacity()).toBe('1')
  await page.keyboard.press('Shift+Tab')
  await page.clock.runFor(6100)
  expect(await opacity(), 'with the focus to be seen in them').toBe('1')

  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.mouse.move(400, 400)
  await page.clock.runFor(6100)
  expect(await opacity(), 'with the settings open').toBe('1')
})

test('axe finds nothing in it, with and without the bars', async ({ page, interview }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.clock.install()
  await open(page, turnPath(interview, 7))
  await enter(page)
  await page.keyboard.press('Tab') // to a control: while it has the focus, the bars stay, however long it takes to look at them
  await page.getByRole('banner').getByRole('link').focus()
  for (const bars of ['', 'bare']) {
    if (bars) {
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
      await page.clock.runFor(6100)
    }
    await expect(root(page)).toHaveAttribute('data-focus', bars)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
})

test('print shows the whole interview', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  await enter(page)
  await page.emulateMedia({ media: 'print' })
  for (const turn of [0, 7, 16]) await expect(articleOf(page, interview, turn)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'Outlook' })).toBeVisible()
})

test('a swipe turns the page on a phone, where nothing sticks out', async ({ newReader, interview }) => {
  const page = await (
    await newReader({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  ).newPage()
  await open(page, turnPath(interview, 7))
  await button(page).tap()
  await expectStage(page, interview, [6, 7])
  const touches = await page.context().newCDPSession(page)
  const swipe = async (to: { x: number; y: number }) => {
    const touch = (type: 'touchStart' | 'touchMove', x: number, y: number) =>
      touches.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] })
    await touch('touchStart', 200, 400)
    for (const share of [0.3, 0.6, 1]) await touch('touchMove', 200 + to.x * share, 400 + to.y * share)
    await touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await swipe({ x: -120, y: 10 })
  await expectStage(page, interview, [8, 9])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await swipe({ x: 120, y: -10 })
  await expectStage(page, interview, [6, 7])
  await swipe({ x: -20, y: -120 })
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('China · 4 of 8')
})
