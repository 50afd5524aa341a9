import {
  articleOf,
  expect,
  expectInView,
  NOT_FOUND_MESSAGE,
  siteUrl,
  START,
  test,
  turnId,
  turnPath,
} from '../support/playerTest.ts'
import { oneOf, randomFrom } from '../support/random.ts'

test.beforeEach(({ allowMessage }) => allowMessage(NOT_FOUND_MESSAGE))

test('a turn that is not there leads to the turn that is nearest', async ({ page, interview }) => {
  const wrong = turnId(interview, 7).split('-').slice(1).join('-')
  const response = await page.goto(`${START}the-${wrong}/`)
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`This interview has no turn called “the-${wrong}”.`)
  await expect(page).toHaveTitle(/Not found/)
  const nearest = page.getByRole('link', { name: 'Answer 4' })
  await expect(nearest).toContainText((interview.turns[7]?.paragraphs[0] ?? 'none').slice(0, 60))
  await nearest.click()
  await expect(page).toHaveURL(turnPath(interview, 7))
  await expect(articleOf(page, interview, 7)).toHaveAttribute('aria-current', 'true')
  await expectInView(page, turnId(interview, 7))
})

test('a topic that is not there leads to the interview and its topics', async ({ page, interview }) => {
  await page.goto(`${START}topics/weather/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This interview has no topic called “weather”.')
  for (const { label } of interview.topics) await expect(page.getByRole('link', { name: label })).toBeVisible()
  await page.getByRole('link', { name: 'China' }).click()
  await expect(page).toHaveURL(`${START}topics/china/`)
  await expectInView(page, turnId(interview, 6))
  await page.goBack()
  await page.getByRole('link', { name: interview.shortTitle }).click()
  await expect(page).toHaveURL(START)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(interview.shortTitle)
})

test('an interview that is not there leads to the nearest one', async ({ page, interview }) => {
  await page.goto('/interviews/blinken-initiative/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There is no interview called “blinken-initiative” here.',
  )
  await page.getByRole('link', { name: interview.title }).click()
  await expect(page).toHaveURL(START)
  // The page that is come to has the focus on its heading: from then on its keys are at work.
  await expect(page.getByRole('heading', { level: 1, name: interview.shortTitle })).toBeFocused()
  await page.keyboard.press('j')
  await expect(articleOf(page, interview, 0)).toHaveAttribute('aria-current', 'true')
})

test('any other address that leads to nothing says so and leads to the library', async ({ page }) => {
  await page.goto('/nothing/here/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address.')
  await page.getByRole('main').getByRole('link', { name: 'All interviews' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Interviews')
})

test('the address of all interviews leads to the library', async ({ page, interview }) => {
  await page.goto('/interviews/')
  await expect(page.getByRole('link', { name: interview.title })).toBeVisible()
})

const STARTS = [
  '',
  '',
  'interviews/',
  'INTERVIEWS/',
  START.slice(1),
  START.slice(1),
  `${START.slice(1)}topics/`,
] as const
const PIECES = [
  '%', '%zz', '%E0%A4%A', '%00', '%0A', '%2F', '%2e%2e', '%5C', '%25', '%22', '%3Cscript%3Ewindow.hacked=1%3C/script%3E',
  '%3Cimg%20src=x%20onerror=window.hacked=1%3E', 'javascript:window.hacked=1', '%E2%80%AE', '%E2%81%A6', '%D7%A9%D7%9C',
  '你好', '🙂', '%F0%9F', 'a'.repeat(900), '..', '.', '...', '//', '/', '-', '--', 'topics', 'TOPICS', 'China', 'index.html',
  '404.html', ';a=b', '&', '=', '+', '%20', ' ', ':', '@', '*', '~', '__proto__', 'constructor', 'null',
  '{{7*7}}', '$%7B7%7D', '\'', '?', '?a=%', '#', '#%', '#"><script>', 'alliances', 'blinken-initiatives',
] as const // prettier-ignore

/** An address that somebody could type, paste, cut short or make up to do harm. */
function hostilePath(random: (below: number) => number): string {
  let path: string = oneOf(random, STARTS)
  for (let more = 1 + random(4); more > 0; more -= 1) path += oneOf(random, PIECES)
  return `/${path}${random(2) ? '/' : ''}`
}

for (const seed of [1, 2]) {
  test(`fifty made-up addresses each show a page with a way on, and run nothing (${seed})`, async ({ page }) => {
    test.setTimeout(120_000)
    const random = randomFrom(seed)
    const problems: string[] = []
    page.on('pageerror', ({ message }) => problems.push(`${page.url()}: ${message}`))
    page.on('dialog', (dialog) => {
      problems.push(`a dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    const wayOn = page.getByRole('banner').or(page.getByRole('main')).locator('a[href="/"]').filter({ visible: true })
    for (let times = 0; times < 50; times += 1) {
      const path = hostilePath(random)
      await page.goto(siteUrl(`.${path}`))
      try {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/)
        await expect(wayOn.first()).toBeVisible()
        expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
        await expect(page.locator('#app_root').locator('script, img, iframe')).toHaveCount(0)
      } catch (error) {
        problems.push(`${path}: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}`)
      }
    }
    expect(problems).toEqual([])
  })
}
