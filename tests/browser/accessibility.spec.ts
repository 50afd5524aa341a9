import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, isLive, NOT_FOUND_MESSAGE, open, START, test, topicPath, turnPath } from '../support/playerTest.ts'

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`))
}

for (const [name, options] of [
  ['in the light theme', { colorScheme: 'light', viewport: { width: 1440, height: 900 } }],
  ['in the dark theme', { colorScheme: 'dark', viewport: { width: 1440, height: 900 } }],
  ['on a phone', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
] as const) {
  test(`axe finds nothing on any kind of page ${name}`, async ({ newReader, interview, allowMessage }) => {
    test.setTimeout(120_000)
    allowMessage(NOT_FOUND_MESSAGE)
    const page = await (await newReader(options)).newPage()
    for (const path of [
      '/',
      topicPath('human-rights'),
      turnPath(interview, 7),
      '/format/',
      '/check/',
      '/nothing/',
      START,
    ]) {
      await open(page, path)
      expect(await findings(page), path).toEqual([])
    }
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    expect(await findings(page), 'with the keys').toEqual([])
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Reading settings' }).click()
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeVisible()
    expect(await findings(page), 'with the settings').toEqual([])
  })
}

test('the list of headings tells topics, questions and answers', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  const headings = await page
    .getByRole('main')
    .getByRole('heading')
    .evaluateAll((all) =>
      all.map((each) => `${each.tagName} ${each.querySelector('a[aria-label]')?.ariaLabel ?? each.textContent}`),
    )
  let number = 0
  const expected = interview.sections.flatMap(({ heading, start, end }) => [
    `H2 ${heading}`,
    ...interview.turns.slice(start, end).map(({ speaker }, position) => {
      if (start + position === interview.turns.length - 1) return `H3 ${speaker}`
      if (speaker === 'Editor') number += 1
      return `H3 ${speaker === 'Editor' ? 'Question' : 'Answer'} ${number}, ${speaker}`
    }),
  ])
  expect(headings).toEqual([`H1 ${interview.shortTitle}`, ...expected])
  expect(expected).toContain('H3 Answer 4, Dr. Carter')
  await expect(page.getByRole('heading', { level: 3, name: 'Question 4, Editor' })).toHaveCount(1)
})

test('a jump is said once and politely, a step is not said', async ({ page, interview }) => {
  await open(page, START)
  const live = page.locator('[role="status"], [role="alert"], [role="log"], [aria-live]')
  await expect(live).toHaveCount(1)
  await expect(live).toHaveText('')
  await page.keyboard.press('j')
  await expect(page.locator('article[aria-current]')).toHaveCount(1)
  await expect(live).toHaveText('')
  await page.keyboard.press('2')
  await expect(live).toHaveText('China, Question 4, Editor')
  await page.keyboard.press('j')
  await expect(page.locator('article[aria-current]')).toHaveId(interview.turns[7]?.id ?? '')
  await expect(live).toHaveText('')
  expect(await page.locator('article').locator('[aria-live], [role="status"]').count()).toBe(0)
})

test('the ribbon is a slider that says topic, part, speaker and turn', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  const ribbon = page.getByRole('slider', { name: 'Place in the interview' })
  await expect(ribbon).toHaveAttribute('aria-valuetext', 'China, Answer 4, Dr. Carter, turn 8 of 17')
  await expect(ribbon).toHaveAttribute('aria-valuenow', '8')
  await expect(ribbon).toHaveAttribute('aria-valuemin', '0')
  await expect(ribbon).toHaveAttribute('aria-valuemax', '17')
  await ribbon.focus()
  await page.keyboard.press('End')
  await expect(ribbon).toHaveAttribute('aria-valuetext', 'Closing, Editor, turn 17 of 17')
  await page.keyboard.press('Home')
  await expect(ribbon).toHaveAttribute('aria-valuetext', 'Opening, Question 1, Editor, turn 1 of 17')
  await expect(ribbon).toBeFocused()
})

test('the list of topics tells which one the reader is in', async ({ page, interview }) => {
  await open(page, START)
  const current = page.getByRole('navigation').locator('[aria-current]')
  await expect(current).toHaveCount(0)
  for (const index of [0, 4, 8, 16]) {
    await page.goto(turnPath(interview, index))
    await isLive(page)
    const section = interview.sections.find(({ start, end }) => index >= start && index < end)
    await expect(current).toHaveCount(1)
    await expect(current).toContainText(section?.heading ?? 'none')
  }
})
