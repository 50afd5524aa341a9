import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  expectInView,
  historyLength,
  open,
  START,
  test,
  topicPath,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

test('j steps through every turn, each in view, and the address follows without new entries', async ({
  page,
  interview,
}) => {
  await open(page, START)
  const before = await historyLength(page)
  await expectCurrent(page, interview, null)
  for (const [index, { id }] of interview.turns.entries()) {
    await page.keyboard.press('j')
    await expectCurrent(page, interview, index)
    await expectInView(page, id)
    await expect(page).toHaveURL(turnPath(interview, index))
  }
  await page.keyboard.press('j')
  await expectCurrent(page, interview, interview.turns.length - 1)
  expect(await historyLength(page)).toBe(before)
})

test('k steps back through every turn and stops at the first', async ({ page, interview }) => {
  await open(page, turnPath(interview, interview.turns.length - 1))
  for (let index = interview.turns.length - 2; index >= 0; index -= 1) {
    await page.keyboard.press('k')
    await expectCurrent(page, interview, index)
    await expectInView(page, turnId(interview, index))
  }
  await page.keyboard.press('k')
  await expectCurrent(page, interview, 0)
  await expect(page).toHaveURL(turnPath(interview, 0))
})

test('J and K step through the answers alone', async ({ page, interview }) => {
  const answers = interview.turns.flatMap(({ speaker }, index) => (speaker === 'Dr. Carter' ? [index] : []))
  expect(answers).toHaveLength(8)
  await open(page, START)
  for (const index of answers) {
    await page.keyboard.press('Shift+J')
    await expectCurrent(page, interview, index)
    await expectInView(page, turnId(interview, index))
  }
  for (const index of answers.toReversed().slice(1)) {
    await page.keyboard.press('Shift+K')
    await expectCurrent(page, interview, index)
  }
})

test('arrows step, Home and End lead to the first and the last turn', async ({ page, interview }) => {
  await open(page, START)
  await page.keyboard.press('ArrowRight')
  await expectCurrent(page, interview, 0)
  await page.keyboard.press('ArrowRight')
  await expectCurrent(page, interview, 1)
  await page.keyboard.press('ArrowLeft')
  await expectCurrent(page, interview, 0)
  await page.keyboard.press('End')
  await expectCurrent(page, interview, interview.turns.length - 1)
  await expectInView(page, turnId(interview, interview.turns.length - 1))
  await page.keyboard.press('Home')
  await expectCurrent(page, interview, 0)
  await expectInView(page, turnId(interview, 0))
})

test('the buttons step as the keys do, and stay where they are at the ends', async ({ page, interview }) => {
  await open(page, START)
  const before = await historyLength(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await expect(button('Previous turn')).toHaveAttribute('aria-disabled', 'true')
  await button('Next turn').click()
  await expectCurrent(page, interview, 0)
  await button('Next answer').click()
  await expectCurrent(page, interview, 1)
  await button('Next answer').click()
  await expectCurrent(page, interview, 3)
  await expectInView(page, turnId(interview, 3))
  await expect(page.getByRole('region', { name: 'Player' })).toContainText('Answer 2 of 8')
  await button('Previous turn').click()
  await expectCurrent(page, interview, 2)
  await button('Previous answer').click()
  await expectCurrent(page, interview, 1)
  await expect(button('Previous answer')).toHaveAttribute('aria-disabled', 'true')
  expect(await historyLength(page)).toBe(before)
})

test('a digit jumps to a topic, and brackets to the headings before and after', async ({ page, interview }) => {
  await open(page, START)
  for (const [position, { id }] of interview.topics.entries()) {
    await page.keyboard.press(String(position + 1))
    await expect(page).toHaveURL(topicPath(id))
    const first = interview.sections.find(({ topic }) => topic === id)?.start ?? -1
    await expectCurrent(page, interview, first)
    await expectInView(page, turnId(interview, first))
  }
  await page.keyboard.press('2')
  await page.keyboard.press(']')
  await expect(page).toHaveURL(topicPath('human-rights'))
  await page.keyboard.press('[')
  await page.keyboard.press('[')
  await expect(page).toHaveURL(topicPath('alliances'))
  await page.keyboard.press('[')
  await expect(page).toHaveURL(turnPath(interview, 0))
  await expectCurrent(page, interview, 0)
})

test('m goes round the turns elsewhere that mention the topic', async ({ page, interview }) => {
  await open(page, topicPath('human-rights'))
  const mentions = interview.turns.flatMap(({ mentions: topics }, index) =>
    topics.some((id) => id === 'human-rights') ? [index] : [],
  )
  expect(mentions.length).toBeGreaterThan(1)
  const after = mentions.find((index) => index > 8)
  await page.keyboard.press('m')
  await expectCurrent(page, interview, after ?? mentions[0] ?? -1)
  await expect(page).toHaveURL(turnPath(interview, after ?? mentions[0] ?? -1))
})

test('a held key ends at the turn that it was let go at', async ({ page, interview }) => {
  await open(page, START)
  const before = await historyLength(page)
  for (let times = 0; times < 12; times += 1) await page.keyboard.down('j')
  await page.keyboard.up('j')
  await expectCurrent(page, interview, 11)
  await atRest(page)
  await expectCurrent(page, interview, 11)
  await expectInView(page, turnId(interview, 11))
  await expect(page).toHaveURL(turnPath(interview, 11))
  expect(await historyLength(page)).toBe(before)
})

test('arrows are left alone with a modifier and with selected words', async ({ page, interview }) => {
  await open(page, turnPath(interview, 3))
  for (const key of ['Shift+ArrowRight', 'Control+ArrowRight', 'Meta+ArrowRight', 'Control+j']) {
    await page.keyboard.press(key)
    await expectCurrent(page, interview, 3)
  }
  await articleOf(page, interview, 3)
    .locator('p')
    .first()
    .evaluate((words) => window.getSelection()?.selectAllChildren(words))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expectCurrent(page, interview, 3)
  await page.evaluate(() => window.getSelection()?.removeAllRanges())
  await page.keyboard.press('ArrowRight')
  await expectCurrent(page, interview, 4)
})

test('arrows belong to the setting or the slider that has the focus', async ({ page, interview }) => {
  await open(page, turnPath(interview, 3))
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByRole('radio', { name: 'Medium' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Large', exact: true })).toBeChecked()
  await page.keyboard.press('j')
  await expectCurrent(page, interview, 3)
  await page.keyboard.press('Escape')
  await page.getByRole('slider').focus()
  await page.keyboard.press('ArrowRight')
  await expectCurrent(page, interview, 4)
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /^China, Question 4, Editor/)
})

test('letter keys can be turned off, which is remembered; arrows stay', async ({ page, interview }) => {
  await open(page, turnPath(interview, 3))
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByRole('checkbox', { name: 'Letter keys' }).uncheck()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.keyboard.press('Escape')
  for (const key of ['j', 'Shift+J', '2', ']', 'm', '?']) await page.keyboard.press(key)
  await expectCurrent(page, interview, 3)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expectCurrent(page, interview, 4)
  await expect(page).toHaveURL(turnPath(interview, 4))

  await page.reload()
  await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible() // the settings are in force
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await expect(page.getByRole('checkbox', { name: 'Letter keys' })).not.toBeChecked()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowRight')
  await expectCurrent(page, interview, 5)
})
