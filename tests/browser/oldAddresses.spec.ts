import { writeBaggage } from '../../src/domain/address.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { expect, test as base } from '../support/browserTest.ts'
import { openEditedSite } from '../support/editedSite.ts'
import { isLive } from '../support/playerTest.ts'

const WELCOME = 'Host: Welcome to the programme, and thank you for making the long journey.'
const BREAD = 'Baker: Sourdough needs patience, warm hands and flour from a mill that you trust.'
const ASIDE = 'Host: Before we go on, a word about the weather, which is <b>terrible</b> & cold today.'
const RYE = 'Baker: Rye, because it forgives mistakes, and a little wheat so that the loaf can rise.'

interface Lasting {
  readonly url: string
  /** As it was published first, and as it is now. */
  readonly before: Interview
  readonly now: Interview
}

/** A site whose interview was published, edited and published again: two answers became one, and an aside was cut. */
const test = base.extend<object, { readonly lasting: Lasting }>({
  lasting: [
    async ({}, provide) => {
      const site = await openEditedSite(WELCOME, BREAD, ASIDE, RYE)
      const now = await site.publish(WELCOME, `${BREAD} ${RYE.slice('Baker: '.length)}`)
      await provide({ url: site.url, before: site.before, now })
      await site.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

// In one worker, which builds the site once.
test.describe.configure({ mode: 'default' })
test.beforeEach(({ allowMessage, lasting }) => allowMessage(new RegExp(`^request to another origin: ${lasting.url}`)))

/** The path of a turn of the first edition, as it was handed out then. */
function oldLink({ url, before }: Lasting, index: number): string {
  const { id, fingerprint = null } = before.turns[index] ?? {}
  return `${url}interviews/bread/${id}/${writeBaggage({ fingerprint, quote: null })}`
}

for (const index of [1, 3]) {
  test(`the old address of part ${index} of a merged answer opens at the answer, and says no more than it knows`, async ({
    page,
    lasting,
  }) => {
    const [, merged] = lasting.now.turns
    const response = await page.goto(oldLink(lasting, index).replace(/\?.*/, ''))
    expect(response?.status()).toBe(200)
    await isLive(page)
    await expect(page.locator('article[aria-current]')).toHaveId(merged?.id ?? 'none')
    await expect(page.locator('article[aria-current]')).toBeInViewport()
    await expect(page.getByRole('complementary', { name: 'About the link' })).toHaveCount(0)
    await page.keyboard.press('k')
    await expect(page).toHaveURL(`${lasting.url}interviews/bread/${lasting.now.turns[0]?.id}/`)
    await page.keyboard.press('j')
    await expect(page).toHaveURL(`${lasting.url}interviews/bread/${merged?.id}/`)
  })

  test(`the old link to part ${index}, with its fingerprint, says that the answer was edited`, async ({
    page,
    lasting,
  }) => {
    await page.goto(oldLink(lasting, index))
    await isLive(page)
    await expect(page.locator('article[aria-current]')).toHaveId(lasting.now.turns[1]?.id ?? 'none')
    await expect(page.getByRole('complementary', { name: 'About the link' })).toContainText(
      'This answer was edited after the link was made.',
    )
  })
}

test('the address of a turn whose words are as they were says nothing', async ({ page, lasting }) => {
  await page.goto(oldLink(lasting, 0))
  await isLive(page)
  await expect(page.locator('article[aria-current]')).toHaveId(lasting.before.turns[0]?.id ?? 'none')
  await expect(page.getByRole('complementary', { name: 'About the link' })).toHaveCount(0)
})

test('the address of a turn that was cut says so, shows its old words as text, and leads to the turns near by', async ({
  page,
  lasting,
}) => {
  const response = await page.goto(oldLink(lasting, 2))
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This turn was removed from the interview.')
  await expect(page.getByRole('blockquote')).toContainText('which is <b>terrible</b> & cold today.')
  await expect(page.locator('blockquote b')).toHaveCount(0)
  await page.getByRole('main').locator(`a[href$="/${lasting.now.turns[1]?.id}/"]`).click()
  await isLive(page)
  await expect(page.locator('article[aria-current]')).toHaveId(lasting.now.turns[1]?.id ?? 'none')
})

test('the page of a turn that was cut can be read without any script', async ({ newReader, lasting }) => {
  const page = await (await newReader({ javaScriptEnabled: false })).newPage()
  await page.goto(oldLink(lasting, 2))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('blockquote')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})
