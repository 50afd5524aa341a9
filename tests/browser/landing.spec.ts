import type { Page } from '@playwright/test'
import { passagesOf } from '../../src/domain/fingerprintIndex.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { turnText } from '../../src/domain/interview.ts'
import { interviewPath } from '../../src/domain/link.ts'
import { sentencesOf } from '../../src/domain/sentences.ts'
import {
  beforeEdit,
  expectMarkInView,
  follow,
  madeLink,
  markedWords,
  noteOf,
  pretendPublished,
  settled,
  withTurn,
} from '../support/linkTest.ts'
import { interviewFrom } from '../support/interviews.ts'
import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  expectInView,
  NOT_FOUND_MESSAGE,
  open,
  sharedUrl,
  START,
  test,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** A sentence of a turn; from the end when the number is negative. */
function sentenceOf(interview: Interview, index: number, number: number): string {
  const turn = interview.turns[index]
  const text = turn ? turnText(turn) : ''
  const range = sentencesOf(text, interview.language).at(number)
  return range ? text.slice(range.start, range.end).trim() : ''
}

/** The link to words of a turn as it is made today. */
function quoteLink(interview: Interview, index: number, words: string): string {
  return madeLink({ from: passagesOf(interview), index, id: turnId(interview, index), words })
}

/** Takes the CSS Custom Highlight API away, as in a browser that has none. */
async function withoutHighlights(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights')
    Reflect.deleteProperty(window, 'Highlight')
  })
}

