import type { Page } from '@playwright/test'
import { passagesOf } from '../../src/domain/fingerprintIndex.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { interviewPath } from '../../src/domain/link.ts'
import { interviewFrom } from '../support/interviews.ts'
import { expectMarkInView, follow, madeLink, markedWords, noteOf, pretendPublished } from '../support/linkTest.ts'
import {
  articleOf,
  atRest,
  currentIndex,
  expect,
  expectCurrent,
  NOT_FOUND_MESSAGE,
  open,
  siteUrl,
  test,
  turnId,
  turnPath,
} from '../support/playerTest.ts'
import {
  barOf,
  clipboardOf,
  dragBack,
  dragOver,
  keySelect,
  paste,
  selectedWords,
  selectWords,
  touchSelect,
} from '../support/selecting.ts'

const WORDS = 'Human rights advocacy is crucial for several reasons.'
/** The turn that says them. */
const ANSWER = 9

/** Some paragraph of what a turn says. */
function paragraphOf(page: Page, interview: Interview, index: number, position = 0) {
  return articleOf(page, interview, index).locator('p[dir="auto"]').nth(position)
}

/** Expects the bar to be whole in the window, and the words beside it not under it. */
async function expectBarInWindow(page: Page): Promise<void> {
  await expect(barOf(page)).toBeVisible()
  const { raised, words, width, height } = await page.evaluate(() => {
    const [bar, selected] = [document.querySelector('[data-selection-bar]'), window.getSelection()?.getRangeAt(0)]
    return {
      raised: bar?.getBoundingClientRect().toJSON() as DOMRect,
      words: selected?.getBoundingClientRect().toJSON() as DOMRect,
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    }
  })
  expect(raised.left).toBeGreaterThanOrEqual(0)
  expect(raised.right).toBeLessThanOrEqual(width)
  expect(raised.top).toBeGreaterThanOrEqual(0)
  expect(raised.bottom).toBeLessThanOrEqual(height)
  expect(raised.bottom <= words.top || raised.top >= words.bottom, 'the words are not under it').toBe(true)
}

for (const [name, viewport] of [
  ['1440', { width: 1440, height: 900 }],
  ['390', { width: 390, height: 844 }],
] as const) {
  for (const way of ['mouse', 'touch', 'keyboard'] as const) {
    test(`selecting by ${way} raises the same bar in the window, ${name} px wide`, async ({ newReader, interview }) => {
      const reader = await newReader({ viewport, ...(way === 'touch' && { hasTouch: true, isMobile: true }) })
      const page = await reader.newPage()
      await open(page, turnPath(interview, ANSWER))
      const top = await atRest(page)
      await expect(barOf(page)).toHaveCount(0)
      const all = { paragraph: paragraphOf(page, interview, ANSWER), words: WORDS }
      if (way === 'mouse') await dragOver(page, all)
      else if (way === 'touch') await touchSelect(all)
      else await keySelect(page, all)
      expect(await selectedWords(page)).toBe(WORDS)
      await expectBarInWindow(page)
      await expect(barOf(page).getByRole('button')).toHaveText([
        'Copy quote',
        'Link',
        'Highlight',
        'Note',
        'Cite',
        'Card',
      ])
      expect(await atRest(page)).toBe(top)
      await expectCurrent(page, interview, ANSWER)
      await expect(page).toHaveURL(turnPath(interview, ANSWER))
      if (way === 'touch')
        for (const button of await barOf(page).getByRole('button').all())
          expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    })
  }

  test(`the bar stays in the window for words at either edge, ${name} px wide`, async ({ newReader, interview }) => {
    const page = await (await newReader({ viewport })).newPage()
    await open(page, turnPath(interview, ANSWER))
    const paragraph = paragraphOf(page, interview, ANSWER)
    const text = interview.turns[ANSWER]?.paragraphs[0] ?? ''
    for (const words of text
      .split(' ')
      .filter((word, at, all) => all.indexOf(word) === at && text.split(word).length === 2)) {
      await selectWords({ paragraph, words })
      await expect(barOf(page)).toBeVisible()
      await expect(async () => expectBarInWindow(page)).toPass({ timeout: 5000 })
    }
  })
}

