import type { Page } from '@playwright/test'
import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  expectInView,
  open,
  test,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

// A plain Chromium without voices: what every reader without one gets. The pace is a guide for the eye.

/** The words that are marked as being said. */
function saidWords(page: Page): Promise<string> {
  return page.evaluate(() =>
    Array.from(CSS.highlights.get('sentence') ?? [], (range) => (range instanceof Range ? range.toString() : '')).join(
      ' ',
    ),
  )
}

test('play without a voice moves the place on at a reading pace, and says so in one line', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('p')
  await expect(page.getByRole('status')).toContainText('No voice for this language here')
  await expect.poll(() => saidWords(page)).toContain('The U.S.-China relationship')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press(' ')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('playing goes on into the next turn, which becomes the current one and is in view', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 4)) // the shortest question
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('3×')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(articleOf(page, interview, 5)).toHaveAttribute('aria-current', 'true', { timeout: 15_000 })
  await expectInView(page, turnId(interview, 5))
  await expect(page).toHaveURL(turnPath(interview, 5))
})

test('a reader who scrolls away is left alone, and a chip leads back', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('p')
  await expect.poll(() => saidWords(page)).not.toBe('')
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, 1800)
  const chip = page.getByRole('button', { name: 'Back to the spoken line' })
  await expect(chip).toBeVisible()
  const away = await atRest(page)
  await expectCurrent(page, interview, 7)
  await chip.click()
  await expect(chip).toHaveCount(0)
  expect(await atRest(page)).not.toBe(away)
  await expectInView(page, turnId(interview, 7))
})

test('a step while it plays goes on from there', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('p')
  await expect.poll(() => saidWords(page)).toContain('The U.S.-China relationship')
  await page.keyboard.press('2')
  await expect.poll(() => saidWords(page)).toContain('Exactly!')
  await expectCurrent(page, interview, 6)
})

test('where what shows playing cannot be fetched that is said, it plays, and shows at the next press', async ({
  page,
  interview,
  allowMessage,
}) => {
  allowMessage(/ERR_FAILED/)
  await page.route('**/assets/showPlaying*', (route) => route.abort())
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('p')
  await expect(page.getByRole('status')).toContainText('Part of the player could not be fetched.')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(articleOf(page, interview, 7)).toContainText('The U.S.-China relationship')
  await page.unroute('**/assets/showPlaying*')
  await page.keyboard.press('p')
  await page.keyboard.press('p')
  await expect.poll(() => saidWords(page)).toContain('The U.S.-China relationship')
})
