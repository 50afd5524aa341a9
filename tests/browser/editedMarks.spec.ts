import type { Page } from '@playwright/test'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { writeAnnotations } from '../../src/domain/marks/formats/annotations.ts'
import { makeMark } from '../../src/domain/marks/makeMark.ts'
import { expect, test } from '../support/browserTest.ts'
import { openEditedSite } from '../support/editedSite.ts'
import { isLive } from '../support/playerTest.ts'

const KETTLE = 'The kettle is on the stove already.'
const WELCOME = 'Host: Welcome to the programme, and thank you for making the long journey.'
const BREAD = 'Baker: Sourdough needs patience, warm hands and flour from a mill that you trust.'
const ASIDE = 'Host: Before we go on, a word about the weather, which is <b>terrible</b> & cold today.'
const RYE = 'Baker: Rye, because it forgives mistakes, and a little wheat so that the loaf can rise.'
const END = 'Host: Thank you for baking with us, and for the crumbs on this table.'

/** A mark of each of some words, or of a whole turn, with a note that tells which. */
function marksOf(
  interview: Interview,
  marked: readonly (readonly [turn: number, words: string | null, note: string])[],
) {
  return marked.map(([index, words, note]) => {
    const turn = interview.turns[index]!
    const start = words === null ? 0 : turnText(turn).indexOf(words)
    const range = words === null ? null : { start, end: start + words.length }
    const id = `00000000-0000-4000-8000-00000000000${index}`
    return makeMark(interview, { turn, range, note, id, now: '2026-01-01T00:00:00.000Z' })
  })
}

/** What the card of the marks says: of each mark its note, the words as they were, and what became of them. */
function listed(page: Page) {
  return page.getByRole('region', { name: 'Marks and notes' }).evaluate((card) =>
    [...card.querySelectorAll('li')].map((item) => ({
      note: item.querySelector('textarea')?.value,
      words: item.querySelector('blockquote')?.textContent,
      lost: [...item.querySelectorAll('p')].map(({ textContent }) => textContent).find((text) => text.endsWith(':')),
    })),
  )
}

test('marks of an edition are found in the next one, or shown with their old words', async ({ page, allowMessage }) => {
  test.setTimeout(90_000)
  const site = await openEditedSite(`${WELCOME} ${KETTLE}`, BREAD, ASIDE, RYE, END)
  allowMessage(new RegExp(`^request to another origin: ${site.url}`))
  const sourdough = turnText(site.before.turns[1]!)
  const rye = turnText(site.before.turns[3]!)
  const marks = marksOf(site.before, [
    [0, KETTLE, 'its sentence is taken out'],
    [1, sourdough, 'a word of it is changed'],
    [2, 'a word about the weather, which is <b>terrible</b> & cold', 'its turn is taken out'],
    [3, null, 'its turn is moved'],
  ])
  await page.goto(`${site.url}marks/`)
  const buffer = Buffer.from(writeAnnotations(marks, () => site.url))
  await page.getByLabel('Import').setInputFiles({ name: 'marks.jsonld', mimeType: 'application/ld+json', buffer })
  await expect(page.getByText('4 marks imported.')).toBeVisible()

  const now = await site.publish(WELCOME, RYE, BREAD.replace('warm', 'cold'), END)
  await page.goto(`${site.url}interviews/bread/`)
  await isLive(page)
  await page.keyboard.press('g')
  const expected = [
    { note: 'its sentence is taken out', words: KETTLE, lost: 'These words are no longer in their turn:' },
    { note: 'its turn is moved', words: rye, lost: undefined },
    { note: 'a word of it is changed', words: sourdough, lost: undefined },
    {
      note: 'its turn is taken out',
      words: 'a word about the weather, which is <b>terrible</b> & cold',
      lost: 'This is no longer in the interview:',
    },
  ]
  await expect.poll(() => listed(page)).toEqual(expected)
  const underlined = () => page.evaluate(() => [...(CSS.highlights.get('mark') ?? [])].map(String))
  await expect.poll(underlined).toEqual([sourdough.replace('warm', 'cold')])
  await page.keyboard.press('Escape')
  const beside = (index: number) => page.locator(`article[id="${now.turns[index]!.id}"]`).getByRole('group')
  for (const [index, note] of [
    [0, 'its sentence is taken out'],
    [1, 'its turn is moved'],
    [2, 'a word of it is changed'],
  ] as const)
    await expect(beside(index).getByText(note)).toBeAttached()
  await site.close()
})
