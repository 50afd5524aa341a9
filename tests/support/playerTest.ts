import type { Locator, Page } from '@playwright/test'
import type { Interview } from '../../src/domain/interview.ts'
import { expect, siteUrl, test as base } from './browserTest.ts'

export { expect, NOT_FOUND_MESSAGE, siteUrl, subSiteUrl } from './browserTest.ts'

/** The interview that the browser tests read, by the name of its file. */
const INTERVIEW = 'blinken-initiatives'

/** Its path, from the root of the site. */
export const START = `/interviews/${INTERVIEW}/`

/** The browser test of a page that plays the interview; `interview` is what the built site itself publishes. */
export const test = base.extend<{ readonly interview: Interview }>({
  interview: async ({ baseURL }, provide) => {
    const response = await fetch(new URL(`interviews/${INTERVIEW}.json`, baseURL))
    await provide((await response.json()) as Interview) // written by our own build
  },
})

/** The path of a turn's page; a number counts the turns from 0. */
export function turnPath(interview: Interview, index: number): string {
  return `${START}${encodeURIComponent(turnId(interview, index))}/`
}

/** The address of a turn as Copy hands it out: with the fingerprint of its words. */
export function sharedUrl(interview: Interview, index: number): string {
  return `${siteUrl(turnPath(interview, index))}?v=${interview.turns[index]?.fingerprint}`
}

export function topicPath(id: string): string {
  return `${START}topics/${encodeURIComponent(id)}/`
}

export function turnId(interview: Interview, index: number): string {
  const turn = interview.turns[index]
  if (!turn) throw new RangeError(`There is no turn ${index}.`)
  return turn.id
}

export function articleOf(page: Page, interview: Interview, index: number): Locator {
  return page.locator(`article[id="${turnId(interview, index)}"]`)
}

/** Opens a page of the site and waits until the program has taken it over, of a reader who has kept no settings yet. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await isLive(page)
}

/**
 * Waits until the program has taken the page over: putting the settings in force is the last thing that it does, but for
 * views that are loaded later, whose text stands there before and answers to nothing yet. React marks what it has taken over.
 */
export async function isLive(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-theme', /^(?:system|light|dark)$/)
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber$'))
  })
}

/**
 * Waits until the page has not moved for longer than it takes the player to call it at rest. Returns its position. Fonts that
 * are still on their way may yet change it: one that comes at the last moment is used, a later one is not.
 */
export async function atRest(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready
    return new Promise<number>((resolve) => {
      let top = window.scrollY
      let since = performance.now()
      const look = () => {
        if (window.scrollY !== top) since = performance.now()
        top = window.scrollY
        if (performance.now() - since > 200) resolve(top)
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  })
}

/** Expects exactly one current turn, by its index; null when none is. */
export async function expectCurrent(page: Page, interview: Interview, index: number | null): Promise<void> {
  const current = page.locator('article[aria-current]')
  if (index === null) await expect(current).toHaveCount(0)
  else await expect(current).toHaveId(turnId(interview, index))
}

export async function currentIndex(page: Page, interview: Interview): Promise<number> {
  const ids = await page.locator('article[aria-current]').evaluateAll((all) => all.map(({ id }) => id))
  return ids.length === 1 ? interview.turns.findIndex(({ id }) => id === ids[0]) : -1
}

/** Edges in the window, in CSS pixels. */
interface Edges {
  readonly top: number
  readonly bottom: number
}

interface Stand {
  /** What the bars at top and bottom leave. */
  readonly room: Edges
  readonly turn: Edges
  readonly speaker: Edges
  /** Where the words of the turn before end; null for the first turn. */
  readonly before: number | null
  readonly lineHeight: number
}

/** Where a turn stands in the window, and what room the bars at top and bottom leave. */
export async function standOf(page: Page, id: string): Promise<Stand> {
  return page.evaluate((turn) => {
    const { clientWidth, clientHeight } = document.documentElement
    const isBar = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return height > 0 && width > clientWidth * 0.9 && getComputedStyle(element).position !== 'static'
    }
    const bars = [...document.querySelectorAll('header[data-screen-only], nav')].filter(isBar)
    const transports = [...document.querySelectorAll('section[aria-label="Player"]')].filter(isBar)
    const articles = [...document.querySelectorAll('article')]
    const index = articles.findIndex((each) => each.id === turn)
    const article = articles[index]
    const speaker = article?.querySelector('h3')
    const words = article?.querySelector('p')
    if (!article || !speaker || !words) throw new Error(`There is no turn ${turn} on the page.`)
    const wordsBefore = [...(articles[index - 1]?.querySelectorAll('p[dir="auto"]') ?? [])]
    return {
      room: {
        top: Math.max(0, ...bars.map((bar) => bar.getBoundingClientRect().bottom)),
        bottom: Math.min(clientHeight, ...transports.map((bar) => bar.getBoundingClientRect().top)),
      },
      turn: article.getBoundingClientRect().toJSON() as Edges,
      speaker: speaker.getBoundingClientRect().toJSON() as Edges,
      before: wordsBefore.at(-1)?.getBoundingClientRect().bottom ?? null,
      lineHeight: Number.parseFloat(getComputedStyle(words).lineHeight),
    }
  }, id)
}

/** Expects a turn to be in the room between the bars: its speaker, and its words as far as there is room for them. */
export async function expectInView(page: Page, id: string): Promise<void> {
  await expect(async () => {
    const { room, turn, speaker, lineHeight } = await standOf(page, id)
    expect(speaker.top, 'its speaker stands below the bars').toBeGreaterThanOrEqual(room.top)
    expect(speaker.bottom + lineHeight, 'its first line stands above the transport').toBeLessThanOrEqual(room.bottom)
    if (turn.bottom - turn.top < (room.bottom - room.top) / 2)
      expect(turn.bottom, 'it is whole').toBeLessThanOrEqual(room.bottom)
  }).toPass({ timeout: 5000 })
}

/** Expects the last line of the question, at least, between the bars and the answer under it. */
export async function expectQuestionAbove(page: Page, id: string): Promise<void> {
  await expect(async () => {
    const { room, turn, before, lineHeight } = await standOf(page, id)
    expect(before, 'there is a question').not.toBeNull()
    expect(before ?? 0, 'its last line stands below the bars').toBeGreaterThanOrEqual(room.top + lineHeight - 2)
    expect(before ?? 0, 'and above the answer').toBeLessThanOrEqual(turn.top)
  }).toPass({ timeout: 5000 })
}

export function historyLength(page: Page): Promise<number> {
  return page.evaluate(() => window.history.length)
}