test.describe('a link to a turn', () => {
  test('says nothing when its words are as they were', async ({ page, interview }) => {
    await follow(page, sharedUrl(interview, 7))
    await expectCurrent(page, interview, 7)
    await expectInView(page, turnId(interview, 7))
    await atRest(page)
    await expect(noteOf(page)).toHaveCount(0)
    expect(await markedWords(page)).toEqual([])
  })

  test('says so quietly when the answer was edited after the link was made', async ({ page, interview }) => {
    const from = beforeEdit(interview, 7, ['minimise confusion', 'mitigate misunderstandings'])
    await follow(page, madeLink({ from, index: 7, id: turnId(interview, 7) }))
    await expectCurrent(page, interview, 7)
    await expectInView(page, turnId(interview, 7))
    await expect(noteOf(page)).toHaveText(/^This answer was edited after the link was made\./)
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('says of a question that it is one', async ({ page, interview }) => {
    const from = beforeEdit(interview, 6, ['talk', 'discussion'])
    await follow(page, madeLink({ from, index: 6, id: turnId(interview, 6) }))
    await expect(noteOf(page)).toHaveText(/^This question was edited after the link was made\./)
  })

  test('says nothing when only turns elsewhere were edited', async ({ page, interview }) => {
    const from = beforeEdit(interview, 3, ['talks', 'diplomacy'])
    await follow(page, madeLink({ from, index: 7, id: turnId(interview, 7) }))
    await expectCurrent(page, interview, 7)
    await atRest(page)
    await expect(noteOf(page)).toHaveCount(0)
  })

  for (const [name, edit] of [
    ['with the words as they were', null],
    ['edited since', ['minimise confusion', 'mitigate misunderstandings']],
  ] as const) {
    test(`lands by its fingerprint where its id is not known here, ${name}`, async ({
      page,
      interview,
      allowMessage,
    }) => {
      allowMessage(NOT_FOUND_MESSAGE)
      const from = edit ? beforeEdit(interview, 7, edit) : passagesOf(interview)
      await follow(page, madeLink({ from, index: 7, id: 'another-copy-says-this-otherwise' }))
      await expectCurrent(page, interview, 7)
      await expectInView(page, turnId(interview, 7))
      await expect(page).toHaveURL(turnPath(interview, 7))
      await expect(noteOf(page)).toHaveCount(edit ? 1 : 0)
    })
  }

  test('drops its query at the next step, and keeps it until then', async ({ page, interview }) => {
    await follow(page, `${sharedUrl(interview, 7)}&utm_source=mail`)
    await expect(page).toHaveURL(`${sharedUrl(interview, 7)}&utm_source=mail`)
    await page.keyboard.press('j')
    await expectCurrent(page, interview, 8)
    await expect(page).toHaveURL(turnPath(interview, 8))
    await page.reload()
    await expectCurrent(page, interview, 8)
    await expectInView(page, turnId(interview, 8))
  })

  test('leaves keys alone that it does not know', async ({ page, interview }) => {
    const path = `${turnPath(interview, 7)}?utm_source=a%20letter&lens=1&V=no`
    await follow(page, path)
    await expectCurrent(page, interview, 7)
    await expect(page).toHaveURL(path)
    await expect(noteOf(page)).toHaveCount(0)
  })
})

for (const [name, viewport] of [
  ['a wide screen', WIDE],
  ['a phone', PHONE],
] as const) {
  test.describe(`a link to a sentence, on ${name}`, () => {
    test('opens with its words marked and in view, and says nothing', async ({ newReader, interview }) => {
      const page = await (await newReader({ viewport })).newPage()
      const lastAnswer = interview.turns.findLastIndex(({ speaker }) => speaker === 'Dr. Carter')
      for (const [index, number] of [
        [9, 0],
        [9, -1],
        [lastAnswer, -1],
      ] as const) {
        const words = sentenceOf(interview, index, number)
        const link = quoteLink(interview, index, words)
        await page.goto('about:blank')
        await follow(page, link)
        await expect.poll(() => markedWords(page), words).toEqual([words])
        await expectCurrent(page, interview, index)
        await expectMarkInView(page, interview, index)
        await settled(page)
        await expectMarkInView(page, interview, index)
        await expectCurrent(page, interview, index)
        await expect(page).toHaveURL(link)
        await expect(page.locator('mark')).toHaveCount(0)
        await expect(noteOf(page)).toHaveCount(0)
      }
    })

    test('marks them by an element where the browser cannot mark ranges', async ({ newReader, interview }) => {
      const page = await (await newReader({ viewport })).newPage()
      await withoutHighlights(page)
      const words = sentenceOf(interview, 9, -1)
      await follow(page, quoteLink(interview, 9, words))
      await expect(page.locator('mark')).toHaveText(words)
      await expectMarkInView(page, interview, 9)
      await expect(articleOf(page, interview, 9).locator('p[dir="auto"]')).toHaveText(
        interview.turns[9]?.paragraphs[0] ?? 'none',
      )
      await expect(page.locator('mark')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
    })

    test('brings words at the end of a long answer into view, and the answer stays the current one', async ({
      newReader,
      allowMessage,
    }) => {
      allowMessage(NOT_FOUND_MESSAGE)
      const long = longInterview()
      const page = await (await newReader({ viewport })).newPage()
      await pretendPublished(page.context(), long)
      const words = 'Only at the very end does the miller say what the stones had cost him.'
      const start = interviewPath(long.id)
      await follow(page, madeLink({ from: passagesOf(long), index: 1, id: turnId(long, 1), words, start }))
      await expect.poll(() => markedWords(page)).toEqual([words])
      await expectMarkInView(page, long, 1)
      const address = page.url()
      await settled(page)
      await expectMarkInView(page, long, 1)
      await expectCurrent(page, long, 1)
      await expect(page).toHaveURL(address)
      await expect(noteOf(page)).toHaveCount(0)
    })

    test('shows the words of the link and today’s side by side when they were changed', async ({
      newReader,
      interview,
    }) => {
      const page = await (await newReader({ viewport })).newPage()
      const now = sentenceOf(interview, 7, 1)
      const then = now.replace('strategic competition', 'careful rivalry')
      const from = beforeEdit(interview, 7, [then, now])
      await follow(page, madeLink({ from, index: 7, id: turnId(interview, 7), words: then }))
      await expectCurrent(page, interview, 7)
      await expect.poll(() => markedWords(page)).toEqual([now])
      const note = noteOf(page)
      await expect(note).toContainText('These words were edited after the link was made.')
      await expectMarkInView(page, interview, 7)
      await note.getByText('These words were edited').click()
      await expect(note.getByText('The words of the link')).toBeVisible()
      await expect(note.getByText('Today’s words')).toBeVisible()
      await expect(note.getByRole('blockquote')).toHaveText([then, now])
      if (viewport === WIDE) {
        const [left, right] = await note.getByRole('blockquote').all()
        const [one, other] = [await left?.boundingBox(), await right?.boundingBox()]
        expect(one?.y).toBe(other?.y)
        expect((one?.x ?? 0) + (one?.width ?? 0)).toBeLessThanOrEqual(other?.x ?? 0)
      }
    })
  })
}

/** An interview with an answer of many windows. */
function longInterview(): Interview {
  const story = Array.from(
    { length: 90 },
    (_, day) => `On day ${day} the miller told of the river, the wheel and the price of rye in town number ${day * 7}.`,
  )
  return interviewFrom(
    'long',
    [
      '---\ntitle: The mill\nlanguage: en\nspeakers:\n  - { label: Host, role: interviewer }\n  - { label: Miller, role: guest }\n---',
      'Host: How did it go with the mill, from the first day on?',
      `Miller: ${story.join(' ')} Only at the very end does the miller say what the stones had cost him. That was all.`,
      'Host: Thank you for telling us the whole of it, so patiently.',
      'Miller: It was my pleasure, and the wheel still turns today.',
    ].join('\n\n'),
  )
}

test.describe('a link whose turn is gone', () => {
  const DELETED = {
    speaker: 'Dr. Carter',
    text: 'Sourdough bakers in Bratislava taught me patience, warm ovens and the honest weight of rye flour.',
  }

  test('opens at the nearest place, says so, and shows the words that it carried', async ({
    page,
    interview,
    allowMessage,
  }) => {
    allowMessage(NOT_FOUND_MESSAGE)
    const from = withTurn(interview, 8, DELETED)
    await follow(page, madeLink({ from, index: 8, id: 'sourdough-bakers-bratislava', words: DELETED.text }))
    const note = noteOf(page)
    await expect(note).toContainText('no longer in the interview, or cannot be told for sure')
    await expect(page).toHaveURL((url) => url.pathname.startsWith(START) && url.search === '')
    await expect(page.locator('article')).toHaveCount(interview.turns.length)
    expect(await markedWords(page)).toEqual([])
    await expect(note.getByRole('blockquote')).toHaveText([DELETED.text])
    await expect(note.getByRole('blockquote')).toBeVisible()
    expect(await note.getByRole('link').count()).toBeLessThanOrEqual(3)
  })

  test('opens near where the turn stood', async ({ page, interview, allowMessage }) => {
    allowMessage(NOT_FOUND_MESSAGE)
    const from = withTurn(interview, 8, DELETED)
    await follow(page, madeLink({ from, index: 8, id: 'sourdough-bakers-bratislava' }))
    await expect(noteOf(page)).toContainText('no longer in the interview')
    const near = new Set([6, 7, 8, 9, 10].map((index) => turnPath(interview, index)))
    await expect(page).toHaveURL((url) => near.has(url.pathname))
  })

  test('shows up to three candidates, and each leads to its turn', async ({ page, interview, allowMessage }) => {
    allowMessage(NOT_FOUND_MESSAGE)
    // Half of one answer and half of another: either may be meant.
    const [one, other] = [sentenceOf(interview, 5, 0), sentenceOf(interview, 9, -1)]
    const from = withTurn(interview, 8, { speaker: 'Dr. Carter', text: `${one} ${other}` })
    const link = madeLink({ from, index: 8, id: 'one-major-human-rights', words: `${one} ${other}` })
    await follow(page, link)
    const note = noteOf(page)
    await expect(note).toContainText('no longer in the interview')
    const candidates = note.getByRole('link')
    await expect(candidates.first()).toBeVisible()
    const hrefs = await candidates.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname))
    expect(hrefs.length).toBeLessThanOrEqual(3)
    expect(new Set(hrefs).size).toBe(hrefs.length)
    for (const href of hrefs) {
      await page.goto('about:blank')
      await follow(page, link)
      await note.locator(`a[href="${href}"]`).click()
      const index = interview.turns.findIndex((_, at) => turnPath(interview, at) === href)
      await expectCurrent(page, interview, index)
      await expectInView(page, turnId(interview, index))
      await expect(page).toHaveURL(href)
      await page.reload()
      await expect(noteOf(page)).toHaveCount(0)
    }
  })

  test('can be put aside by keyboard, and the focus goes on to the text', async ({ page, interview, allowMessage }) => {
    allowMessage(NOT_FOUND_MESSAGE)
    const from = withTurn(interview, 8, DELETED)
    await follow(page, madeLink({ from, index: 8, id: 'sourdough-bakers-bratislava', words: DELETED.text }))
    const close = noteOf(page).getByRole('button', { name: 'Close' })
    await expect(close).toBeVisible()
    for (let times = 0; times < 200; times += 1) {
      await page.keyboard.press('Tab')
      if (await close.evaluate((button) => button === document.activeElement)) break
    }
    await expect(close).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(noteOf(page)).toHaveCount(0)
    await page.keyboard.press('Shift+J')
    await expect(page.locator('article[aria-current]')).toHaveCount(1)
  })
})

const BIG = 'x'.repeat(15_000) // a server takes a line of 16 kB at most
/** What a damaged, made-up or malicious link may carry. */
const DAMAGED: readonly (readonly [name: string, query: string])[] = [
  ['a stray percent sign', 'quote=100%'],
  ['half a character', 'quote=%F0%9F'],
  ['bytes that are no text', 'quote=%E0%A4%A'],
  ['a lone surrogate', 'quote=%ED%A0%80'],
  ['a quote that is too long', `quote=${'word%20'.repeat(61)}`],
  ['a very long quote', `quote=${BIG}`],
  ['a very long fingerprint', `v=${BIG}`],
  ['a fingerprint that is too long', `v=${'A'.repeat(41)}`],
  ['a fingerprint of other signs', 'v=%3Cb%3E'],
  ['a fingerprint that is none', 'v=A'],
  ['an empty quote', 'quote='],
  ['a quote that is not of the grammar', 'quote=a%7Cb'],
]

test.describe('a damaged link', () => {
  for (const [name, query] of DAMAGED) {
    test(`opens at its turn and says that part of it was left aside: ${name}`, async ({ page, interview }) => {
      const dialogs: string[] = []
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      })
      await follow(page, `${turnPath(interview, 7)}?${query}`)
      await expectCurrent(page, interview, 7)
      await expectInView(page, turnId(interview, 7))
      await expect(noteOf(page)).toContainText('Part of this link is damaged and was left aside.')
      expect(await markedWords(page)).toEqual([])
      expect(dialogs).toEqual([])
    })
  }

  test('is followed as far as it can be: a fingerprint beside a damaged quote', async ({
    page,
    interview,
    allowMessage,
  }) => {
    allowMessage(NOT_FOUND_MESSAGE)
    const link = madeLink({ from: passagesOf(interview), index: 7, id: 'another-copy-says-this-otherwise' })
    await follow(page, `${link}&quote=100%`)
    await expectCurrent(page, interview, 7)
    await expectInView(page, turnId(interview, 7))
    await expect(page).toHaveURL(turnPath(interview, 7))
    await expect(noteOf(page)).toContainText('Part of this link is damaged')
  })

  test('says so at the start and at a topic too', async ({ page }) => {
    for (const path of [START, `${START}topics/china/`]) {
      await follow(page, `${path}?v=${'A'.repeat(41)}`)
      await expect(noteOf(page), path).toContainText('Part of this link is damaged')
      await page.goto('about:blank')
    }
  })

  test('opens with 100 kB behind its question mark', async ({ page, interview }) => {
    // No server takes such a line: the page is there already when its address is made so long.
    await open(page, turnPath(interview, 7))
    for (const query of [
      `v=${'A'.repeat(100_000)}`,
      `quote=${'%F0%9F%98%80'.repeat(9000)}`,
      `${'&'.repeat(100_000)}v=`,
    ]) {
      await page.evaluate((search) => {
        window.history.pushState(null, '', `?${search}`)
        window.history.pushState(null, '', '#there')
        window.history.back()
      }, query)
      await expect(noteOf(page), query.slice(0, 20)).toContainText('Part of this link is damaged')
      await expectCurrent(page, interview, 7)
      await noteOf(page).getByRole('button', { name: 'Close' }).click()
      await expect(noteOf(page)).toHaveCount(0)
    }
  })
})

