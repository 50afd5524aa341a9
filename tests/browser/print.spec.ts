import { expect, open, START, test, turnPath } from '../support/playerTest.ts'

test('print leaves out what belongs to the screen and shows speakers, topics, background and address', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 7))
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['banner', 'navigation', 'slider', 'button', 'status'] as const)
    await expect(page.getByRole(hidden).filter({ visible: true }), hidden).toHaveCount(0)
  await expect(page.locator('main footer')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const { name } of interview.speakers)
    await expect(page.locator('dl').getByText(name, { exact: true })).toBeVisible()
  for (const { heading } of interview.sections)
    await expect(page.getByRole('heading', { level: 2, name: heading ?? '' })).toBeVisible()
  for (const paragraph of interview.background?.paragraphs ?? []) {
    const printed = page.getByText(paragraph)
    expect(await printed.evaluate((words) => words.getBoundingClientRect().height)).toBeGreaterThan(10)
  }
  // The address that the build was told, whichever port the test serves the site on.
  const printed = page
    .locator('p')
    .filter({ hasText: interview.title })
    .filter({ hasText: /https?:\/\// })
  await expect(printed).toBeVisible()
  await expect(printed).toContainText(START)
  const speakers = page.locator('article h3 a').filter({ visible: true })
  await expect(speakers).toHaveText(interview.turns.map(({ speaker }) => speaker))
})

test('print turns a dark page light', async ({ newReader, interview }) => {
  const page = await (await newReader({ colorScheme: 'dark' })).newPage()
  await open(page, turnPath(interview, 7))
  await page.emulateMedia({ media: 'print' })
  const ink = await page
    .locator('article[aria-current] p')
    .first()
    .evaluate((words) => getComputedStyle(words).color)
  const [, ...channels] = /(\d+), (\d+), (\d+)/.exec(ink) ?? []
  expect(Math.max(...channels.map(Number))).toBeLessThan(100)
})

test('print makes a document of several pages', async ({ page }) => {
  await open(page, START)
  const document = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(document.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(1)
})
