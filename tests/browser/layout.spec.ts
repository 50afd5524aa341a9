import type { Page } from '@playwright/test'
import {
  atRest,
  expect,
  expectCurrent,
  NOT_FOUND_MESSAGE,
  open,
  standOf,
  START,
  test,
  topicPath,
  turnId,
  turnPath,
} from '../support/playerTest.ts'

const PAGES = ['/', '/format/', '/nothing/', START, `${START}nothing/`, topicPath('human-rights')]

/** Elements that stick out of the window sideways, and texts that their boxes cut off. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('#app_root *')) {
      if (element.closest('[data-spoken], [popover], svg, [class*="skip"]')) continue
      const { left, right, width, height } = element.getBoundingClientRect()
      if (width === 0 || height === 0) continue
      const style = getComputedStyle(element)
      const scroller = element.parentElement?.closest('ol, nav, pre')
      const isScrolled = scroller ? getComputedStyle(scroller).overflowX === 'auto' : false
      const name = `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`
      if (!isScrolled && (left < -1 || right > clientWidth + 1)) found.push(`sticks out: ${name}`)
      const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      const isShort = style.textOverflow === 'ellipsis' // cut on purpose, and said in full elsewhere
      if (isText && !isShort && style.overflow !== 'visible' && element.scrollHeight > element.clientHeight + 1)
        found.push(`cut off: ${name}`)
    }
    const { scrollWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`)
    return found
  })
}

/** Controls and words of the bars that lie over each other. */
async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const bar of document.querySelectorAll(
      'header[data-screen-only], section[aria-label="Player"] > div:last-child',
    )) {
      const parts = [...bar.querySelectorAll('a, button, p')].filter((part) => part.getBoundingClientRect().width > 0)
      for (const [index, one] of parts.entries()) {
        const a = one.getBoundingClientRect()
        for (const other of parts.slice(index + 1)) {
          const b = other.getBoundingClientRect()
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
          if (across > 1 && down > 1)
            found.push(`${one.textContent || one.ariaLabel} / ${other.textContent || other.ariaLabel}`)
        }
      }
    }
    return found
  })
}

test.beforeEach(({ allowMessage }) => allowMessage(NOT_FOUND_MESSAGE))

for (const [name, viewport] of [
  ['320 px wide', { width: 320, height: 640 }],
  ['390 px wide', { width: 390, height: 844 }],
  ['768 px wide', { width: 768, height: 1024 }],
  ['1440 px wide', { width: 1440, height: 900 }],
] as const) {
  test(`no page scrolls sideways or lets anything stick out, ${name}`, async ({ newReader, interview }) => {
    const page = await (await newReader({ viewport })).newPage()
    for (const path of [...PAGES, turnPath(interview, 7), turnPath(interview, 16)]) {
      await open(page, path)
      expect(await misfits(page), path).toEqual([])
      expect(await overlaps(page), path).toEqual([])
    }
  })
}

test('with the largest text at 200 % everything can still be read and used', async ({ newReader, interview }) => {
  // Zoomed to 200 %, a window of 1280 by 800 is one of 640 by 400 with pixels twice as large.
  const reader = await newReader({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 })
  const page = await reader.newPage()
  await open(page, START)
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByRole('radio', { name: 'Largest' }).check()
  const panel = page.getByRole('dialog', { name: 'Reading settings' })
  await panel.getByRole('checkbox').scrollIntoViewIfNeeded()
  await expect(panel.getByRole('checkbox')).toBeInViewport()
  for (const path of [...PAGES, turnPath(interview, 7)]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.locator('html')).toHaveAttribute('data-text-size', 'largest')
    await page.waitForLoadState('networkidle')
    expect(await misfits(page), path).toEqual([])
    expect(await overlaps(page), path).toEqual([])
  }
  const { speaker, room } = await standOf(page, turnId(interview, 7))
  expect(speaker.top).toBeGreaterThanOrEqual(room.top)
  expect(speaker.bottom).toBeLessThanOrEqual(room.bottom)
})

test('with letters of twice the size in the browser’s settings nothing sticks out or overlaps', async ({
  newReader,
  interview,
}) => {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    const page = await (await newReader({ viewport })).newPage()
    const client = await page.context().newCDPSession(page)
    await client.send('Page.enable')
    await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
    for (const path of [...PAGES, turnPath(interview, 7)]) {
      await open(page, path)
      expect.soft(await misfits(page), path).toEqual([])
      expect.soft(await overlaps(page), path).toEqual([])
    }
  }
})

test('a finger finds targets of 44 px in the bars', async ({ newReader, interview }) => {
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 390, height: 844 },
    { width: 820, height: 1180 },
  ]) {
    const page = await (await newReader({ viewport, hasTouch: true, isMobile: true })).newPage()
    await open(page, turnPath(interview, 7))
    const small = await page
      .locator('section[aria-label="Player"] button, [role="slider"], header[data-screen-only] button, nav a')
      .filter({ visible: true })
      .evaluateAll((all) =>
        all.flatMap((target) => {
          const { left, top, width, height } = target.getBoundingClientRect()
          const [x, y] = [left + width / 2, top + height / 2]
          if (x < 0 || x > window.innerWidth) return [] // a chip that the list has yet to be moved to
          const takes = (down: number) => target.contains(document.elementFromPoint(x, y + down))
          // What takes a touch may be taller than what is drawn.
          let taken = 0
          for (let down = -22; down < 22; down += 1) if (takes(down + 0.5)) taken += 1
          return width >= 44 && taken >= 44 ? [] : [`${target.ariaLabel ?? target.textContent} ${width}×${taken}`]
        }),
      )
    expect(small, `${viewport.width} px wide`).toEqual([])
  }
})

test('with forced colours the current turn and topic are still marked', async ({ newReader, interview }) => {
  const page = await (await newReader({ forcedColors: 'active' })).newPage()
  await open(page, turnPath(interview, 7))
  for (const selector of ['article[aria-current]', 'nav [aria-current]']) {
    const outline = await page.locator(selector).evaluate((marked) => getComputedStyle(marked).outlineStyle)
    expect(outline, selector).toBe('solid')
  }
  for (const button of await page.getByRole('group', { name: 'Step' }).getByRole('button').all())
    await expect(button.locator('svg')).toBeVisible()
})

test('with reduced motion a step or jump is there at once', async ({ newReader, interview }) => {
  const page = await (await newReader({ reducedMotion: 'reduce' })).newPage()
  await open(page, turnPath(interview, 2))
  for (const key of ['j', '2', 'Shift+J', 'End', 'Home']) {
    await atRest(page)
    await page.evaluate(() => {
      const tops: number[] = []
      Object.assign(window, { tops })
      window.addEventListener('scroll', () => tops.push(window.scrollY))
    })
    await page.keyboard.press(key)
    const rest = await atRest(page)
    const tops = await page.evaluate(() => (window as unknown as { tops: number[] }).tops)
    expect(new Set(tops), key).toEqual(new Set([rest]))
  }
  await expectCurrent(page, interview, 0)
})
