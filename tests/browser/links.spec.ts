import { settled } from '../support/linkTest.ts'
import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  expectInView,
  expectQuestionAbove,
  historyLength,
  isLive,
  open,
  sharedUrl,
  START,
  test,
  topicPath,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

for (const [name, viewport] of [
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`the address of every turn opens at that turn, its question above it, on ${name}`, async ({
    interview,
    newReader,
  }) => {
    test.setTimeout(60_000)
    const reader = await newReader({ viewport })
    for (const [index, { id, speaker }] of interview.turns.entries()) {
      const page = await reader.newPage()
      await open(page, turnPath(interview, index))
      await expectCurrent(page, interview, index)
      await expectInView(page, id)
      if (speaker === 'Dr. Carter') await expectQuestionAbove(page, id)
      await atRest(page)
      await expectCurrent(page, interview, index)
      await expect(page).toHaveURL(turnPath(interview, index))
      await page.close()
    }
  })
}

test('the address copied by key opens at that answer for somebody else', async ({
  context,
  page,
  interview,
  newReader,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, START)
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Shift+J')
  await page.keyboard.press('c')
  await expect(page.getByRole('status')).toHaveText('Link to answer 4 copied')
  const address = await page.evaluate(() => navigator.clipboard.readText())
  expect(address).toBe(sharedUrl(interview, 7))

  const friend = await (await newReader()).newPage()
  await friend.goto(address)
  await expectCurrent(friend, interview, 7)
  await expectInView(friend, turnId(interview, 7))
  await expectQuestionAbove(friend, turnId(interview, 7))
})

test('the button at a turn copies the address of that turn', async ({ context, page, interview }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, turnPath(interview, 3))
  await articleOf(page, interview, 4).hover()
  await articleOf(page, interview, 4).getByRole('button', { name: 'Copy link to question 3' }).click()
  await expect(page.getByRole('status')).toHaveText('Link to question 3 copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sharedUrl(interview, 4))
  await expectCurrent(page, interview, 3)
})

test('an address that the browser will not copy is shown, selected, to be copied by hand', async ({
  page,
  interview,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('c')
  const field = page.getByRole('group', { name: 'Copy by hand' }).getByRole('textbox')
  await expect(field).toHaveValue(sharedUrl(interview, 7))
  await expect(field).toBeFocused()
  const selected = await field.evaluate((input: HTMLTextAreaElement) => [input.selectionStart, input.selectionEnd])
  expect(selected).toEqual([0, sharedUrl(interview, 7).length])
  await page.getByRole('group', { name: 'Copy by hand' }).getByRole('button', { name: 'Close' }).click()
  await expect(field).toHaveCount(0)
})

test('Back, Forward and reload return to the place', async ({ page, interview }) => {
  await open(page, turnPath(interview, 3))
  await page.keyboard.press('4')
  await expect(page).toHaveURL(topicPath('public-opinion'))
  await page.keyboard.press('j')
  await expect(page).toHaveURL(turnPath(interview, 11))
  await page.keyboard.press('1')
  await expect(page).toHaveURL(topicPath('alliances'))
  for (const [move, index] of [
    ['goBack', 11],
    ['goBack', 3],
    ['goForward', 11],
  ] as const) {
    await page[move]()
    await expectCurrent(page, interview, index)
    await expectInView(page, turnId(interview, index))
    await expect(page).toHaveURL(turnPath(interview, index))
  }
  await page.reload()
  await isLive(page)
  await expectCurrent(page, interview, 11)
  await expectInView(page, turnId(interview, 11))
  await page.goBack()
  await expectCurrent(page, interview, 3)
  await expectInView(page, turnId(interview, 3))
})

test('a step that has not come to rest is not lost by Back', async ({ page, interview }) => {
  await open(page, turnPath(interview, 3))
  await page.keyboard.press('j')
  await page.keyboard.press('5')
  await expect(page).toHaveURL(topicPath('outlook'))
  await page.goBack()
  await expectCurrent(page, interview, 4)
  await expect(page).toHaveURL(turnPath(interview, 4))
})

for (const afterMs of [0, 30, 60])
  test(`Back leads to the place and stays there, ${afterMs} ms after a jump began`, async ({ page, interview }) => {
    await open(page, turnPath(interview, 9))
    const top = await atRest(page)
    await page.evaluate(async (ms) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))
      await new Promise((resolve) => setTimeout(resolve, ms))
      window.history.back()
    }, afterMs)
    await settled(page)
    await expect(page).toHaveURL(turnPath(interview, 9))
    await expectCurrent(page, interview, 9)
    expect(await atRest(page)).toBe(top)
  })