test.describe('words of a link that are not the interview’s', () => {
  const HOSTILE = [
    '<img src=x onerror=window.hacked=1><script>window.hacked=1</script> was said here by nobody at all',
    '\u202Eeverything is backwards from here on\u202C and \u2066isolated\u2069, or so it is made to seem',
    '{{7*7}} ${7*7} javascript:window.hacked=1 and seven more words that nobody said',
    '"><svg onload=window.hacked=1> and &lt;b&gt;entities&lt;/b&gt; that are no markup at all',
  ]
  for (const words of HOSTILE) {
    test(`are shown as text and run nothing: ${words.replaceAll(/\P{ASCII}/gu, '¤').slice(0, 24)}`, async ({
      page,
      interview,
    }) => {
      await follow(page, `${turnPath(interview, 7)}?quote=${encodeURIComponent(words)}`)
      await expectCurrent(page, interview, 7)
      const note = noteOf(page)
      await note.locator('summary').click()
      await expect(note.getByRole('blockquote').first()).toBeVisible()
      expect(await note.getByRole('blockquote').first().textContent()).toBe(words)
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
      await expect(page.locator('#app_root').locator('script, img, iframe, svg[onload]')).toHaveCount(0)
      // What is turned round stays in its own box.
      const isIsolated = await note
        .getByRole('blockquote')
        .first()
        .evaluate((quote) => getComputedStyle(quote).unicodeBidi)
      expect(isIsolated).toMatch(/isolate|plaintext/)
      expect(await markedWords(page)).toEqual([])
    })
  }
})

