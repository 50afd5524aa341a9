import type { Page } from '@playwright/test'
import { atRest, expect, expectCurrent, open, START, test, turnPath } from '../support/playerTest.ts'

interface Focused {
  readonly name: string
  readonly isInView: boolean
  readonly isMarked: boolean
  readonly isCovered: boolean
}

/** What has the focus, and whether that is to be seen. */
async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    const marked = [element, element.closest('label') ?? element]
    const [x, y] = [left + width / 2, top + height / 2]
    const onTop = document.elementFromPoint(x, y)
    return {
      name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
      isInView: right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight && height > 0,
      isMarked: marked.some((each) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(each)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      }),
      isCovered: onTop !== null && !element.contains(onTop) && !onTop.contains(element),
    }
  })
}

for (const [name, viewport] of [
  ['a wide screen', { width: 1280, height: 800 }],
  ['a narrow one', { width: 700, height: 900 }],
] as const) {
  test(`Tab reaches every control of the player in turn, each in view and marked, on ${name}`, async ({
    newReader,
  }) => {
    test.setTimeout(60_000)
    const page = await (await newReader({ viewport })).newPage()
    await open(page, START)
    const controls = page.locator('a[href], button, summary, [role="slider"]').filter({ visible: true })
    const seen: Focused[] = []
    // The buttons of a turn come when the focus comes to it.
    for (let times = 0; times < (await controls.count()); times += 1) {
      await page.keyboard.press('Tab')
      await atRestQuickly(page)
      seen.push(await focused(page))
    }
    expect(
      seen.filter(({ isInView }) => !isInView).map((each) => each.name),
      'out of view',
    ).toEqual([])
    expect(
      seen.filter(({ isMarked }) => !isMarked).map((each) => each.name),
      'not marked',
    ).toEqual([])
    expect(
      seen.filter(({ isCovered }) => isCovered).map((each) => each.name),
      'covered',
    ).toEqual([])
    for (const control of [
      'Colloquy',
      'Reading settings',
      'Keys',
      'Place in the interview',
      'Previous answer',
      'Next answer',
    ])
      expect(seen.map((each) => each.name)).toContain(control)
  })
}

/** A focus moves the page within the next frames, without gliding. */
async function atRestQuickly(page: Page) {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))),
  )
}

test('going through the controls of the bars leaves the reader’s place alone', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  const top = await atRest(page)
  await page
    .getByRole('banner')
    .getByRole('link', { name: 'Colloquy' })
    .evaluate((link) => link.focus({ preventScroll: true }))
  for (let times = 0; times < 10; times += 1) {
    await page.keyboard.press('Tab')
    expect(await atRest(page), (await focused(page)).name).toBe(top)
  }
  await expectCurrent(page, interview, 7)
  await expect(page).toHaveURL(turnPath(interview, 7))
})

test('? lists the keys, Escape closes the list and gives the focus back', async ({ page, interview }) => {
  await open(page, turnPath(interview, 3))
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toBeVisible()
  for (const key of ['j', 'k', 'J', 'K', 'Home', 'End', '[', ']', 'm', 'c', '?'])
    await expect(dialog.getByText(key, { exact: true })).toBeVisible()
  await page.keyboard.press('j')
  await expectCurrent(page, interview, 3)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('j')
  await expectCurrent(page, interview, 4)
})

test('a step takes the focus along, so that Tab goes on from the turn', async ({ page, interview }) => {
  await open(page, START)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expectCurrent(page, interview, 1)
  await expect(page.getByRole('heading', { level: 3, name: 'Answer 1, Dr. Carter' })).toBeFocused()
  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe('Answer 1, Dr. Carter')
  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe('Copy link to answer 1')
})

test('the button of a step keeps the focus, also at the end', async ({ page, interview }) => {
  await open(page, turnPath(interview, interview.turns.length - 2))
  const next = page.getByRole('button', { name: 'Next turn' })
  await next.focus()
  await page.keyboard.press('Enter')
  await expectCurrent(page, interview, interview.turns.length - 1)
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await expect(next).toBeFocused()
})

test('the first Tab offers to skip to the text', async ({ page }) => {
  await open(page, START)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe(
    await page.getByRole('main').locator('a, button, summary').first().textContent(),
  )
})
