import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { encode } from 'uqr'
import { passagesOf } from '../../src/domain/fingerprintIndex.ts'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { sentencesOf } from '../../src/domain/sentences.ts'
import { beforeEdit, follow, madeLink, markedWords, noteOf } from '../support/linkTest.ts'
import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  isLive,
  open,
  sharedUrl,
  siteUrl,
  START,
  test,
  topicPath,
  turnId,
  turnPath,
} from '../support/playerTest.ts'
import { barOf, clipboardOf, selectWords } from '../support/selecting.ts'

const ANSWER = 9

function cardOf(page: Page): Locator {
  return page.getByRole('region', { name: /^Share this/ })
}

/** Opens the card from the header, and waits until it is there. */
async function openCard(page: Page): Promise<Locator> {
  await page.getByRole('banner').getByRole('button', { name: 'Share', exact: true }).click()
  await expect(cardOf(page)).toBeVisible()
  return cardOf(page)
}

/** The first sentence of a turn. */
function firstSentence(interview: Interview, index: number): string {
  const turn = interview.turns[index]
  const text = turn ? turnText(turn) : ''
  const [first] = sentencesOf(text, interview.language)
  return text.slice(first?.start, first?.end).trim()
}

/** What Copy in the card puts into the clipboard. */
async function copiedAddress(page: Page): Promise<string> {
  await cardOf(page).getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('status')).toHaveText('Link copied')
  return page.evaluate(() => navigator.clipboard.readText())
}

