import type { Page, Route } from '@playwright/test'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { rangeOfCursor } from '../../src/domain/playback/cursor.ts'
import { placedWordsOf } from '../../src/domain/quoteWords.ts'
import { recordedPlaces } from '../../src/domain/playback/recordedPlaces.ts'
import type { Recording } from '../../src/domain/recording.ts'
import {
  articleOf,
  atRest,
  expect,
  expectCurrent,
  expectInView,
  NOT_FOUND_MESSAGE,
  open,
  test as base,
  turnId,
} from '../support/playerTest.ts'
import { recordedSiteUrl } from '../support/browserTest.ts'
import { cutShort, SECONDS_PER_WORD, toneFile, type RECORDED } from '../support/recordedSite.ts'

// A real sound file in a real browser, which is not told to let pages sound by themselves: each test presses play.

interface Recorded {
  /** What the site with recordings publishes. */
  readonly recorded: Interview & { readonly recording: Recording }
  /** Has the site answer for its recording with another file, or with none. */
  readonly serveInstead: (file: Buffer | null) => Promise<void>
}

const test = base.extend<Recorded>({
  baseURL: async ({}, provide) => provide(recordedSiteUrl()),
  recorded: async ({}, provide) => {
    const response = await fetch(recordedSiteUrl('interviews/heard.json'))
    await provide((await response.json()) as Recorded['recorded']) // written by our own build
  },
  serveInstead: async ({ page }, provide) => {
    await provide(async (file) => {
      await page.route('**/*.wav', (route) => (file ? sendFile(route, file) : route.fulfill({ status: 404 })))
    })
  },
})

/** Answers as a static server does: whole, or the part that is asked for. */
async function sendFile(route: Route, file: Buffer): Promise<void> {
  const range = /^bytes=(\d+)-(\d*)$/.exec((await route.request().headerValue('range')) ?? '')
  const start = Number(range?.[1] ?? 0)
  const end = Math.min(range?.[2] ? Number(range[2]) : Infinity, file.length - 1)
  if (range && start >= file.length)
    return route.fulfill({ status: 416, headers: { 'content-range': `bytes */${file.length}` } })
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' }
  if (!range) return route.fulfill({ headers, body: file })
  const part = { ...headers, 'content-range': `bytes ${start}-${end}/${file.length}` }
  return route.fulfill({ status: 206, headers: part, body: file.subarray(start, end + 1) })
}

/** How far the place may be behind the sound, in seconds: a slow machine’s turn in its queue. */
const BEHIND_S = 0.3

function pathOf(recorded: Interview, turn: number, id: keyof typeof RECORDED = 'heard'): string {
  return `/interviews/${id}/${turnId(recorded, turn)}/`
}

/** The sound and the mark, at one moment. */
function heard(page: Page) {
  return page.evaluate(() => {
    const media = document.querySelector<HTMLMediaElement>('#recording_media')!
    const [range, word] = ['sentence', 'word'].map((name) => {
      const [first] = CSS.highlights.get(name) ?? []
      return first instanceof Range ? first : null
    })
    const { currentTime: seconds, paused, playbackRate, preservesPitch } = media
    const inside = range?.startContainer.parentElement?.closest('article')
    return {
      seconds,
      paused,
      playbackRate,
      preservesPitch,
      turn: inside?.id,
      sentence: range?.toString(),
      word: word?.toString(),
      wordStart: word?.startOffset ?? null, // its paragraph is one text, and the first
    }
  })
}

async function soundsFrom(page: Page, seconds: number): Promise<void> {
  await expect.poll(async () => (await heard(page)).seconds).toBeGreaterThan(seconds)
}

test('a recording moves the place in step with its sound; before play is pressed nothing sounds or is fetched', async ({
  page,
  recorded,
}) => {
  let asked = 0
  page.on('request', (request) => (asked += request.url().endsWith('.wav') ? 1 : 0))
  const places = recordedPlaces(recorded, recorded.recording)
  await open(page, pathOf(recorded, 4))
  expect(await heard(page)).toMatchObject({ paused: true, seconds: 0 })
  expect(asked).toBe(0)
  await expect(page.locator('audio')).toBeHidden()

  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const begin = places.secondsOf({ turn: 4, sentence: 0 })
  await soundsFrom(page, begin)
  await expect.poll(async () => (await heard(page)).wordStart).not.toBeNull()
  for (let look = 0; look < 8; look += 1) {
    const { seconds, turn, wordStart } = await heard(page)
    const index = recorded.turns.findIndex(({ id }) => id === turn)
    const words = placedWordsOf(turnText(recorded.turns[index]!))
    const begins = recorded.recording.words![index]![words.findIndex(({ start }) => start === wordStart)]!
    expect(seconds - begins, 'the word that is marked has begun').toBeGreaterThanOrEqual(0)
    expect(seconds - begins, 'and is not over for long').toBeLessThan(SECONDS_PER_WORD + BEHIND_S)
    await page.waitForTimeout(100)
  }
  await expect(articleOf(page, recorded, 5)).toHaveAttribute('aria-current', 'true', { timeout: 10_000 })
  await expectInView(page, turnId(recorded, 5))

  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, 2500)
  const chip = page.getByRole('button', { name: /^Back to \d+:\d\d/ })
  await expect(chip).toBeVisible()
  await chip.click()
  await expect(chip).toHaveCount(0)
})

