import {
  expect,
  expectCurrent,
  expectInView,
  isLive,
  NOT_FOUND_MESSAGE,
  START,
  subSiteUrl,
  test,
  topicPath,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

test('the site under a sub-path leads from the library to a turn and back', async ({ page, interview }) => {
  await page.goto(subSiteUrl())
  await isLive(page)
  await page.getByRole('link', { name: interview.title }).click()
  await expect(page).toHaveURL(subSiteUrl(START))
  // The page that is come to has the focus on its heading: from then on its keys are at work.
  await expect(page.getByRole('heading', { level: 1, name: interview.shortTitle })).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expectCurrent(page, interview, 1)
  await expect(page).toHaveURL(subSiteUrl(turnPath(interview, 1)))
  await page.keyboard.press('2')
  await expect(page).toHaveURL(subSiteUrl(topicPath('china')))
  await page.reload()
  await isLive(page)
  await expectCurrent(page, interview, 6)
  await expectInView(page, turnId(interview, 6))
  await page.goBack()
  await expectCurrent(page, interview, 1)
  await expect(page).toHaveURL(subSiteUrl(turnPath(interview, 1)))
  await page.getByRole('banner').getByRole('link', { name: 'Colloquy' }).click()
  await expect(page).toHaveURL(subSiteUrl())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interviews')
})

test('every link under a sub-path stays in it and leads somewhere', async ({ page, request, interview }) => {
  const found = new Set<string>()
  for (const path of ['', START, turnPath(interview, 7), topicPath('china'), 'format/']) {
    await page.goto(subSiteUrl(path))
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    for (const link of links) found.add(link.replace(/#.*/, ''))
  }
  expect(found.size).toBeGreaterThan(20)
  for (const link of found) {
    expect(link).toContain(subSiteUrl())
    expect((await request.get(link)).status(), link).toBe(200)
  }
})

test('a wrong address under a sub-path says so and leads back into it', async ({ page, allowMessage }) => {
  allowMessage(NOT_FOUND_MESSAGE)
  await page.goto(subSiteUrl(`${START}nothing-of-this-kind/`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/has no turn called/)
  await page.getByRole('main').getByRole('link', { name: 'All interviews' }).click()
  await expect(page).toHaveURL(subSiteUrl())
})