test.describe('the share card', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

  test('opens from the header on where the reader is, takes the focus and gives it back', async ({
    page,
    interview,
  }) => {
    await open(page, turnPath(interview, ANSWER))
    const top = await atRest(page)
    const button = page.getByRole('banner').getByRole('button', { name: 'Share', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    const card = cardOf(page)
    await expect(card.getByRole('heading', { name: 'Share this answer' })).toBeFocused()
    await expect(card).toContainText((interview.turns[ANSWER]?.paragraphs[0] ?? 'none').slice(0, 60))
    expect(await copiedAddress(page)).toBe(sharedUrl(interview, ANSWER))
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
    await expect(button).toBeFocused()
    expect(await atRest(page)).toBe(top)
    await expectCurrent(page, interview, ANSWER)
  })

  test('gives the focus back when it is closed by its button', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    await card.getByRole('button', { name: 'Close' }).click()
    await expect(card).toHaveCount(0)
    await expect(page.getByRole('banner').getByRole('button', { name: 'Share', exact: true })).toBeFocused()
  })

  test('opens from a turn on that turn, and leaves the current one', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    await articleOf(page, interview, ANSWER - 1).hover()
    await articleOf(page, interview, ANSWER - 1)
      .getByRole('button', { name: 'Share question 5' })
      .click()
    await expect(cardOf(page).getByRole('heading')).toHaveText('Share this question')
    expect(await copiedAddress(page)).toBe(sharedUrl(interview, ANSWER - 1))
    await expectCurrent(page, interview, ANSWER)
    await page.keyboard.press('Escape')
    await expect(articleOf(page, interview, ANSWER - 1).getByRole('button', { name: 'Share question 5' })).toBeFocused()
  })

  test('offers the answer, a sentence, the topic or all of it, each with its address', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    const words = firstSentence(interview, ANSWER)
    const sentence = madeLink({ from: passagesOf(interview), index: ANSWER, id: turnId(interview, ANSWER), words })
    const topic = interview.sections.find(({ start, end }) => ANSWER >= start && ANSWER < end)?.topic ?? ''
    for (const [name, heading, address] of [
      ['Sentence', 'Share this sentence', siteUrl(sentence)],
      ['Topic', 'Share this topic', siteUrl(topicPath(topic))],
      ['All', 'Share this interview', siteUrl(START)],
      ['Answer', 'Share this answer', sharedUrl(interview, ANSWER)],
    ] as const) {
      await card.getByRole('radio', { name }).check()
      await expect(card.getByRole('heading')).toHaveText(heading)
      await expect(card).toContainText(address.replace(/^https?:\/\//, '').slice(0, 60))
      const copied = await copiedAddress(page)
      if (name === 'Sentence') expect(copied).toMatch(/#:~:text=/)
      expect(copied.replace(/#.*/, '')).toBe(address)
      await card.getByRole('button', { name: 'Close' }).focus() // the notice goes when it has been read
    }
  })

  test('opens on the topic at a topic, and on all of it at the start', async ({ page }) => {
    await open(page, topicPath('china'))
    await openCard(page)
    await expect(cardOf(page).getByRole('radio', { name: 'Topic' })).toBeChecked()
    expect(await copiedAddress(page)).toBe(siteUrl(topicPath('china')))
    await open(page, START)
    await openCard(page)
    await expect(cardOf(page).getByRole('radio', { name: 'All' })).toBeChecked()
    expect(await copiedAddress(page)).toBe(siteUrl(START))
  })

  test('shares a sentence that opens marked for somebody else', async ({ page, interview, newReader }) => {
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    await card.getByRole('radio', { name: 'Sentence' }).check()
    const address = await copiedAddress(page)
    const friend = await (await newReader()).newPage()
    await follow(friend, address)
    await expect.poll(() => markedWords(friend)).toEqual([firstSentence(interview, ANSWER)])
    await expect(noteOf(friend)).toHaveCount(0)
  })

  test('copies the quote with its attribution, as text and as HTML', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    await card.getByRole('button', { name: 'Copy quote with attribution' }).click()
    await expect(page.getByRole('status')).toHaveText('Quote copied')
    const { 'text/plain': text = '', 'text/html': html = '' } = await clipboardOf(page)
    const said = interview.turns[ANSWER]?.paragraphs.join('\n\n') ?? ''
    const speaker = interview.speakers.find(({ label }) => label === interview.turns[ANSWER]?.speaker)?.name
    expect(text).toBe(
      `“${said}” — ${speaker}, “${interview.shortTitle}”, ${interview.publication}, ${sharedUrl(interview, ANSWER)}`,
    )
    expect(html).toContain('<blockquote')
    expect(html).toContain(sharedUrl(interview, ANSWER).replaceAll('&', '&amp;'))
  })

  test('follows a selection: the sentence is the words that were chosen', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    const words = 'emphasizing human rights, Blinken underscores'
    await selectWords({ paragraph: articleOf(page, interview, ANSWER).locator('p[dir="auto"]'), words })
    await barOf(page).getByRole('button', { name: 'Cite' }).click()
    const card = cardOf(page)
    await expect(card.getByRole('heading', { name: 'Share this sentence' })).toBeFocused()
    await expect(card).toContainText(`“${words}”`)
    await expect(card.getByRole('combobox', { name: 'Citation style' })).toBeVisible()
    expect(new URL(await copiedAddress(page)).searchParams.get('quote')).toBe(words)
  })

  test('is worked by keyboard alone', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    await page.getByRole('banner').getByRole('button', { name: 'Share', exact: true }).focus()
    await page.keyboard.press('Enter')
    const card = cardOf(page)
    await expect(card.getByRole('heading')).toBeFocused()
    const seen: string[] = []
    for (let times = 0; times < 8; times += 1) {
      await page.keyboard.press('Tab')
      seen.push(
        await page.evaluate(() => {
          const { activeElement } = document
          const isInCard = activeElement?.closest('section[aria-labelledby="share_heading"]')
          const named = activeElement?.closest('label') ?? activeElement
          return isInCard ? (activeElement?.ariaLabel ?? named?.textContent ?? '') : 'outside'
        }),
      )
    }
    expect(seen.slice(0, 7)).toEqual([
      'Close',
      'Copy',
      'Answer',
      'Copy quote with attribution',
      expect.stringMatching(/^Cite/),
      expect.stringMatching(/^Quote image/),
      expect.stringMatching(/^QR code/),
    ])
    await card.getByRole('radio', { name: 'Answer' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(card.getByRole('radio', { name: 'Sentence' })).toBeChecked()
    await expectCurrent(page, interview, ANSWER)
    await card.locator('summary', { hasText: 'Cite' }).focus()
    await page.keyboard.press('Enter')
    await expect(card.getByRole('combobox')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(card.getByRole('combobox')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toHaveText('APA citation copied')
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
    await expectCurrent(page, interview, ANSWER)
  })

  test('cites in six styles, and copies what it shows', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    await card.locator('summary', { hasText: 'Cite' }).click()
    const styles = card.getByRole('combobox', { name: 'Citation style' })
    await expect(styles.getByRole('option')).toHaveText(['APA', 'MLA', 'Chicago', 'BibTeX', 'RIS', 'CSL-JSON'])
    for (const [style, begins] of [
      ['APA', /^Carter, E\./],
      ['MLA', /^Carter, Emily\./],
      ['Chicago', /^Carter, Emily\./],
      ['BibTeX', /^@\w+\{/],
      ['RIS', /^TY {2}- /],
      ['CSL-JSON', /^[[{]/],
    ] as const) {
      await styles.selectOption(style)
      await card.getByRole('button', { name: 'Copy citation' }).click()
      await expect(page.getByRole('status')).toHaveText(`${style} citation copied`)
      const { 'text/plain': copied = '' } = await clipboardOf(page)
      expect(copied).toMatch(begins)
      expect(copied.replaceAll('\\', ''), style).toContain(turnId(interview, ANSWER))
      const shown = await card.locator('details[open] pre, details[open] p[dir="auto"]').textContent()
      expect(copied.trim()).toBe(shown?.trim())
      if (style === 'CSL-JSON') expect(() => JSON.parse(copied) as unknown).not.toThrow()
    }
  })

  test('opens one part at a time', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    for (const name of ['Cite', 'Quote image', 'QR code']) {
      await card.locator('summary', { hasText: name }).click()
      await expect(card.locator('details[open]')).toHaveCount(1)
      await expect(card.locator('details[open] summary')).toContainText(name)
    }
  })

  test('goes with the interview: on another page there is none', async ({ page, interview }) => {
    await open(page, turnPath(interview, ANSWER))
    await openCard(page)
    await page.getByRole('banner').getByRole('link', { name: 'Colloquy' }).click()
    await expect(page).toHaveURL('/')
    await isLive(page)
    await expect(cardOf(page)).toHaveCount(0)
    await page.getByRole('link', { name: interview.title }).click()
    await expect(page).toHaveURL(START)
    await expect(cardOf(page)).toHaveCount(0)
  })
})

/** The colour of a picture’s ground, and how much of the picture is not of it. */
async function inkOf(canvas: Locator): Promise<{ readonly ground: string; readonly share: number }> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    copy?.drawImage(element, 0, 0)
    const { data } = copy?.getImageData(0, 0, width, height) ?? { data: new Uint8ClampedArray() }
    const at = (pixel: number) => data.slice(pixel * 4, pixel * 4 + 4).join()
    const ground = at(20 * width + 20) // below the rule at the top, left of the words
    let inked = 0
    for (let pixel = 0; pixel < width * height; pixel += 1) if (at(pixel) !== ground) inked += 1
    return { ground, share: inked / (width * height) }
  })
}

test.describe('the quote as a picture', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is drawn and saved, wide and square, in the ${colorScheme} theme`, async ({ newReader, interview }) => {
      const page = await (await newReader({ colorScheme })).newPage()
      await open(page, turnPath(interview, ANSWER))
      const card = await openCard(page)
      await card.getByRole('radio', { name: 'Sentence' }).check()
      await card.locator('summary', { hasText: 'Quote image' }).click()
      for (const [shape, width, height] of [
        ['Wide', 1200, 630],
        ['Square', 1080, 1080],
      ] as const) {
        await card.getByRole('button', { name: shape }).click()
        await expect(card.getByRole('button', { name: shape })).toHaveAttribute('aria-pressed', 'true')
        const canvas = card.getByRole('img', { name: firstSentence(interview, ANSWER) })
        await expect(canvas).toHaveJSProperty('width', width)
        await expect(canvas).toHaveJSProperty('height', height)
        await expect.poll(async () => (await inkOf(canvas)).share, shape).toBeGreaterThan(0.02)
        const { ground, share } = await inkOf(canvas)
        expect(share).toBeLessThan(0.5)
        const [red = 0] = ground.split(',').map(Number)
        expect(colorScheme === 'dark' ? red < 80 : red > 200, `its ground is ${ground}`).toBe(true)

        const downloading = page.waitForEvent('download')
        await card.getByRole('button', { name: 'Save picture' }).click()
        const download = await downloading
        expect(download.suggestedFilename()).toBe(`${turnId(interview, ANSWER)}-${shape.toLowerCase()}.png`)
        const chunks: Buffer[] = []
        for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
        const png = Buffer.concat(chunks)
        expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1A\n')
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height])
        expect(png.length).toBeGreaterThan(10_000)
      }
    })
  }

  test('holds the longest answer without leaving its edges', async ({ page, interview }) => {
    const lengths = interview.turns.map((turn) => turnText(turn).length)
    const longest = lengths.indexOf(Math.max(...lengths))
    await open(page, turnPath(interview, longest))
    const card = await openCard(page)
    await card.locator('summary', { hasText: 'Quote image' }).click()
    const canvas = card.locator('canvas')
    await expect.poll(async () => (await inkOf(canvas)).share).toBeGreaterThan(0.02)
    const strays = await canvas.evaluate((element: HTMLCanvasElement) => {
      const { width, height } = element
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
      context?.drawImage(element, 0, 0)
      const ground = context?.getImageData(20, 20, 1, 1).data.join()
      const isClear = (x: number, y: number, w: number, h: number) => {
        const { data } = context?.getImageData(x, y, w, h) ?? { data: new Uint8ClampedArray() }
        for (let at = 0; at < data.length; at += 4) if (data.slice(at, at + 4).join() !== ground) return false
        return true
      }
      return [
        isClear(0, 12, 60, height - 12),
        isClear(width - 60, 12, 60, height - 12),
        isClear(0, height - 40, width, 40),
      ]
    })
    expect(strays).toEqual([true, true, true])
  })
})

test('the QR code is the one of the address, dark on light in both themes', async ({ newReader, interview }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await newReader({ colorScheme })).newPage()
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    await card.locator('summary', { hasText: 'QR code' }).click()
    for (const [name, address] of [
      ['Answer', sharedUrl(interview, ANSWER)],
      ['All', siteUrl(START)],
    ] as const) {
      await card.getByRole('radio', { name }).check()
      const code = card.getByRole('img', { name: `QR code of ${address}` })
      await expect(code).toBeVisible()
      const { size, dark, colours } = await code.evaluate((svg: SVGSVGElement) => {
        const [light, path] = [svg.querySelector('rect'), svg.querySelector('path')]
        return {
          size: svg.viewBox.baseVal.width,
          dark: path?.getAttribute('d') ?? '',
          colours: [light, path].map((part) => Number(part && /\d+/.exec(getComputedStyle(part).fill)?.[0])),
        }
      })
      const expected = encode(address, { border: 4 }).data
      const drawn = expected.map((row) => row.map(() => false))
      for (const [, x, y] of dark.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
        const row = drawn[Number(y)]
        if (row) row[Number(x)] = true
      }
      expect(size).toBe(expected.length)
      expect(drawn).toEqual(expected)
      expect(colours[0]).toBeGreaterThan(200)
      expect(colours[1]).toBeLessThan(60)
    }
  }
})

test.describe('the system’s share sheet', () => {
  test('gets title, text and address', async ({ page, interview }) => {
    await page.addInitScript(() => {
      const shared: unknown[] = []
      Object.assign(window, { shared })
      navigator.share = (content) => {
        shared.push(content)
        return Promise.reject(new DOMException('closed by the reader', 'AbortError'))
      }
    })
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    await card.getByRole('button', { name: 'Share with another app' }).click()
    const [content] = await page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared)
    expect(content?.title).toBe(interview.shortTitle)
    expect(content?.text).toContain(interview.turns[ANSWER]?.paragraphs[0])
    expect(content?.url).toBe(sharedUrl(interview, ANSWER))
    await expect(card).toBeVisible()
  })

  test('is not offered where there is none', async ({ page, interview }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'share')
    })
    await open(page, turnPath(interview, ANSWER))
    const card = await openCard(page)
    await expect(card.getByRole('button', { name: 'Copy quote with attribution' })).toBeVisible()
    await expect(card.getByRole('button', { name: 'Share with another app' })).toHaveCount(0)
  })
})

test('what the browser will not copy is shown, selected, to be copied by hand', async ({ page, interview }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await open(page, turnPath(interview, ANSWER))
  const card = await openCard(page)
  const byHand = page.getByRole('group', { name: 'Copy by hand' })
  for (const [name, holds] of [
    ['Copy', sharedUrl(interview, ANSWER)],
    ['Copy quote with attribution', interview.turns[ANSWER]?.paragraphs[0] ?? 'none'],
  ] as const) {
    await card.getByRole('button', { name, exact: true }).click()
    const field = byHand.getByRole('textbox')
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(new RegExp(holds.slice(0, 40).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
    await expect(byHand).toContainText('Press Ctrl C or ⌘ C')
    const isWhole = await field.evaluate(
      (area: HTMLTextAreaElement) => area.selectionStart === 0 && area.selectionEnd === area.value.length,
    )
    expect(isWhole).toBe(true)
    await byHand.getByRole('button', { name: 'Close' }).click()
    await expect(byHand).toHaveCount(0)
  }
})

/** The three that stand over the text, each as it is largest. */
const OVERLAYS: readonly (readonly [name: string, raise: (page: Page, interview: Interview) => Promise<Locator>])[] = [
  ...['Cite', 'Quote image', 'QR code'].map(
    (part) =>
      [
        `the card with ${part}`,
        async (page: Page, interview: Interview) => {
          await open(page, turnPath(interview, ANSWER))
          const card = await openCard(page)
          await card.locator('summary', { hasText: part }).click()
          await expect(card.locator('details[open]')).toHaveCount(1)
          return card
        },
      ] as const,
  ),
  [
    'the bar',
    async (page, interview) => {
      await open(page, turnPath(interview, ANSWER))
      const words = firstSentence(interview, ANSWER)
      await selectWords({ paragraph: articleOf(page, interview, ANSWER).locator('p[dir="auto"]'), words })
      await expect(barOf(page)).toBeVisible()
      return barOf(page)
    },
  ],
  [
    'the note',
    async (page, interview) => {
      const now = firstSentence(interview, ANSWER)
      const then = now.replace('crucial', 'of no small weight')
      const from = beforeEdit(interview, ANSWER, [then, now])
      await page.goto('about:blank')
      await follow(page, madeLink({ from, index: ANSWER, id: turnId(interview, ANSWER), words: then }))
      await noteOf(page).locator('summary').click()
      await expect(noteOf(page).getByRole('blockquote').first()).toBeVisible()
      return noteOf(page)
    },
  ],
]

for (const [name, options] of [
  ['in the light theme', { colorScheme: 'light', viewport: { width: 1440, height: 900 } }],
  ['in the dark theme', { colorScheme: 'dark', viewport: { width: 1440, height: 900 } }],
  ['on a phone', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
  ['on a phone in the dark theme', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
] as const) {
  test(`axe finds nothing with card, bar or note open ${name}`, async ({ newReader, interview }) => {
    test.setTimeout(90_000)
    const page = await (await newReader(options)).newPage()
    for (const [overlay, raise] of OVERLAYS) {
      const box = await raise(page, interview)
      await box.evaluate((element) => element.setAttribute('data-raised', ''))
      const axe = new AxeBuilder({ page })
      if (name !== 'in the light theme') axe.include('[data-raised]') // one look at all of the page is enough
      const { violations } = await axe.analyze()
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
      )
      expect.soft(found, overlay).toEqual([])
    }
  })
}

for (const [name, viewport] of [
  ['320 px wide', { width: 320, height: 640 }],
  ['390 px wide', { width: 390, height: 844 }],
  ['1440 px wide', { width: 1440, height: 900 }],
  ['640 by 400 px, as at 200 %', { width: 640, height: 400 }],
] as const) {
  test(`card, bar and note stay in the window with all that is in them, ${name}`, async ({ newReader, interview }) => {
    test.setTimeout(60_000)
    const page = await (await newReader({ viewport })).newPage()
    for (const [overlay, raise] of OVERLAYS) {
      const box = await raise(page, interview)
      const found = await box.evaluate((element) => {
        const { clientWidth, scrollWidth } = document.documentElement
        const problems = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []
        const outer = element.getBoundingClientRect()
        if (outer.top < -1 || outer.bottom > window.innerHeight + 1 || outer.left < -1 || outer.right > clientWidth + 1)
          problems.push(`it stands at ${JSON.stringify(outer)}`)
        for (const inner of element.querySelectorAll('*')) {
          const { left, right, width } = inner.getBoundingClientRect()
          if (width > 0 && !inner.closest('[data-spoken], svg') && (left < outer.left - 1 || right > outer.right + 1))
            problems.push(`sticks out: ${inner.tagName} ${inner.textContent.slice(0, 30)}`)
        }
        return problems
      })
      expect.soft(found, overlay).toEqual([])
    }
  })
}

test('a finger finds targets of 44 px in card, bar and note', async ({ newReader, interview }) => {
  const reader = await newReader({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await reader.newPage()
  for (const [overlay, raise] of OVERLAYS) {
    const box = await raise(page, interview)
    const small = await box
      .locator('button, summary, select, label:has(input)')
      .filter({ visible: true })
      .evaluateAll((all) =>
        all.flatMap((target) => {
          const { width, height } = target.getBoundingClientRect()
          return width >= 44 && height >= 44 ? [] : [`${target.ariaLabel ?? target.textContent} ${width}×${height}`]
        }),
      )
    expect.soft(small, overlay).toEqual([])
  }
})
