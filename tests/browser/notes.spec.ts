import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Interview } from '../../src/domain/interview.ts'
import { makeMark } from '../../src/domain/marks/makeMark.ts'
import type { Mark } from '../../src/domain/marks/mark.ts'
import { writeAnnotations } from '../../src/domain/marks/formats/annotations.ts'
import { longSiteUrl } from '../support/browserTest.ts'
import { longInterview, turnsOfLongSite } from '../support/longSite.ts'
import { articleOf, expect, open, START, test, turnPath } from '../support/playerTest.ts'

const WIDE = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const HOSTILE = '<img src=x onerror="window.xss = 1"> & <b>bold</b>'

function noteOn(interview: Interview, index: number, note: string): Mark {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
  return makeMark(interview, { turn: interview.turns[index]!, range: null, note, id, now: '2026-01-01T00:00:00.000Z' })
}

/** Brings marks in as a file, as a reader does. */
async function bringIn(page: Page, marks: readonly Mark[]): Promise<void> {
  await open(page, '/marks/')
  const buffer = Buffer.from(writeAnnotations(marks, () => 'https://example.org/'))
  await page.getByLabel('Import').setInputFiles({ name: 'marks.jsonld', mimeType: 'application/ld+json', buffer })
  await expect(page.getByText(/ imported\.$/)).toBeVisible()
}

/** Where each line of the text begins, in CSS pixels of the page. */
function lines(page: Page): Promise<number[]> {
  return page
    .locator('article > p[dir="auto"]')
    .evaluateAll((all) =>
      all.flatMap((each) => [each.getBoundingClientRect().top + scrollY, each.getBoundingClientRect().left]),
    )
}

/** The note on an answer, or the sign of it. */
const noteAt = (page: Page, answer: number) =>
  page.getByRole('group', { name: `Your note on answer ${answer}` }).getByRole('button')

for (const [name, options] of [
  ['beside it in a wide margin', WIDE],
  ['as a sign at it on a phone', PHONE],
] as const)
  test(`a note stands at its turn, ${name}, and opens for writing`, async ({ newReader, interview }) => {
    const page = await (await newReader(options)).newPage()
    await open(page, START)
    await open(page, turnPath(interview, 7)) // now with the fonts of the site at hand
    const before = await lines(page)
    await bringIn(page, [
      ...[0, 1, 2, 3, 4, 5].map((index) => noteOn(interview, index, 'before')),
      noteOn(interview, 7, HOSTILE),
      noteOn(interview, 9, 'x'.repeat(5000)),
    ])
    await open(page, turnPath(interview, 7))
    const button = noteAt(page, 4)
    await expect(button).toBeVisible()
    await expect(noteAt(page, 5)).toBeVisible()
    expect(await lines(page), 'no line of the text has moved').toEqual(before)
    const article = (await articleOf(page, interview, 7).boundingBox())!
    const note = (await button.boundingBox())!
    expect(note.y, 'it stands beside its turn').toBeGreaterThanOrEqual(article.y)
    expect(note.y + note.height).toBeLessThanOrEqual(article.y + article.height)
    if (options === WIDE) {
      expect(note.x, 'and right of its words').toBeGreaterThan(article.x + article.width)
      await expect(button).toHaveText(HOSTILE)
    } else expect(Math.min(note.width, note.height), 'large enough for a finger').toBeGreaterThanOrEqual(44)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await button.click()
    await expect(page.locator('textarea:focus')).toHaveValue(HOSTILE)
    expect((await articleOf(page, interview, 7).boundingBox())!.y, 'the page has not moved').toBe(article.y)
    await expect(page.locator('textarea:focus')).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => 'xss' in window)).toBe(false)
  })

test('a note is never taken along with the words, nor printed', async ({ page, context, interview }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await bringIn(page, [noteOn(interview, 1, 'my own words')])
  await open(page, START)
  await expect(noteAt(page, 1)).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(interview.turns[1]!.paragraphs[0])
  expect(copied).not.toContain('my own words')
  await page.emulateMedia({ media: 'print' })
  await expect(noteAt(page, 1)).toBeHidden()
})

test('notes are in no one’s way in focus mode', async ({ page, interview }) => {
  await bringIn(page, [noteOn(interview, 7, 'mine')])
  await open(page, turnPath(interview, 7))
  await expect(noteAt(page, 4)).toBeVisible()
  await page.keyboard.press('f')
  await expect(noteAt(page, 4)).toBeHidden()
})

test('a note is painted beside a chunk of a long interview that waits to be laid out', async ({ newReader }) => {
  const page = await (await newReader(WIDE)).newPage()
  const { turns } = longInterview()
  const { answer } = turnsOfLongSite()
  // The first turn of the next chunk, and the last of the one before, from where both are seen.
  const noted = answer - 31 + 40
  await open(page, longSiteUrl(`interviews/${longInterview().id}/${encodeURIComponent(turns[answer]!.id)}/`))
  await page.keyboard.press('j')
  const current = page.locator('article[aria-current]')
  await expect(current).toHaveId(turns[answer + 1]!.id)
  for (let index = answer + 2; index <= noted; index += 1) await page.keyboard.press('j')
  await expect(current).toHaveId(turns[noted]!.id)
  await page.keyboard.press('a')
  await page.locator('textarea:focus').fill('mine')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('k')
  await expect(current).toHaveId(turns[noted - 1]!.id)
  const chunk = page.locator('[data-chunk]', { has: page.locator(`article[id="${turns[noted]!.id}"]`) })
  await expect(chunk).not.toHaveAttribute('data-near')
  await expect(page.getByRole('button', { name: 'mine' })).toBeInViewport({ ratio: 1 })
})
