import { AxeBuilder } from '@axe-core/playwright'
import { turnAt, turnText } from '../../src/domain/interview.ts'
import { libraryEntryOf } from '../../src/domain/library.ts'
import { expectMarkInView, markedWords } from '../support/linkTest.ts'
import { expect, expectCurrent, open, START, test } from '../support/playerTest.ts'
import { madeLibrary } from '../support/madeLibrary.ts'
import { searchFilesOf } from '../support/searchSite.ts'

const WORDS = 'strategic competition with a willingness to engage when necessary.'

for (const [name, options] of [
  ['on a wide screen', { viewport: { width: 1440, height: 900 } }],
  ['on a phone in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const)
  test(`a quotation is checked, and leads to its words, ${name}`, async ({ newReader, interview }) => {
    const page = await (await newReader(options)).newPage()
    await open(page, START)
    await page.keyboard.press('q')
    const card = page.getByRole('region', { name: 'Check a quotation' })
    await card.getByRole('textbox').fill(`"${WORDS}" — Editor`)
    await expect(card.getByRole('status')).toHaveText('Said by Dr. Carter, not by Editor. Verbatim: Dr. Carter, China.')
    const { violations } = await new AxeBuilder({ page }).include('section[aria-labelledby="check_heading"]').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await card.getByRole('link', { name: 'Go there' }).click()
    await expectCurrent(page, interview, 7)
    await expect.poll(() => markedWords(page)).toEqual([WORDS])
    await card.getByRole('button', { name: 'Close' }).click()
    await expectMarkInView(page, interview, 7)
    await page.goBack()
    await expectCurrent(page, interview, null)
  })

test('a quotation goes along from an interview to all of them, where its link leads to the words', async ({
  page,
  interview,
}) => {
  await open(page, START)
  await page.keyboard.press('q')
  await page.getByRole('textbox').fill(WORDS.replace('strategic', 'tactical'))
  await page.getByRole('link', { name: 'Check it in all interviews' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Check a quotation' })).toBeVisible()
  await expect(page.getByText('Differs by 1 word: Dr. Carter, China.')).toBeVisible()
  await page.getByRole('link', { name: 'Go there' }).click()
  await expectCurrent(page, interview, 7)
  await expect.poll(() => markedWords(page)).toEqual([WORDS])
})

test.describe('a library of many interviews', () => {
  const library = madeLibrary({ interviews: 40, turns: 12, words: 60, vocabulary: 6000 })
  const words = turnText(turnAt(library[17]!, 5)).split(' ').slice(10, 26)
  const files = searchFilesOf(library)

  for (const [name, options] of [
    ['on a wide screen', { viewport: { width: 1440, height: 900 } }],
    ['on a phone in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] as const)
    test(`is not loaded to check a quotation, ${name}`, async ({ newReader }) => {
      const page = await (await newReader(options)).newPage()
      const loaded: string[] = []
      await page.route('**/interviews/*.json', (route) => {
        const id = new URL(route.request().url()).pathname.split('/').at(-1)!.replace('.json', '')
        loaded.push(id)
        return route.fulfill({
          json: id === 'index' ? library.map(libraryEntryOf) : library.find((interview) => interview.id === id),
        })
      })
      await page.route('**/search/**', (route) => {
        const file = decodeURI(new URL(route.request().url()).pathname.replace(/^.*\/search\//, ''))
        return route.fulfill({ body: files.get(file) ?? '', contentType: 'text/plain' })
      })
      await open(page, '/check/')
      await page.getByRole('textbox').fill(words.join(' '))
      const says = page.locator('main').getByRole('status')
      await expect(says).toHaveText(
        'Found in 1 place, the best first. Looked at 1 of 40 interviews, those that share most of its words.',
      )
      await expect(page.getByText(/^Verbatim: /)).toBeVisible()
      expect(loaded).toEqual(['index', 'made-17'])
      await page.getByRole('textbox').fill(words.with(4, 'xylophone').join(' '))
      await expect(page.getByText(/^Differs by 1 word: /)).toBeVisible()
      expect(loaded.length).toBeLessThanOrEqual(14)
      const { violations } = await new AxeBuilder({ page }).include('main').analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    })
})