test.describe('what is said of a link', () => {
  test('is put aside by keyboard and does not come back', async ({ page, interview }) => {
    const from = beforeEdit(interview, 7, ['minimise confusion', 'mitigate misunderstandings'])
    await follow(page, madeLink({ from, index: 7, id: turnId(interview, 7) }))
    const close = noteOf(page).getByRole('button', { name: 'Close' })
    await close.focus()
    await page.keyboard.press('Space')
    await expect(noteOf(page)).toHaveCount(0)
    await page.keyboard.press('j')
    await expectCurrent(page, interview, 8)
    await expect(page).toHaveURL(turnPath(interview, 8))
    await expect(noteOf(page)).toHaveCount(0)
  })

  test('opens by keyboard to the words', async ({ page, interview }) => {
    const now = sentenceOf(interview, 7, 1)
    const then = now.replace('strategic competition', 'careful rivalry')
    const from = beforeEdit(interview, 7, [then, now])
    await follow(page, madeLink({ from, index: 7, id: turnId(interview, 7), words: then }))
    const note = noteOf(page)
    await note.locator('summary').focus()
    await page.keyboard.press('Enter')
    await expect(note.getByRole('blockquote')).toHaveText([then, now])
    await expect(note.getByRole('blockquote').first()).toBeVisible()
    await expectCurrent(page, interview, 7)
  })

  test('is the same by Back: another link’s words are not kept', async ({ page, interview }) => {
    const words = sentenceOf(interview, 9, 0)
    await follow(page, quoteLink(interview, 9, words))
    await expect.poll(() => markedWords(page)).toEqual([words])
    await page.keyboard.press('1')
    await expect(page).toHaveURL(/\/topics\/alliances\/$/)
    await page.goBack()
    await expectCurrent(page, interview, 9)
    await expect.poll(() => markedWords(page)).toEqual([words])
    await expectMarkInView(page, interview, 9)
  })
})
