import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  expectInView,
  open,
  START,
  test,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

/** Folded, a turn takes no room, and is found by the browser's own search all the same. */
async function expectFolded(page: Page, id: string): Promise<void> {
  const turn = page.locator(`article[id="${id}"]`)
  await expect(turn).toHaveAttribute('hidden', 'until-found')
  expect((await turn.boundingBox())?.height).toBe(0)
}

test('a lens is chosen, folds the rest, is stepped in, and Back takes it off', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('l')
  await expect(page.getByRole('combobox', { name: 'Show' })).toBeFocused()
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Answers only')
  await page.keyboard.press('Escape')
  await expectFolded(page, turnId(interview, 6))
  await expect(page).toHaveURL(/\?lens=answers$/)
  await expectCurrent(page, interview, 7)
  await expectInView(page, turnId(interview, 7))
  await page.keyboard.press('j')
  await expectCurrent(page, interview, 9)
  await expectInView(page, turnId(interview, 9))
  // As the browser's own search does before it shows what it found.
  await articleOf(page, interview, 8).evaluate((article) =>
    article.dispatchEvent(new Event('beforematch', { bubbles: true })),
  )
  await expect(articleOf(page, interview, 8)).not.toHaveAttribute('hidden')
  await page.goBack()
  await expect(articleOf(page, interview, 6)).not.toHaveAttribute('hidden')
  await expect(page.getByRole('button', { name: 'Show everything' })).toHaveCount(0)
})

test('a link with a lens opens at its turn on a phone, and its folds open in place', async ({
  newReader,
  interview,
}) => {
  const page = await (
    await newReader({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  ).newPage()
  await open(page, `${turnPath(interview, 8)}?lens=questions`)
  await expectFolded(page, turnId(interview, 9))
  await expectInView(page, turnId(interview, 8))
  await page.getByRole('button', { name: /^Answer 5, Dr\. Carter/ }).tap()
  await expect(articleOf(page, interview, 9)).not.toHaveAttribute('hidden')
  await expectFolded(page, turnId(interview, 11))
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('scrolling through a lens opens nothing, and what is read is what is shown', async ({ page, interview }) => {
  await open(page, `${START}?lens=questions`)
  await expectFolded(page, turnId(interview, 1))
  await page.mouse.move(700, 400)
  for (let at = 0; at < 8; at += 1) {
    await page.mouse.wheel(0, 300)
    await atRest(page)
  }
  for (const [index, { speaker }] of interview.turns.entries())
    if (speaker !== 'Editor') await expectFolded(page, turnId(interview, index))
  const current = page.locator('article[aria-current]')
  await expect(current).toHaveCount(1)
  await expect(current).not.toHaveAttribute('hidden')
})

test('a fold that is opened by key has the focus in it, and none stands in focus mode', async ({ page, interview }) => {
  await open(page, `${turnPath(interview, 8)}?lens=questions`)
  await expectFolded(page, turnId(interview, 9))
  const line = page.getByRole('button', { name: /^Answer 5, Dr\. Carter/ })
  await line.press('Enter')
  await expect(articleOf(page, interview, 9).locator('h3')).toBeFocused()
  await page.keyboard.press('f')
  await expect(articleOf(page, interview, 9)).toBeInViewport()
  await expect(page.getByRole('button', { name: /^Answer \d, Dr\. Carter/ })).toHaveCount(0)
})

test('a search opens what it finds in a fold', async ({ page, interview }) => {
  await open(page, `${START}?lens=questions`)
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('open lines of communication')
  await expectCurrent(page, interview, 7)
  await expect(articleOf(page, interview, 7)).not.toHaveAttribute('hidden')
  await expect(page).toHaveURL(/\?q=open%20lines%20of%20communication&lens=questions$/)
})
