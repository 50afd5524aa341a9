import type { BrowserContext, Page } from '@playwright/test'
import { writeBaggage } from '../../src/domain/address.ts'
import { fingerprintOf } from '../../src/domain/fingerprint.ts'
import { passagesOf, type Passage } from '../../src/domain/fingerprintIndex.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { libraryEntryOf } from '../../src/domain/library.ts'
import { quoteSelector } from '../../src/domain/quote.ts'
import { formatQuote } from '../../src/domain/quoteAddress.ts'
import { expect, isLive, standOf, START, turnId } from './playerTest.ts'

/** Words that a link points at: a part of its turn's text. */
interface MadeLink {
  /** The text from which the link was made: today's, or one before it was edited. */
  readonly from: readonly Passage[]
  /** The turn in that text. */
  readonly index: number
  /** The id that the turn had. */
  readonly id: string
  readonly words?: string
  /** The path of the interview. */
  readonly start?: string
}

/** The path and query of a link as Copy makes it. */
export function madeLink({ from, index, id, words, start: path = START }: MadeLink): string {
  const text = from[index]?.text ?? ''
  const start = words === undefined ? -1 : text.indexOf(words)
  if (words !== undefined && start < 0) throw new RangeError(`Turn ${index} does not say “${words}”.`)
  const range = words === undefined ? null : { start, end: start + words.length }
  return (
    `${path}${encodeURIComponent(id)}/` +
    writeBaggage({
      fingerprint: fingerprintOf(from, index),
      quote: range && formatQuote(quoteSelector(text, range)),
    })
  )
}

/** The interview as it was before somebody wrote `now` for what was `then`, in one turn; the ids are those of today. */
export function beforeEdit(interview: Interview, index: number, [then, now]: readonly [string, string]): Passage[] {
  const text = passagesOf(interview)[index]?.text ?? ''
  if (!text.includes(now)) throw new RangeError(`Turn ${index} does not say “${now}”.`)
  return passagesOf(interview).map((passage, at) =>
    at === index ? { ...passage, text: text.replace(now, () => then) } : passage,
  )
}

/** The interview as it was with a turn more. */
export function withTurn(interview: Interview, index: number, passage: Passage): Passage[] {
  return passagesOf(interview).toSpliced(index, 0, passage)
}

/** Publishes an interview for one context; its pages, which nobody has built, are drawn from its data. */
export async function pretendPublished(context: BrowserContext, interview: Interview): Promise<void> {
  await context.route(`**/interviews/${encodeURIComponent(interview.id)}.json`, (route) =>
    route.fulfill({ json: interview }),
  )
  await context.route('**/interviews/index.json', (route) => route.fulfill({ json: [libraryEntryOf(interview)] }))
}

/** Opens a link and waits until its query has been followed. */
export async function follow(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await isLive(page)
  await page.waitForLoadState('networkidle')
}

/**
 * Waits until page, current turn and address have been as they are for longer than the player takes to follow a scroll:
 * a second until it takes the page to be at rest, and less than half a one until the address follows.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let last = ''
        let since = performance.now()
        const look = () => {
          const now = `${window.scrollY} ${document.querySelector('article[aria-current]')?.id} ${window.location.href}`
          if (now !== last) since = performance.now()
          last = now
          if (performance.now() - since > 1600) resolve()
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )
}

/** The words that are marked on the page, by range or by element, one text for each paragraph. */
export async function markedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ranges = 'highlights' in CSS ? [...(CSS.highlights.get('quote') ?? [])] : []
    const marks = [...document.querySelectorAll('mark')]
    return [...ranges.map(String), ...marks.map(({ textContent }) => textContent)]
  })
}

/** Expects the marked words to stand between the bars, and clear of what is said of the link. */
export async function expectMarkInView(page: Page, interview: Interview, index: number): Promise<void> {
  await expect(async () => {
    const { room } = await standOf(page, turnId(interview, index))
    const { words, note } = await page.evaluate(() => {
      const ranges = 'highlights' in CSS ? [...(CSS.highlights.get('quote') ?? [])] : []
      const [first] = [...(ranges as Range[]), ...document.querySelectorAll('mark')]
      const about = document.querySelector('aside[aria-label="About the link"]')
      return {
        words: first?.getBoundingClientRect().toJSON() as { top: number; bottom: number } | undefined,
        note: about?.getBoundingClientRect().top ?? Infinity,
      }
    })
    expect(words, 'words are marked').toBeDefined()
    expect(words?.top ?? 0, 'they begin below the bars').toBeGreaterThanOrEqual(room.top - 1)
    expect(words?.bottom ?? 0, 'and end above the transport').toBeLessThanOrEqual(room.bottom + 1)
    expect(words?.bottom ?? 0, 'and above the note').toBeLessThanOrEqual(note + 1)
  }).toPass({ timeout: 5000 })
}

/** What the player says of the link that led to the page. */
export function noteOf(page: Page) {
  return page.getByRole('complementary', { name: 'About the link' })
}