test('a click on a word takes the sound to its sentence; pause, and play goes on in the middle of it', async ({
  page,
  recorded,
}) => {
  const places = recordedPlaces(recorded, recorded.recording)
  await open(page, pathOf(recorded, 7))
  await page.keyboard.press('p')
  await soundsFrom(page, places.secondsOf({ turn: 7, sentence: 0 }))
  const place = await articleOf(page, recorded, 7).evaluate(
    (article, offset) => {
      const range = document.createRange()
      range.setStart(article.querySelector('p[dir="auto"]')!.firstChild!, offset + 1)
      range.setEnd(range.startContainer, offset + 3)
      const { left, top, height } = range.getBoundingClientRect()
      return { x: left + 2, y: top + height / 2 }
    },
    rangeOfCursor(recorded, { turn: 7, sentence: 1 })!.start,
  )
  await page.mouse.click(place.x, place.y)
  const goal = places.secondsOf({ turn: 7, sentence: 1 })
  await expect.poll(async () => (await heard(page)).seconds - goal).toBeGreaterThan(0.5)
  const { seconds } = await heard(page)
  expect(seconds - goal).toBeLessThan(3)

  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  const held = await heard(page)
  expect(held.paused).toBe(true)
  await page.waitForTimeout(300)
  expect((await heard(page)).seconds).toBe(held.seconds)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await soundsFrom(page, held.seconds)
  expect((await heard(page)).seconds - held.seconds).toBeLessThan(1)

  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2×')
  const [before, at] = [await heard(page), Date.now()]
  expect(before).toMatchObject({ playbackRate: 2, preservesPitch: true })
  await page.waitForTimeout(600)
  const speed = ((await heard(page)).seconds - before.seconds) / ((Date.now() - at) / 1000)
  expect(speed).toBeGreaterThan(1.6)
  expect(speed).toBeLessThan(2.4)

  // A page that is hidden gets its timers late, or not at all; the sound goes on, and the words with it.
  await page.evaluate(() => void Object.assign(window, { setTimeout: () => 0 }))
  const { word } = await heard(page)
  await expect.poll(async () => (await heard(page)).word).not.toBe(word)
})

test('a recording that is not there is said to be so; the text stays, and is read when play is pressed again', async ({
  page,
  recorded,
  serveInstead,
  allowMessage,
}) => {
  allowMessage(NOT_FOUND_MESSAGE)
  await serveInstead(null)
  await open(page, pathOf(recorded, 7))
  await page.keyboard.press('p')
  await expect(page.getByRole('status')).toContainText('The recording is not there. Press play to have the text read.')
  await expectInView(page, turnId(recorded, 7))
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await expect.poll(async () => (await heard(page)).sentence).toContain('The U.S.-China relationship')
})

test('a recording that is cut short plays to where it ends, and says so', async ({ page, recorded, serveInstead }) => {
  const places = recordedPlaces(recorded, recorded.recording)
  const end = places.secondsOf({ turn: 7, sentence: 1 }) + 0.5
  await serveInstead(cutShort(toneFile(recorded.recording.end), end))
  await open(page, pathOf(recorded, 7))
  await page.keyboard.press('p')
  await expect(page.getByRole('status')).toContainText('The recording cannot be played from here.', { timeout: 15_000 })
  expect((await heard(page)).seconds).toBeGreaterThan(end - 1)
  await expectCurrent(page, recorded, 7)
  await page.keyboard.press('j')
  await expectCurrent(page, recorded, 8)
})

test('a file that is no sound says so', async ({ page, recorded, serveInstead }) => {
  await serveInstead(Buffer.from('This is no sound. '.repeat(400)))
  await open(page, pathOf(recorded, 7))
  await page.keyboard.press('p')
  await expect(page.getByRole('status')).toContainText('This browser cannot play the recording.')
})

test('a picture stands above the text, and small in a corner of a phone while it plays out of sight', async ({
  newReader,
  recorded,
}) => {
  const reader = await newReader({ viewport: { width: 390, height: 844 }, baseURL: recordedSiteUrl() })
  const page = await reader.newPage()
  await open(page, pathOf(recorded, 7, 'seen'))
  const video = page.locator('video')
  expect(await video.evaluate((element: HTMLVideoElement) => element.controls)).toBe(false)
  expect((await video.boundingBox())!.width).toBeGreaterThan(300)
  await expect(video).not.toBeInViewport()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(video).toBeInViewport()
  const [picture, bar] = await Promise.all([
    video.boundingBox(),
    page.getByRole('region', { name: 'Player' }).boundingBox(),
  ])
  expect(picture!.width).toBeLessThanOrEqual(144)
  expect(picture!.y + picture!.height).toBeLessThan(bar!.y)
  for (let look = 0; look < 3; look += 1) {
    await page.waitForTimeout(300)
    await atRest(page)
    const line = await page.evaluate(() => {
      const [range] = CSS.highlights.get('sentence') ?? []
      return range instanceof Range ? range.getBoundingClientRect().bottom : 0
    })
    expect(line, 'the line that is being said is not behind the picture').toBeLessThanOrEqual(picture!.y)
  }
})

test('without JavaScript the recording has the browser’s own controls', async ({ newReader }) => {
  const reader = await newReader({ javaScriptEnabled: false, baseURL: recordedSiteUrl() })
  const page = await reader.newPage()
  await page.goto('/interviews/heard/')
  await expect(page.locator('audio[controls]')).toBeVisible()
})
