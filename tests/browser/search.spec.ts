import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { atRest, expect, expectCurrent, historyLength, open, START, test, turnPath } from '../support/playerTest.ts'

/** The words of a highlight, one text for each range. */
function highlighted(page: Page, name: string): Promise<string[]> {
  return page.evaluate((highlight) => [...(CSS.highlights.get(highlight) ?? [])].map(String), name)
}

const card = (page: Page) => page.getByRole('search', { name: 'Search this interview' })
const status = (page: Page) => card(page).getByRole('status')

/** The hit that the reader is at stands between the bars, and no card covers it. */
async function expectHitInSight(page: Page): Promise<void> {
  await expect(async () => {
    const { words, cover, bar } = await page.evaluate(() => {
      const [hit] = [...(CSS.highlights.get('current-hit') ?? [])] as Range[]
      const box = document.querySelector('[role="search"]')?.getBoundingClientRect()
      const isAbove = box !== undefined && box.top <= 0
      const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
      return {
        words: hit?.getBoundingClientRect() ?? null,
        cover: isAbove ? box.bottom : header,
        bar: window.innerHeight - parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom),
      }
    })
    expect(words?.top).toBeGreaterThanOrEqual(cover)
    expect(words?.bottom).toBeLessThanOrEqual(bar)
  }).toPass()
}

test('a search marks its hits, leads from one to the next, and Back leaves it', async ({ page, interview }) => {
  await open(page, START)
  const before = await historyLength(page)
  await page.keyboard.press('/')
  await page.keyboard.type('Human RIGHTS')
  await expect(status(page)).toHaveText('1 of 5')
  await expectCurrent(page, interview, 7)
  await expect
    .poll(async () => (await highlighted(page, 'hit')).join().toLowerCase())
    .toBe(Array(5).fill('human rights').join())
  await expect.poll(() => highlighted(page, 'current-hit')).toEqual(['human rights'])
  await expect(page.locator('#ribbon_ticks rect')).toHaveCount(5)
  await page.keyboard.press('Enter')
  await expectCurrent(page, interview, 8)
  await expect(status(page)).toHaveText('2 of 5')
  await expect(page).toHaveURL(/\?q=Human%20RIGHTS$/)
  expect(await historyLength(page)).toBe(before + 1)
  await page.goBack()
  await expect(card(page)).toHaveCount(0)
  expect(await highlighted(page, 'hit')).toEqual([])
  await page.goForward()
  await expect(status(page)).toHaveText('5 hits')
})

test('a hit on a phone is in sight below the search, which is worked by finger', async ({ newReader, interview }) => {
  const page = await (
    await newReader({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  ).newPage()
  await open(page, START)
  await page.getByRole('button', { name: 'Search this interview' }).tap()
  await card(page).getByRole('searchbox').fill('areas like')
  await expect(status(page)).toHaveText('1 of 2')
  await card(page).getByRole('button', { name: 'Next hit' }).tap()
  await expectCurrent(page, interview, 7)
  await expectHitInSight(page)
  const box = await card(page).boundingBox() // above, where no keyboard comes
  expect(box?.y).toBe(0)
  expect(box?.height).toBeLessThanOrEqual(844 / 2)
  await card(page).getByRole('button', { name: 'List' }).tap()
  await expect(card(page).getByRole('listitem')).toHaveCount(2)
  const { violations } = await new AxeBuilder({ page }).include('[role="search"]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

for (const [name, viewport] of [
  ['in a low window', { width: 1100, height: 480 }],
  ['on a phone', { width: 390, height: 640 }],
] as const)
  test(`every next hit comes to rest in sight, also far down in a tall turn, ${name}`, async ({ newReader }) => {
    const page = await (await newReader({ viewport })).newPage()
    await open(page, START)
    await page.keyboard.press('/')
    await page.keyboard.type('the')
    await expect(status(page)).toHaveText(/^1 of \d+$/)
    for (let hit = 2; hit < 12; hit += 1) {
      await page.keyboard.press('Enter')
      await expect(status(page)).toHaveText(new RegExp(`^${hit} of`))
      await atRest(page)
      await expectHitInSight(page)
    }
  })

test('a link to a search opens at its place, with the search beside it', async ({ page, interview }) => {
  await open(page, `${turnPath(interview, 9)}?q=china&speaker=Dr.%20Carter`)
  await expect(status(page)).toHaveText('3 hits')
  await expectCurrent(page, interview, 9)
  expect(await highlighted(page, 'hit')).toEqual(['China', 'China', 'China'])
  await page.getByRole('button', { name: 'Close the search' }).click()
  await expect(page).toHaveURL(turnPath(interview, 9))
})