test('selecting in a turn that is not the current one leaves the current turn and the page where they are', async ({
  page,
  interview,
}) => {
  await open(page, turnPath(interview, ANSWER))
  const top = await atRest(page)
  const question = paragraphOf(page, interview, ANSWER - 1)
  await expect(question).toBeInViewport()
  const words = interview.turns[ANSWER - 1]?.paragraphs[0]?.split('. ')[0] ?? ''
  await dragOver(page, { paragraph: question, words })
  await expect(barOf(page)).toBeVisible()
  expect(await atRest(page)).toBe(top)
  expect(await currentIndex(page, interview)).toBe(ANSWER)
  await expect(page).toHaveURL(turnPath(interview, ANSWER))
})

test('selecting over a click on the words does not pick the turn', async ({ page, interview }) => {
  await open(page, turnPath(interview, ANSWER))
  await atRest(page)
  await paragraphOf(page, interview, ANSWER - 1).dblclick({ position: { x: 40, y: 10 } })
  expect(await selectedWords(page)).not.toBe('')
  await expect(barOf(page)).toBeVisible()
})

for (const [name, hasMentions] of [
  ['into the bar', false],
  ['past the topics of the turn into the bar', true],
] as const) {
  test(`Tab leads from the words ${name}, and the words stay selected`, async ({ page, interview }) => {
    const index = interview.turns.findIndex(({ mentions }) => mentions.length > 0 === hasMentions)
    const words = interview.turns[index]?.paragraphs[0]?.slice(0, 20) ?? ''
    await open(page, turnPath(interview, index))
    await keySelect(page, { paragraph: paragraphOf(page, interview, index), words })
    await expect(barOf(page)).toBeVisible()
    await page.keyboard.press('Tab')
    for (const action of ['Copy quote', 'Link', 'Highlight', 'Note', 'Cite', 'Card']) {
      await expect(barOf(page).getByRole('button', { name: action, exact: true })).toBeFocused()
      expect(await selectedWords(page)).toBe(words)
      await page.keyboard.press('Tab')
    }
    // Where a late font makes the text longer the page scrolls to the next link, and the bar is away until it rests.
    await atRest(page)
    await expect(barOf(page)).toBeVisible()
    await page.keyboard.press('Shift+Tab')
    await expect(barOf(page).getByRole('button', { name: 'Card' })).toBeFocused()
  })
}

