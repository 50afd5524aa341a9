import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { turnAt } from '../../src/domain/interview.ts'
import { markedWords } from '../support/linkTest.ts'
import { expect, expectCurrent, isLive, open, test } from '../support/playerTest.ts'
import { longSiteUrl } from '../support/browserTest.ts'
import { longInterview, turnsOfLongSite } from '../support/longSite.ts'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search all interviews' })
const found = (page: Page) => page.getByRole('region', { name: 'Found' })

test('a word is typed, an answer is found and opened with its words marked, and Back leads back', async ({
  page,
  interview,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/search/')) asked.push(new URL(request.url()).pathname)
  })
  await open(page, '/')
  expect(asked).toEqual([])
  // The list of interviews is taken over a moment after the settings are in force.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(field(page)).toBeFocused({ timeout: 500 })
  }).toPass()
  await field(page).fill('')
  await page.keyboard.type('human rights')
  await expect(found(page).getByRole('status')).toHaveText('4 turns in 1 interview')
  await expect(found(page).locator('mark').first()).toHaveText('human rights')
  expect(asked.length).toBeLessThanOrEqual(6)
  const answer = found(page).getByRole('link', { name: /^Dr\. Carter China/ })
  await answer.click()
  await expectCurrent(page, interview, 7)
  await expect.poll(() => markedWords(page)).toEqual(['human rights'])
  await page.goBack()
  await expect(field(page)).toHaveValue('human rights')
  await expect(answer).toBeVisible()
  await page.goBack()
  await expect(found(page)).toHaveCount(0)
  await expect(field(page)).toHaveValue('')
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('an address opens the search, by keyboard alone, and axe finds nothing', async ({ page }) => {
  await open(page, '/?q=alliances')
  await expect(found(page).getByRole('status')).toHaveText(/in 1 interview$/)
  await expect(field(page)).toHaveValue('alliances')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await field(page).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'Exact words' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(found(page).getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?quote=/)
  await isLive(page)
})

test('a page without the search says so, and the list comes back', async ({ page, allowMessage }) => {
  allowMessage(/Failed to load resource/)
  await page.route('**/search/**', (route) => route.fulfill({ status: 500, body: 'no' }))
  await open(page, '/')
  await field(page).fill('china')
  await expect(found(page).getByRole('status')).toHaveText(
    /^The search did not work: .*could not be fetched \(500\)\.$/,
  )
  await page.unroute('**/search/**')
  await found(page).getByRole('button', { name: 'Try again' }).click()
  await expect(found(page).getByRole('status')).toHaveText(/in 1 interview$/)
  await field(page).fill('')
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('many answers come some at a time', async ({ page }) => {
  await page.goto(longSiteUrl('?q=the'))
  await expect(found(page).getByRole('status')).toHaveText(/^\d+ turns in 1 interview so far$/)
  await expect(found(page).getByRole('link')).toHaveCount(20)
  await found(page).getByRole('button', { name: 'More results' }).click()
  await expect(found(page).getByRole('link')).toHaveCount(40)
})

test('an answer in another part of a long interview is opened with its words marked', async ({ page }) => {
  const turn = turnAt(longInterview(), turnsOfLongSite().far)
  const words = turn.paragraphs[0]?.slice(0, 40).replace(/\s\S*$/, '') ?? ''
  await page.goto(longSiteUrl(`?q=${encodeURIComponent(words)}`))
  await found(page).getByRole('link').first().click()
  await expect(page.locator('article[aria-current]')).toHaveId(turn.id)
  await expect.poll(() => markedWords(page)).toEqual([words])
})
