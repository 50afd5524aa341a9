import {
  expect,
  expectInView,
  expectQuestionAbove,
  START,
  test,
  topicPath,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

test.use({ javaScriptEnabled: false })

const SCREENS = [
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

for (const [name, viewport] of SCREENS) {
  test(`without JavaScript every turn’s page opens at its turn, its question above it, on ${name}`, async ({
    interview,
    newReader,
  }) => {
    const page = await (await newReader({ javaScriptEnabled: false, viewport })).newPage()
    for (const [index, { id, speaker }] of interview.turns.entries()) {
      await page.goto(turnPath(interview, index))
      await expectInView(page, id)
      if (speaker === 'Dr. Carter') await expectQuestionAbove(page, id)
      await expect(page.locator('article[aria-current]')).toHaveId(id)
    }
    for (const { id } of interview.topics) {
      await page.goto(topicPath(id))
      const first = interview.sections.find(({ topic }) => topic === id)?.start ?? -1
      await expectInView(page, turnId(interview, first))
    }
  })
}

test('without JavaScript the whole of a short interview stands on every page of it', async ({ page, interview }) => {
  for (const path of [START, turnPath(interview, 7), topicPath('outlook')]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(interview.shortTitle)
    for (const { id, paragraphs } of interview.turns)
      await expect(page.locator(`article[id="${id}"] p[dir="auto"]`)).toHaveText([...paragraphs])
    await page.getByText('Background', { exact: true }).click()
    await expect(page.getByText(interview.background?.paragraphs[0] ?? 'none')).toBeVisible()
  }
})

test('without JavaScript links lead to topics, turns, the library and back', async ({ page, interview }) => {
  await page.goto('/')
  const card = page.getByRole('article')
  await expect(card).toContainText(interview.title)
  await card.getByRole('link', { name: 'China' }).click()
  await expect(page).toHaveURL(topicPath('china'))
  await page
    .locator(`article[id="${turnId(interview, 7)}"]`)
    .getByRole('link', { name: 'Dr. Carter' })
    .click()
  await expect(page).toHaveURL(turnPath(interview, 7))
  await expectInView(page, turnId(interview, 7))
  await page.getByRole('navigation').getByRole('link', { name: 'Alliances' }).click()
  await expect(page).toHaveURL(topicPath('alliances'))
  await page.getByRole('link', { name: 'Colloquy' }).click()
  await expect(page).toHaveURL('/')
  await card.getByRole('link', { name: interview.title }).click()
  await expect(page).toHaveURL(START)
})

for (const [name, viewport] of SCREENS) {
  test(`without JavaScript no control is shown that would do nothing, on ${name}`, async ({ interview, newReader }) => {
    const page = await (await newReader({ javaScriptEnabled: false, viewport })).newPage()
    for (const path of ['/', START, turnPath(interview, 3), topicPath('china'), '/format/']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      const controls = page.locator('button, input, select, textarea, [role="slider"], [popover]')
      await expect(controls.filter({ visible: true }), path).toHaveCount(0)
    }
  })
}

test('without JavaScript an address that does not exist says so and leads on', async ({ page, allowMessage }) => {
  allowMessage(/404/)
  await page.goto('/interviews/nobody/nothing/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'All interviews' }).click()
  await expect(page).toHaveURL('/')
})