test('a step there and back at once ends where it began', async ({ page, interview }) => {
  await open(page, turnPath(interview, 9))
  const top = await atRest(page)
  for (const ms of [0, 30, 60]) {
    await page.evaluate(async (wait) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true }))
      await new Promise((resolve) => setTimeout(resolve, wait))
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    }, ms)
    await settled(page)
    await expectCurrent(page, interview, 9)
    expect(await atRest(page), `${ms} ms after the step began`).toBe(top)
  }
})

test('a fragment that is followed while the address still waits for the reader to rest leads to its turn', async ({
  page,
  interview,
}) => {
  await open(page, START)
  await page.evaluate(
    async (id) => {
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
      while (!document.querySelector('article[aria-current]')) await new Promise(requestAnimationFrame)
      window.location.hash = id
    },
    turnId(interview, 8),
  )
  await settled(page)
  await expectInView(page, turnId(interview, 8))
})

test('a jump to a topic is a new entry, with the topic’s address until the next step', async ({ page, interview }) => {
  await open(page, START)
  const before = await historyLength(page)
  await page.getByRole('navigation').getByRole('link', { name: 'China' }).click()
  await expect(page).toHaveURL(topicPath('china'))
  await expectCurrent(page, interview, 6)
  await expectInView(page, turnId(interview, 6))
  await atRest(page)
  await expect(page).toHaveURL(topicPath('china'))
  expect(await historyLength(page)).toBe(before + 1)
  await page.keyboard.press('j')
  await expectCurrent(page, interview, 7)
  await expect(page).toHaveURL(turnPath(interview, 7))
  expect(await historyLength(page)).toBe(before + 1)
  await page.goBack()
  await expect(page).toHaveURL(START)
  await expectCurrent(page, interview, null)
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
})

test('the ribbon jumps to the turn under the pointer, as a new entry', async ({ page, interview }) => {
  await open(page, START)
  const before = await historyLength(page)
  const { width, height } = (await page.getByRole('slider').boundingBox()) ?? { width: 0, height: 0 }
  await page.getByRole('slider').click({ position: { x: width - 2, y: height / 2 } })
  await expectCurrent(page, interview, interview.turns.length - 1)
  await expectInView(page, turnId(interview, interview.turns.length - 1))
  await expect(page).toHaveURL(turnPath(interview, interview.turns.length - 1))
  expect(await historyLength(page)).toBe(before + 1)
  await page.goBack()
  await expectCurrent(page, interview, null)
})

test('a fragment in the address wins over the turn of the page', async ({ page, interview }) => {
  await page.goto(`${turnPath(interview, 3)}#${turnId(interview, 11)}`)
  await isLive(page)
  await expectInView(page, turnId(interview, 11))
  await atRest(page)
  await expectInView(page, turnId(interview, 11))
})

test('a link with a modifier is the browser’s own: it opens in a new tab at its turn', async ({
  context,
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 3))
  const opened = context.waitForEvent('page')
  await articleOf(page, interview, 4)
    .getByRole('link', { name: 'Editor' })
    .click({ modifiers: ['ControlOrMeta'] })
  const tab = await opened
  await expect(tab).toHaveURL(turnPath(interview, 4))
  await expectCurrent(tab, interview, 4)
  await expectInView(tab, turnId(interview, 4))
  await expectCurrent(page, interview, 3)
  await expect(page).toHaveURL(turnPath(interview, 3))
})

test('the speaker’s name is the turn’s own link: a plain click makes it current without loading', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, 3))
  await page.mouse.move(5, 5) // a sign of the reader, for which the voices wait
  await page.waitForLoadState('networkidle')
  const loads: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() !== 'other') loads.push(request.url()) // the browser asks for the icon again, from its cache
  })
  await articleOf(page, interview, 2).getByRole('link', { name: 'Editor' }).click()
  await expectCurrent(page, interview, 2)
  await expect(page).toHaveURL(turnPath(interview, 2))
  expect(loads).toEqual([])
})
