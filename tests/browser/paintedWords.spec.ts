import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { turnText } from '../../src/domain/interview.ts'
import { follow, markedWords } from '../support/linkTest.ts'
import { articleOf, expect, open, START, test, turnPath } from '../support/playerTest.ts'
import { barOf, clipboardOf, selectedWords, selectWords } from '../support/selecting.ts'

const MARKED = 'open lines of communication'
/** The turn that says it. */
const ANSWER = 7

async function withoutHighlights(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights')
    Reflect.deleteProperty(window, 'Highlight')
  })
  return page
}

/** The words that are marked by elements, with what they are marked as. */
function painted(page: Page): Promise<string[]> {
  return page
    .locator('article mark')
    .evaluateAll((marks) => marks.map((mark) => `${mark.textContent}: ${mark.getAttribute('data-highlight')}`))
}

/** The paragraph that says some words. */
function paragraphWith(page: Page, words: string) {
  return page.locator('article > p[dir="auto"]', { hasText: words })
}

async function highlight(page: Page, words: string): Promise<void> {
  const paragraph = paragraphWith(page, words)
  await selectWords({ paragraph, words })
  await page.keyboard.press('h')
}

test.beforeEach(({ page }) => withoutHighlights(page))

test('every hit is marked by an element, which looks as a highlight does', async ({ page }) => {
  await open(page, START)
  await page.keyboard.press('/')
  await page.keyboard.type('open lines')
  await expect.poll(() => painted(page)).toEqual(['open lines: current-hit hit quote'])
  await page.getByRole('searchbox').fill('human rights')
  await expect(page.locator('article mark')).toHaveCount(5)
  await expect(page.locator('mark[data-highlight~="current-hit"]')).toHaveCount(1)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const name of ['hit', 'current-hit']) {
      const looks = await page
        .locator(`[data-highlight^="${name}"]`)
        .first()
        .evaluate((mark, highlighted) => {
          const looksOf = ({ backgroundColor, color }: CSSStyleDeclaration) => `${color} on ${backgroundColor}`
          return [
            looksOf(getComputedStyle(mark)),
            looksOf(getComputedStyle(mark.closest('p') ?? mark, `::highlight(${highlighted})`)),
          ]
        }, name)
      expect(looks[0]).toBe(looks[1])
    }
    const { violations } = await new AxeBuilder({ page }).include('article:has(mark)').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }
  await page.getByRole('button', { name: 'Close the search' }).click()
  await expect(page.locator('article mark')).toHaveCount(0)
})

test('words are copied over marks as they stand in the text, and a link to them finds them again', async ({
  page,
  context,
  newReader,
  interview,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, turnPath(interview, ANSWER))
  await highlight(page, MARKED)
  await expect.poll(() => painted(page)).toEqual([`${MARKED}: mark`])
  await page.reload()
  await expect.poll(() => painted(page)).toEqual([`${MARKED}: mark`])
  await expect(page.locator('article mark')).toHaveCSS('text-decoration-line', 'underline')
  await expect(page.locator('article mark')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await page.keyboard.press('/')
  await page.keyboard.type('of')
  await expect.poll(async () => (await painted(page)).join('; ')).toContain('of: hit mark')
  await page.getByRole('searchbox').blur()

  const words = 'emphasized open lines of communication to mitigate'
  await selectWords({ paragraph: paragraphWith(page, words), words })
  expect(await selectedWords(page)).toBe(words)
  await page.keyboard.press('ControlOrMeta+C')
  expect((await clipboardOf(page))['text/plain']).toBe(words)
  await barOf(page).getByRole('button', { name: 'Copy quote' }).click()
  await expect(page.getByRole('status').getByText('Quote copied')).toBeVisible()
  expect((await clipboardOf(page))['text/plain']).toContain(`“${words}”`)
  // From the middle of a mark.
  await selectWords({ paragraph: paragraphWith(page, words), words: 'lines of communication to' })
  await barOf(page).getByRole('button', { name: 'Link' }).click()
  await expect(page.getByRole('status').getByText('Link to these words copied')).toBeVisible()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  const reader = await newReader()
  for (const friend of [await reader.newPage(), await withoutHighlights(await reader.newPage())]) {
    await follow(friend, address)
    await expect.poll(() => markedWords(friend)).toEqual(['lines of communication to'])
  }
  await expect(articleOf(page, interview, ANSWER).locator(':scope > p[dir="auto"]')).toHaveText([
    turnText(interview.turns[ANSWER]!),
  ])
})

test('what is selected stays selected when something before it comes to be marked', async ({
  page,
  context,
  interview,
}) => {
  const other = await context.newPage()
  await open(page, turnPath(interview, ANSWER))
  await open(other, turnPath(interview, ANSWER))
  await page.keyboard.press('b') // from now on it looks after what other tabs mark
  await expect(page.getByRole('button', { name: 'Keep answer 4' })).toHaveAttribute('aria-pressed', 'true')
  const words = 'to mitigate'
  await selectWords({ paragraph: paragraphWith(page, words), words })
  await expect(barOf(page)).toBeVisible()
  await highlight(other, MARKED)
  await expect.poll(() => painted(page)).toEqual([`${MARKED}: mark`])
  expect(await selectedWords(page)).toBe(words)
  await expect(barOf(page)).toBeVisible()
})
