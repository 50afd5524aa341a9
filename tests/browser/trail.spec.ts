import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Interview } from '../../src/domain/interview.ts'
import { turnText } from '../../src/domain/interview.ts'
import { writeAnnotations } from '../../src/domain/marks/formats/annotations.ts'
import { makeMark } from '../../src/domain/marks/makeMark.ts'
import { trailOfMarks } from '../../src/domain/marks/trailOfMarks.ts'
import { formatQuote } from '../../src/domain/quoteAddress.ts'
import { quoteSelector } from '../../src/domain/quote.ts'
import { writeTrail, type TrailStep } from '../../src/domain/trail.ts'
import { markedWords } from '../support/linkTest.ts'
import { expect, expectCurrent, open, test, turnPath } from '../support/playerTest.ts'

const HOSTILE = '<img src=x onerror="window.xss = 1"> & <b>bold</b>'

function stepOf(interview: Interview, index: number, words: string, note = ''): TrailStep {
  const turn = interview.turns[index]!
  const start = turnText(turn).indexOf(words)
  const quote = words === '' ? null : formatQuote(quoteSelector(turnText(turn), { start, end: start + words.length }))
  return { interview: interview.id, turn: turn.id, fingerprint: turn.fingerprint, quote, note }
}

const card = (page: Page) => page.getByRole('region', { name: /^A trail of/ })

for (const [name, options] of [
  ['on a wide screen', { viewport: { width: 1440, height: 900 } }],
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const)
  test(`a trail leads through its passages with their notes, ${name}`, async ({ newReader, interview }) => {
    const page = await (await newReader(options)).newPage()
    const fragment = writeTrail([
      stepOf(interview, 7, 'open lines of communication', HOSTILE),
      stepOf(interview, 9, '', 'second'),
    ])
    await open(page, turnPath(interview, 7) + fragment)
    await expect(card(page).getByRole('status')).toHaveText('Passage 1 of 2')
    await expect(card(page).getByRole('heading', { name: 'Notes by whoever sent this link' })).toBeVisible()
    await expect(card(page).getByText(HOSTILE)).toBeVisible()
    await expect.poll(() => markedWords(page)).toEqual(['open lines of communication'])
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await card(page).getByRole('button', { name: 'Next passage' }).click()
    await expectCurrent(page, interview, 9)
    await expect(card(page).getByText('second')).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`${interview.turns[9]!.id}/#trail=`))
    await card(page).getByRole('button', { name: 'Keep these passages' }).click()
    await expect(page.getByText('2 passages kept among your marks.')).toBeVisible()
    await card(page).getByRole('button', { name: 'Close' }).click()
    await expect(card(page)).toHaveCount(0)
    expect(new URL(page.url()).hash).toBe('')
    expect(await page.evaluate(() => 'xss' in window)).toBe(false)
  })

test('a trail says what was edited since, and what was damaged on its way', async ({ page, interview }) => {
  const edited = { ...stepOf(interview, 7, ''), quote: 'closed lines of communication to provoke misunderstandings' }
  await open(page, `${turnPath(interview, 7)}${writeTrail([edited])}!damaged`)
  await expect(card(page).getByText('Part of this link was damaged on its way, and is left out.')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'About the link' })).toContainText(
    'closed lines of communication',
  )
})

test('marks make a trail, whose link leads to them', async ({ page, context, interview }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  for (const index of [7, 3]) {
    await open(page, turnPath(interview, index))
    await page.keyboard.press('b')
    await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
  }
  await open(page, '/marks/')
  await page.getByRole('button', { name: 'Add to a trail' }).last().click()
  await page.getByRole('button', { name: 'Add to a trail' }).click()
  await page.getByRole('button', { name: 'Copy link to the trail' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto(link)
  await expect(card(page).getByRole('status')).toHaveText('Passage 1 of 2')
  await expectCurrent(page, interview, 3)
  await card(page).getByRole('button', { name: 'Next passage' }).click()
  await expectCurrent(page, interview, 7)
})

/** A trail that is longer than a link holds, as its maker saves it. */
function trailFile(interview: Interview) {
  const now = '2026-01-01T00:00:00.000Z'
  const marks = [
    [9, `${HOSTILE} ${'long '.repeat(2000)}`],
    [3, 'the second note'],
  ].map(([index, note]) =>
    makeMark(interview, {
      turn: interview.turns[Number(index)]!,
      range: null,
      note: String(note),
      id: `00000000-0000-4000-8000-00000000000${index}`,
      now,
    }),
  )
  expect(writeTrail(trailOfMarks(marks))).toBeNull()
  const buffer = Buffer.from(writeAnnotations(marks, () => 'https://example.org/', 'Trail'))
  return { name: 'trail.jsonld', mimeType: 'application/ld+json', buffer }
}

for (const [name, path, options] of [
  ['the page of all marks', '/marks/', { viewport: { width: 1440, height: 900 } }],
  [
    'the marks of an interview, on a phone',
    null,
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ],
] as const)
  test(`a trail that came as a file is followed from ${name}`, async ({ newReader, interview }) => {
    const page = await (await newReader(options)).newPage()
    await open(page, path ?? turnPath(interview, 3))
    if (!path) await page.getByRole('button', { name: 'Marks and notes' }).click()
    await page.getByLabel('Import').setInputFiles(trailFile(interview))
    await expect(page.getByText('trail.jsonld is a trail of 2 passages.')).toBeVisible()
    await page.getByRole('button', { name: 'Follow the trail' }).click()
    await expect(card(page).getByRole('status')).toHaveText('Passage 1 of 2')
    await expectCurrent(page, interview, 9)
    await expect(page).toHaveURL(new RegExp(`${interview.turns[9]!.id}/$`))
    await expect(card(page).getByRole('heading', { name: 'Notes by whoever sent this file' })).toBeVisible()
    await expect(card(page).getByText(HOSTILE)).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await card(page).getByRole('button', { name: 'Next passage' }).click()
    await expectCurrent(page, interview, 3)
    await expect(card(page).getByText('the second note')).toBeVisible()
    await card(page).getByRole('button', { name: 'Close' }).click()
    await expect(card(page)).toHaveCount(0)
    await page.keyboard.press('g')
    await expect(page.getByText(/^Nothing is marked in this interview/), 'nothing was imported').toBeVisible()
    expect(await page.evaluate(() => 'xss' in window)).toBe(false)
  })

test('a trail that came as a file is imported as marks where that is asked for', async ({ page, interview }) => {
  await open(page, '/marks/')
  await page.getByLabel('Import').setInputFiles(trailFile(interview))
  await page.getByRole('button', { name: 'Import as marks' }).click()
  await expect(page.getByText('2 marks imported.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Follow the trail' })).toHaveCount(0)
})
