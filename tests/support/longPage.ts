import type { Locator, Page } from '@playwright/test'

/** How far the heading of a turn stands from where the page of that turn opens, in CSS pixels. */
export function offLanding(page: Page, id: string): Promise<number> {
  return page.evaluate((turn) => {
    const heading = document.getElementById(turn)?.querySelector('h3')
    if (!heading) throw new Error(`There is no turn ${turn} on the page.`)
    const line = [document.documentElement, heading].map((element) => {
      const { scrollPaddingTop, scrollMarginTop } = getComputedStyle(element)
      return Number.parseFloat(element === heading ? scrollMarginTop : scrollPaddingTop)
    })
    return Math.abs(heading.getBoundingClientRect().top - line.reduce((sum, part) => sum + part, 0))
  }, id)
}

/** Where a turn stands in the window, in CSS pixels from its top. */
export function topOf(page: Page, id: string): Promise<number> {
  return page.evaluate((turn) => document.getElementById(turn)?.getBoundingClientRect().top ?? Number.NaN, id)
}

/** The turn in the middle of the window. */
export function turnInMiddle(page: Page): Promise<string> {
  return page.evaluate(() => {
    const points = [0.5, 0.4, 0.6, 0.3, 0.7].map((share) => window.innerHeight * share)
    const turns = points.map((y) => document.elementFromPoint(window.innerWidth / 2, y)?.closest('article')?.id)
    return turns.find(Boolean) ?? ''
  })
}

/** Drags the scroll bar to a share of the page (0 to 1). */
export async function dragScrollBar(page: Page, share: number): Promise<void> {
  await page.evaluate(async (goal) => {
    const from = window.scrollY
    // A hand that holds the bar at the end of its way goes on holding it there while the page gets its true length.
    for (let step = 1; step <= 40; step += 1) {
      const length = document.documentElement.scrollHeight - window.innerHeight
      window.scrollTo({ top: from + (length * goal - from) * Math.min(step / 20, 1), behavior: 'instant' })
      await new Promise((done) => requestAnimationFrame(done))
    }
  }, share)
}

/** Drags over words from the end of one paragraph to the beginning of another. Returns what is selected. */
export async function selectOver(page: Page, above: Locator, below: Locator): Promise<string> {
  const [from, to] = [await above.boundingBox(), await below.boundingBox()]
  if (!from || !to) throw new Error('the turns are not in the window')
  await page.mouse.move(from.x + 60, from.y + from.height - 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 200, to.y + 10, { steps: 6 })
  await page.mouse.up()
  return page.evaluate(() => window.getSelection()?.toString() ?? '')
}

/** Holds back some files of a site until what it returns is called. */
export async function holdBack(page: Page, files: string | RegExp): Promise<() => void> {
  let release = () => {}
  const isReleased = new Promise<void>((done) => {
    release = done
  })
  await page.route(files, async (route) => {
    await isReleased
    await route.continue()
  })
  return release
}
