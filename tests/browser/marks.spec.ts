import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, expectCurrent, open, START, test, turnPath } from '../support/playerTest.ts'

const NAME = `colloquy.marks /`

async function writeNote(page: Page, note: string): Promise<void> {
  await page.keyboard.press('a')
  const field = page.locator('textarea:focus')
  await field.fill(note)
  await page.getByRole('button', { name: 'Close' }).click()
}

/** Selects "open lines of communication". */
function selectWords(page: Page): Promise<void> {
  return page.getByText('open lines of communication').evaluate((words) => {
    const text = words.firstChild as Text
    const start = text.data.indexOf('open lines')
    getSelection()?.setBaseAndExtent(text, start, text, start + 'open lines of communication'.length)
  })
}

function notes(page: Page): Promise<string[]> {
  return page
    .getByRole('textbox', { name: 'Note' })
    .evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))
}

test('marks and notes stay, in the text, on the ribbon and on their page', async ({ page, interview }) => {
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('b')
  await expect(page.getByRole('button', { name: 'Keep answer 4' })).toHaveAttribute('aria-pressed', 'true')
  await selectWords(page)
  await page.getByRole('button', { name: 'Highlight', exact: true }).click()
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('mark') ?? [])].map(String))
  await expect.poll(marked).toEqual(['open lines of communication'])
  // Nothing is selected any more, or the key would mean something else.
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('')
  await page.keyboard.press('Home')
  await expectCurrent(page, interview, 0)
  await writeNote(page, '<b>first</b> & last')
  await page.reload()
  await expect.poll(marked).toEqual(['open lines of communication'])
  await expect(page.locator('#ribbon_ticks rect')).toHaveCount(3)
  await page.keyboard.press('g')
  await expect.poll(() => notes(page)).toEqual(['<b>first</b> & last', '', ''])
  const { violations } = await new AxeBuilder({ page }).include('section[aria-labelledby="marks_heading"]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('link', { name: 'All marks and export' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Marks and notes' })).toBeVisible()
  await expect.poll(() => notes(page)).toHaveLength(3)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as Markdown' }).click(),
  ])
  const file = await download.path()
  for (const left of [2, 1, 0]) {
    await page.getByRole('button', { name: 'Remove' }).first().click()
    await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(left)
  }
  await page.getByLabel('Import').setInputFiles(file)
  await expect(page.getByText('3 marks imported.')).toBeVisible()
  expect(await notes(page)).toEqual(['', '', '<b>first</b> & last'])
})

test('a note is on the turn that the reader has gone to, however long it takes to keep what they marked before', async ({
  page,
  interview,
}) => {
  // Nothing is said to be kept until it is released.
  await page.addInitScript(() => {
    const { addEventListener } = IDBTransaction.prototype
    const held: (() => unknown)[] = []
    let isHeld = true
    IDBTransaction.prototype.addEventListener = function (
      this: IDBTransaction,
      type: string,
      listener: EventListenerOrEventListenerObject,
    ) {
      addEventListener.call(this, type, (event) => {
        const tell = () => typeof listener === 'function' && listener.call(this, event)
        if (isHeld && type === 'complete') held.push(tell)
        else tell()
      })
    }
    Object.assign(window, {
      release: () => {
        isHeld = false
        for (const tell of held) tell()
      },
    })
  })
  await open(page, turnPath(interview, 7))
  await selectWords(page)
  await page.keyboard.press('h')
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('mark')?.size ?? 0)).toBe(1)
  await page.keyboard.press('k')
  await expectCurrent(page, interview, 6)
  await page.keyboard.press('a')
  await page.evaluate(() => (window as unknown as { release(): void }).release()) // made above
  await page.locator('textarea:focus').fill('on the question')
  await expect.poll(() => notes(page)).toEqual(['on the question', ''])
})

test('two tabs never lose a note', async ({ context, page, interview }) => {
  const other = await context.newPage()
  await open(page, turnPath(interview, 1))
  await open(other, turnPath(interview, 3))
  await writeNote(page, 'of the first tab')
  await writeNote(other, 'of the second tab')
  await page.keyboard.press('g')
  await expect.poll(() => notes(page)).toEqual(['of the first tab', 'of the second tab'])
})

for (const [what, spoil, says] of [
  [
    'is blocked',
    () =>
      Object.defineProperty(window, 'indexedDB', {
        value: {
          open: () => {
            throw new DOMException('no', 'SecurityError')
          },
        },
      }),
    /^This browser lets nothing be kept here/,
  ],
  [
    'is full',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
    /^There is no room left in this browser/,
  ],
] as const)
  test(`reading and marking go on where storage ${what}, and a sentence says so`, async ({ page, interview }) => {
    await page.addInitScript(spoil)
    await open(page, turnPath(interview, 7))
    await page.keyboard.press('b')
    await expect(page.getByRole('button', { name: 'Keep answer 4' })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('g')
    await expect(page.getByRole('region', { name: 'Marks and notes' }).getByText(says)).toBeVisible()
  })

test('what cannot be read stays as it is, and a newer version’s marks are left alone', async ({ page, interview }) => {
  await open(page, START)
  const put = (version: number) =>
    page.evaluate(
      ([name, newVersion]) =>
        new Promise<void>((done) => {
          const request = indexedDB.open(String(name), Number(newVersion))
          request.addEventListener('upgradeneeded', () => {
            if (!request.result.objectStoreNames.contains('marks'))
              request.result.createObjectStore('marks', { keyPath: 'id' })
          })
          request.addEventListener('success', () => {
            const transaction = request.result.transaction('marks', 'readwrite')
            transaction.objectStore('marks').put({ id: 'damaged', note: 7 })
            transaction.addEventListener('complete', () => {
              request.result.close()
              localStorage.setItem(String(name), '1')
              done()
            })
          })
        }),
      [NAME, version],
    )
  await put(1)
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('g')
  const card = page.getByRole('region', { name: 'Marks and notes' })
  await expect(card.getByText(/^Some of your marks cannot be read\. They stay where they are/)).toBeVisible()
  await open(page, START)
  await put(2)
  await open(page, turnPath(interview, 7))
  await page.keyboard.press('g')
  await expect(card.getByText(/^A newer version of this page keeps your marks/)).toBeVisible()
})