test('Tab leads into the bar from words that are selected from their end back', async ({ page, interview }) => {
  const index = interview.turns.findIndex(({ mentions }) => mentions.length === 0)
  await open(page, turnPath(interview, index))
  const words = interview.turns[index]?.paragraphs[0]?.slice(0, 20) ?? ''
  await dragBack(page, { paragraph: paragraphOf(page, interview, index), words })
  await expect(barOf(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(barOf(page).getByRole('button').first()).toBeFocused()
})

test('Esc closes the bar: from the words, and from inside it', async ({ page, interview }) => {
  await open(page, turnPath(interview, ANSWER))
  const all = { paragraph: paragraphOf(page, interview, ANSWER), words: WORDS }
  await selectWords(all)
  await expect(barOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(barOf(page)).toHaveCount(0)
  expect(await selectedWords(page)).toBe(WORDS)

  await selectWords({ ...all, words: 'Human rights' })
  await expect(barOf(page)).toBeVisible()
  await barOf(page).getByRole('button', { name: 'Link' }).focus()
  await page.keyboard.press('Escape')
  await expect(barOf(page)).toHaveCount(0)
})

test('a click beside the words takes the selection and the bar away', async ({ page, interview }) => {
  await open(page, turnPath(interview, ANSWER))
  await selectWords({ paragraph: paragraphOf(page, interview, ANSWER), words: WORDS })
  await expect(barOf(page)).toBeVisible()
  await page.getByRole('main').click({ position: { x: 2, y: 2 }, force: true })
  await expect(barOf(page)).toHaveCount(0)
})

test('words outside the transcript raise no bar', async ({ page, interview }) => {
  await open(page, turnPath(interview, ANSWER))
  const all = { paragraph: paragraphOf(page, interview, ANSWER), words: WORDS }
  await selectWords(all) // what the bar needs is there from now on
  await expect(barOf(page)).toBeVisible()
  await page.getByRole('heading', { level: 1 }).evaluate((heading) => window.getSelection()?.selectAllChildren(heading))
  await expect(barOf(page)).toHaveCount(0)
})

test('while words are selected the arrow keys are the selection’s', async ({ page, interview }) => {
  await open(page, turnPath(interview, ANSWER))
  await keySelect(page, { paragraph: paragraphOf(page, interview, ANSWER), words: WORDS })
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+End']) await page.keyboard.press(key)
  await expect(barOf(page)).toBeVisible()
  await expectCurrent(page, interview, ANSWER)
})

test.describe('copying', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

  test('gives the quote as text and as HTML, with who said it, where, and the address', async ({
    context,
    page,
    interview,
  }) => {
    await open(page, turnPath(interview, ANSWER))
    await dragOver(page, { paragraph: paragraphOf(page, interview, ANSWER), words: WORDS })
    await barOf(page).getByRole('button', { name: 'Copy quote' }).click()
    await expect(page.getByRole('status')).toHaveText('Quote copied')
    const { 'text/plain': text = '', 'text/html': html = '' } = await clipboardOf(page)
    const address = siteUrl(
      madeLink({ from: passagesOf(interview), index: ANSWER, id: turnId(interview, ANSWER), words: WORDS }),
    )
    const speaker = interview.speakers.find(({ label }) => label === interview.turns[ANSWER]?.speaker)?.name
    expect(text).toContain(`“${WORDS}” — ${speaker}, “${interview.shortTitle}”, ${interview.publication}, ${address}`)
    expect(html).toContain(`<blockquote cite="${address.replaceAll('&', '&amp;')}`)
    const letter = await paste(context)
    await expect(letter.locator('blockquote')).toHaveText(WORDS)
    await expect(letter).toContainText(`${speaker}, “${interview.shortTitle}”`)
    expect(await letter.getByRole('link').getAttribute('href')).toContain(address)
  })

  for (const action of ['Copy quote', 'Link']) {
    test(`puts the bar away for good: ${action}`, async ({ page, interview }) => {
      await open(page, turnPath(interview, ANSWER))
      await dragOver(page, { paragraph: paragraphOf(page, interview, ANSWER), words: WORDS })
      await barOf(page).getByRole('button', { name: action }).click()
      await expect(page.getByRole('status')).toHaveText(/copied/)
      await expect(page.getByRole('status')).toHaveText('') // what was said has gone; the bar went before
      await expect(barOf(page)).toHaveCount(0)
    })
  }

  test('over two speakers gives labelled lines, and a link to the first turn', async ({ context, page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    const question = 'Why is this focus significant?'
    await dragOver(
      page,
      { paragraph: paragraphOf(page, interview, ANSWER - 1), words: question },
      { paragraph: paragraphOf(page, interview, ANSWER), words: WORDS },
    )
    await expectBarInWindow(page)
    await barOf(page).getByRole('button', { name: 'Copy quote' }).click()
    await expect(page.getByRole('status')).toHaveText('Quote copied')
    const { 'text/plain': text = '' } = await clipboardOf(page)
    const [asked, answered] = [interview.turns[ANSWER - 1]?.speaker, interview.turns[ANSWER]?.speaker]
    expect(text.split('\n\n').slice(0, 2)).toEqual([`${asked}: ${question}`, `${answered}: ${WORDS}`])
    expect(text).toContain(siteUrl(turnPath(interview, ANSWER - 1)))
    const letter = await paste(context)
    await expect(letter.locator('blockquote p')).toHaveText([`${asked}: ${question}`, `${answered}: ${WORDS}`])
  })

  test('Link gives an address that opens with exactly those words marked for somebody else', async ({
    page,
    interview,
    newReader,
  }) => {
    await open(page, turnPath(interview, ANSWER))
    const words = 'emphasizing human rights, Blinken underscores'
    await dragOver(page, { paragraph: paragraphOf(page, interview, ANSWER), words })
    await barOf(page).getByRole('button', { name: 'Link' }).click()
    await expect(page.getByRole('status')).toHaveText('Link to these words copied')
    const address = await page.evaluate(() => navigator.clipboard.readText())
    expect(address).toContain('#:~:text=')
    expect(new URL(address).searchParams.get('quote')).toBe(words)

    const friend = await (await newReader({ viewport: { width: 390, height: 844 } })).newPage()
    await follow(friend, address)
    await expect.poll(() => markedWords(friend)).toEqual([words])
    await expectCurrent(friend, interview, ANSWER)
    await expectMarkInView(friend, interview, ANSWER)
    await expect(noteOf(friend)).toHaveCount(0)
  })

  test('a link to words over two speakers opens at the first turn, with its own words marked', async ({
    page,
    interview,
    newReader,
  }) => {
    await open(page, turnPath(interview, ANSWER))
    const question = 'Why is this focus significant?'
    await selectWords(
      { paragraph: paragraphOf(page, interview, ANSWER - 1), words: question },
      { paragraph: paragraphOf(page, interview, ANSWER), words: WORDS },
    )
    await barOf(page).getByRole('button', { name: 'Link' }).click()
    await expect(page.getByRole('status')).toHaveText('Link to these words copied')
    const friend = await (await newReader()).newPage()
    await follow(friend, await page.evaluate(() => navigator.clipboard.readText()))
    await expectCurrent(friend, interview, ANSWER - 1)
    await expect.poll(() => markedWords(friend)).toEqual([question])
    await expect(noteOf(friend)).toHaveCount(0)
  })

  test('half a word at either end becomes the whole word in the link', async ({ page, interview, newReader }) => {
    await open(page, turnPath(interview, ANSWER))
    await selectWords({ paragraph: paragraphOf(page, interview, ANSWER), words: 'man rights advocacy is cruc' })
    await barOf(page).getByRole('button', { name: 'Link' }).click()
    await expect(page.getByRole('status')).toHaveText('Link to these words copied')
    const friend = await (await newReader()).newPage()
    await follow(friend, await page.evaluate(() => navigator.clipboard.readText()))
    await expect.poll(() => markedWords(friend)).toEqual(['Human rights advocacy is crucial'])
    await expect(noteOf(friend)).toHaveCount(0)
  })

  test('goes by keyboard alone: select, Tab, Enter', async ({ page, interview }) => {
    const index = interview.turns.findIndex(({ mentions }) => mentions.length === 0)
    const words = interview.turns[index]?.paragraphs[0]?.slice(0, 20) ?? ''
    await open(page, turnPath(interview, index))
    await keySelect(page, { paragraph: paragraphOf(page, interview, index), words })
    await expect(barOf(page)).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toHaveText('Quote copied')
    expect((await clipboardOf(page))['text/plain']).toContain(`“${words}”`)
    await expectCurrent(page, interview, index)
  })

  test('a quote that the browser will not copy is shown, selected, to be copied by hand', async ({
    page,
    interview,
  }) => {
    await page.addInitScript(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await open(page, turnPath(interview, ANSWER))
    await selectWords({ paragraph: paragraphOf(page, interview, ANSWER), words: WORDS })
    await barOf(page).getByRole('button', { name: 'Copy quote' }).click()
    const field = page.getByRole('group', { name: 'Copy by hand' }).getByRole('textbox')
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(new RegExp(`^“${WORDS}”`))
    const [start, end, length] = await field.evaluate((area: HTMLTextAreaElement) => [
      area.selectionStart,
      area.selectionEnd,
      area.value.length,
    ])
    expect([start, end]).toEqual([0, length])
  })
})

/** Words that are hard to point at: emoji of many characters, ligatures, combining marks, right to left, paragraphs. */
const VOICES = [
  '---\ntitle: Voices\nlanguage: en\nspeakers:\n  - { label: Host, role: interviewer }\n  - { label: Guest, role: guest }\n---',
  'Host: What did you bring from the journey to the sea?',
  'Guest: We took 👩‍👩‍👧‍👦 and 🏳️‍🌈 along with us 🙂 to the ofﬁce, where the cafe\u0301 and the nai\u0308ve waiter were.\n\n  Then came a second paragraph, with שלום עולם in it and a number: 1,000 — no more.\n\n  And a third one ended it with 👍🏽 for everybody.',
  'Host: And the way back?',
  'Guest: The way back was long, 🙂 and longer, 🙂 and then we were home.',
]

test.describe('words that are hard to point at', () => {
  const voices = interviewFrom('voices', VOICES.join('\n\n'))
  const start = interviewPath(voices.id)

  test.beforeEach(async ({ context, allowMessage }) => {
    allowMessage(NOT_FOUND_MESSAGE)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  })

  for (const [name, from, to, marked] of [
    [
      'over emoji and combining marks',
      [0, '👩‍👩‍👧‍👦 and 🏳️‍🌈'],
      [0, 'cafe\u0301'],
      ['👩‍👩‍👧‍👦 and 🏳️‍🌈 along with us 🙂 to the ofﬁce, where the cafe\u0301'],
    ],
    ['of a ligature and marks', [0, 'ofﬁce'], [0, 'nai\u0308ve'], ['ofﬁce, where the cafe\u0301 and the nai\u0308ve']],
    ['from right to left', [1, 'שלום עולם'], [1, 'שלום עולם'], ['שלום עולם']],
    ['over two paragraphs', [0, 'naïve'.normalize('NFD')], [1, 'Then came'], ['nai\u0308ve waiter were.', 'Then came']],
    [
      'over three paragraphs',
      [0, 'waiter were.'],
      [2, '👍🏽 for'],
      [
        'waiter were.',
        'Then came a second paragraph, with שלום עולם in it and a number: 1,000 — no more.',
        'And a third one ended it with 👍🏽 for',
      ],
    ],
  ] as const) {
    test(`are marked again exactly: ${name}`, async ({ page, context, newReader }) => {
      await pretendPublished(context, voices)
      await open(page, `${start}${turnId(voices, 1)}/`)
      await selectWords(
        { paragraph: paragraphOf(page, voices, 1, from[0]), words: from[1] },
        { paragraph: paragraphOf(page, voices, 1, to[0]), words: to[1] },
      )
      await barOf(page).getByRole('button', { name: 'Link' }).click()
      await expect(page.getByRole('status')).toHaveText('Link to these words copied')
      const address = await page.evaluate(() => navigator.clipboard.readText())

      for (const hasHighlights of [true, false]) {
        const reader = await newReader()
        await pretendPublished(reader, voices)
        const friend = await reader.newPage()
        if (!hasHighlights)
          await friend.addInitScript(() => {
            Reflect.deleteProperty(CSS, 'highlights')
            Reflect.deleteProperty(window, 'Highlight')
          })
        await follow(friend, address)
        await expect.poll(() => markedWords(friend)).toEqual(marked)
        await expectCurrent(friend, voices, 1)
        await expect(noteOf(friend)).toHaveCount(0)
      }
    })
  }

  test('are the ones that were meant when they stand there twice', async ({ page, context, newReader }) => {
    await pretendPublished(context, voices)
    await open(page, `${start}${turnId(voices, 3)}/`)
    await paragraphOf(page, voices, 3).evaluate((element) => {
      const at = element.textContent.lastIndexOf('🙂')
      if (element.firstChild)
        window.getSelection()?.setBaseAndExtent(element.firstChild, at, element.firstChild, at + 6)
    })
    await barOf(page).getByRole('button', { name: 'Link' }).click()
    await expect(page.getByRole('status')).toHaveText('Link to these words copied')
    const reader = await newReader()
    await pretendPublished(reader, voices)
    const friend = await reader.newPage()
    await follow(friend, await page.evaluate(() => navigator.clipboard.readText()))
    await expect.poll(() => markedWords(friend)).toEqual(['🙂 and'])
    const isSecond = await friend.evaluate(() => {
      const [range] = [...(CSS.highlights.get('quote') ?? [])] as Range[]
      return range ? (range.startContainer.textContent ?? '').slice(0, range.startOffset).includes('longer') : null
    })
    expect(isSecond).toBe(true)
  })

  test('keep their paragraphs when they are copied', async ({ page, context }) => {
    await pretendPublished(context, voices)
    await open(page, `${start}${turnId(voices, 1)}/`)
    await selectWords(
      { paragraph: paragraphOf(page, voices, 1, 1), words: 'no more.' },
      { paragraph: paragraphOf(page, voices, 1, 2), words: '👍🏽 for everybody.' },
    )
    await barOf(page).getByRole('button', { name: 'Copy quote' }).click()
    await expect(page.getByRole('status')).toHaveText('Quote copied')
    const { 'text/plain': text = '' } = await clipboardOf(page)
    expect(text.split('\n\n').slice(0, 2)).toEqual(['“no more.', '“And a third one ended it with 👍🏽 for everybody.”'])
  })
})
