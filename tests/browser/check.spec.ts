import { AxeBuilder } from '@axe-core/playwright'
import { expectMarkInView, markedWords } from '../support/linkTest.ts'
import { expect, expectCurrent, open, START, test } from '../support/playerTest.ts'

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
