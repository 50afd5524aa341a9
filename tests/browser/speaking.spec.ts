import { giveVoices, saidBy } from '../support/pageSpeech.ts'
import {
  articleOf,
  expect,
  expectCurrent,
  expectInView,
  isLive,
  open,
  START,
  test,
  turnPath,
} from '../support/playerTest.ts'

test.beforeEach(({ page }) => giveVoices(page))

test('reads aloud sentence by sentence, each speaker in a voice of their own, and marks words as they come', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 4)) // the shortest question
  await page.keyboard.press('p')
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('word')?.size ?? 0), { message: 'a word is marked' })
    .toBe(1)
  await expect(articleOf(page, interview, 5)).toHaveAttribute('aria-current', 'true', { timeout: 15_000 })
  await expectInView(page, interview.turns[5]!.id)
  await expect.poll(async () => (await saidBy(page)).length).toBeGreaterThanOrEqual(3)
  const [question, rest, answer] = await saidBy(page)
  expect(`${question?.text} ${rest?.text}`).toBe(interview.turns[4]!.paragraphs[0])
  expect(interview.turns[5]!.paragraphs[0]).toContain(answer?.text)
  expect(answer?.voice).not.toBe(question?.voice)
  await page.keyboard.press(' ')
  await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(false)
})

test('goes on at another speed in mid-sentence, and with the volume and voice that were chosen, also after a reload', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('p')
  await expect.poll(async () => (await saidBy(page)).length).toBe(1)
  await page.keyboard.press('>')
  await expect.poll(async () => (await saidBy(page)).at(-1)?.rate).toBe(1.25)
  expect(interview.turns[7]!.paragraphs[0]).toContain((await saidBy(page)).at(-1)?.text)
  await page.keyboard.press('o')
  const panel = page.getByRole('dialog', { name: 'Playing options' })
  await panel.getByRole('combobox', { name: 'Voice of Dr. Carter' }).selectOption('Cleo (en-US)')
  await panel.getByRole('slider', { name: 'Volume' }).fill('0.5')
  await expect.poll(async () => (await saidBy(page)).at(-1)).toMatchObject({ voice: 'Cleo', volume: 0.5 })
  await page.reload()
  await isLive(page)
  expect(await saidBy(page)).toEqual([]) // nothing sounds by itself
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => saidBy(page)).toMatchObject([{ voice: 'Cleo', volume: 0.5, rate: 1.25 }])
})

test('plays the answers only, and waits after each for those who study', async ({ page, interview }) => {
  await open(page, turnPath(interview, 0)) // a question; a short answer follows
  await page.keyboard.press('o')
  const panel = page.getByRole('dialog', { name: 'Playing options' })
  await panel.getByRole('group', { name: 'Play' }).getByRole('radio', { name: 'Answers' }).check()
  await panel.getByRole('group', { name: 'Wait for me after' }).getByRole('radio', { name: 'Answers' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expectCurrent(page, interview, 1)
  const note = page.getByRole('complementary', { name: 'Playing' })
  await expect(note).toBeVisible({ timeout: 15_000 })
  const before = (await saidBy(page)).length
  await page.keyboard.press('r')
  await expect.poll(async () => (await saidBy(page)).length).toBeGreaterThan(before)
  expect((await saidBy(page))[before]?.text).toBe((await saidBy(page))[0]?.text)
})

test('never moves the page under a reader who selects words, and offers the way back', async ({ page, interview }) => {
  await page.setViewportSize({ width: 900, height: 440 }) // a few lines of text
  await open(page, turnPath(interview, 3))
  await page.keyboard.press('p')
  await articleOf(page, interview, 3)
    .locator('p')
    .first()
    .dblclick({ position: { x: 60, y: 14 } })
  const stand = await page.evaluate(() => window.scrollY)
  await expect(page.getByRole('button', { name: 'Back to the spoken line' })).toBeVisible({ timeout: 15_000 })
  expect(await page.evaluate(() => window.scrollY)).toBe(stand)
})

test('a second tab that starts to play stops the first', async ({ page, context, interview }) => {
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('p')
  await expect.poll(async () => (await saidBy(page)).length).toBe(1)
  const second = await context.newPage()
  await giveVoices(second)
  await open(second, turnPath(interview, 9))
  await second.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expect(second.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('remembers where the reader stopped, and offers it at the start, never over a link’s own place', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 6))
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  await expect.poll(async () => (await saidBy(page)).length).toBeGreaterThan(1)
  await open(page, turnPath(interview, 9))
  await expect(page.getByRole('button', { name: /^Continue/ })).toBeHidden()
  await open(page, START)
  await page.getByRole('button', { name: /^Continue at China, 1:4/ }).click()
  await expectCurrent(page, interview, 7)
  expect(await saidBy(page)).toEqual([])
})
