import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { writeBaggage } from '../../src/domain/address.ts'
import { turnAt, turnText } from '../../src/domain/interview.ts'
import { shownTurns } from '../../src/domain/lens.ts'
import { pathOfPlace, START as ABOVE } from '../../src/domain/link.ts'
import { writeAnnotations } from '../../src/domain/marks/formats/annotations.ts'
import { makeMark } from '../../src/domain/marks/makeMark.ts'
import { Parts } from '../../src/domain/parts.ts'
import { longSiteUrl } from '../support/browserTest.ts'
import { markedWords } from '../support/linkTest.ts'
import { holdBack } from '../support/longPage.ts'
import { longInterview, turnsOfLongSite } from '../support/longSite.ts'
import { atRest, expect, NOT_FOUND_MESSAGE, open, test as base } from '../support/playerTest.ts'

const test = base.extend({ baseURL: async ({}, provide) => provide(longSiteUrl()) })

const interview = longInterview()
const parts = new Parts(interview)
const at = turnsOfLongSite()
const total = interview.turns.length
const idAt = (index: number) => turnAt(interview, index).id
const pathAt = (index: number) => pathOfPlace(interview, { kind: 'turn', turn: idAt(index) })
const current = (page: Page) => page.locator('article[aria-current]')
const expectAt = async (page: Page, index: number) => {
  await expect(current(page)).toHaveAttribute('id', idAt(index), { timeout: 15_000 })
  await expect(page).toHaveURL(pathAt(index))
  await expect(current(page).locator('h3')).toBeInViewport()
}
const topOf = (page: Page, index: number) =>
  page.evaluate((id) => document.getElementById(id)?.querySelector('h3')?.getBoundingClientRect().top, idAt(index))
/** The data of parts. */
const PARTS = '**/parts/*.json'
const hasPlayer = (page: Page) => expect(page.getByRole('slider', { name: 'Place in the interview' })).toBeVisible()

for (const { name, viewport } of [
  { name: 'on a wide screen', viewport: { width: 1280, height: 800 } },
  { name: 'on a phone', viewport: { width: 390, height: 844 } },
])
  test(`a link lands on its turn, and the player comes without moving it, ${name}`, async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.setViewportSize(viewport)
    const release = await holdBack(page, PARTS)
    await page.goto(pathAt(at.answer))
    await page.evaluate(() => document.fonts.ready)
    const few = await page.locator('article').count()
    expect(few).toBeLessThanOrEqual(6)
    await expect(current(page)).toHaveAttribute('id', idAt(at.answer))
    const before = (await topOf(page, at.answer)) ?? 0
    const [line, title] = [await page.locator('article[aria-current] h3').evaluate((h3) => {
      const landing = Number.parseFloat(getComputedStyle(h3).scrollMarginTop)
      return landing + Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)
    }), await page.title()] // prettier-ignore
    expect(Math.abs(before - line)).toBeLessThanOrEqual(2)

    release()
    await hasPlayer(page)
    await atRest(page)
    expect(Math.abs(((await topOf(page, at.answer)) ?? 0) - before)).toBeLessThanOrEqual(2)
    expect(await page.locator('article').count()).toBeGreaterThan(few)
    await expect(current(page).locator('h3')).toBeFocused()
    expect(await page.title()).toBe(title)
    expect(await page.locator('head title, head link[rel="canonical"], head meta[name="description"]').count()).toBe(3)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    expect(asked).not.toContain(`/interviews/${interview.id}.json`)
    expect(asked.filter((path) => /\/parts\/\d+\.json$/.test(path))).toEqual([
      `/interviews/${interview.id}/parts/5.json`,
    ])
  })

test('a reader who has scrolled before the player comes stays where they are', async ({ page }) => {
  const release = await holdBack(page, PARTS)
  await page.goto(pathAt(at.answer))
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, -150)
  const before = (await atRest(page), await topOf(page, at.answer)) ?? 0
  release()
  await hasPlayer(page)
  await atRest(page)
  expect(Math.abs(((await topOf(page, at.answer)) ?? 0) - before)).toBeLessThanOrEqual(2)
})

test('steps go over the end of a part and back, and number as the whole', async ({ page }) => {
  await open(page, pathAt(at.lastOfSecond))
  const slider = page.getByRole('slider', { name: 'Place in the interview' })
  await expect(slider).toHaveAttribute('aria-valuenow', String(at.lastOfSecond + 1))
  await page.keyboard.press('j')
  await expectAt(page, at.lastOfSecond + 1)
  await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`turn ${at.lastOfSecond + 2} of ${total}$`))
  await page.keyboard.press('k')
  await expectAt(page, at.lastOfSecond)
  await page.keyboard.press('J')
  await expectAt(page, at.lastOfSecond + 2)
  await page.keyboard.press('End')
  await expectAt(page, interview.turns.length - 1)
  await page.keyboard.press('Home')
  await expectAt(page, 0)
})

test('a topic in another part opens there, and Back and Forward lead from part to part', async ({ page }) => {
  await open(page, pathAt(at.answer))
  const position = interview.topics.length - 3
  const topic = interview.topics[position]!
  const start = interview.sections.find((section) => section.topic === topic.id)!.start
  await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: topic.label }).click()
  const path = pathOfPlace(interview, { kind: 'topic', topic: topic.id })
  await expect(page).toHaveURL(path)
  await expect(page.getByRole('heading', { name: topic.label, level: 2 })).toBeInViewport()
  await expect(current(page)).toHaveAttribute('id', idAt(start))
  await page.goBack()
  await expectAt(page, at.answer)
  await page.goForward()
  await expect(page).toHaveURL(path)
  await expect(current(page)).toHaveAttribute('id', idAt(start))
})

test('a lens holds over the end of a part, and stays in the address', async ({ page }) => {
  const shown = shownTurns(interview, { kind: 'answers' })
  const next = shown.indexOf(true, at.lastOfSecond + 1)
  const before = shown.lastIndexOf(true, at.lastOfSecond)
  const expectHere = async (index: number) => {
    await expect(current(page)).toHaveAttribute('id', idAt(index), { timeout: 15_000 })
    await expect(page).toHaveURL(`${pathAt(index)}?lens=answers`)
    await expect(page.locator('article[hidden]').first()).toBeAttached()
  }
  await open(page, `${pathAt(before)}?lens=answers`)
  await expectHere(before)
  await page.keyboard.press('j')
  await expectHere(next)
  await page.keyboard.press('k')
  await expectHere(before)
})

test('the ribbon is the whole interview, and leads to any part of it', async ({ page }) => {
  await open(page, pathAt(at.answer))
  const slider = page.getByRole('slider', { name: 'Place in the interview' })
  const { x, y, width, height } = (await slider.boundingBox())!
  await page.mouse.click(x + width * 0.9, y + height / 2)
  await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow')) / total).toBeCloseTo(0.9, 1)
  await expect(current(page).locator('h3')).toBeInViewport()
  const index = Number(await slider.getAttribute('aria-valuenow')) - 1
  await expectAt(page, index)
  await page.goBack()
  await expectAt(page, at.answer)
})

test('a mention in another part is gone to', async ({ page }) => {
  await open(page, pathAt(at.answer))
  const [topic, mentions] = [...parts.mentions()].find(([, places]) =>
    places.every(({ part }) => part !== parts.numberOf(at.answer)),
  )!
  const { label } = interview.topics.find(({ id }) => id === topic)!
  const next = mentions.find(({ index }) => index > at.answer) ?? mentions[0]!
  await page.getByRole('button', { name: `Next mention of ${label}` }).or(page.locator(`[title="Next mention of ${label}"]`)).first().click() // prettier-ignore
  await expectAt(page, next.index)
})

test('a link to a turn whose part is not known loads its page', async ({ page }) => {
  await open(page, pathAt(at.answer))
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href })
    document.querySelector('main')?.append(link)
    link.click()
  }, pathAt(at.far))
  await hasPlayer(page)
  await expectAt(page, at.far)
  await page.goBack()
  await expectAt(page, at.answer)
})

test('playing goes on over the end of a part', async ({ page }) => {
  await open(page, pathAt(at.lastOfSecond))
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('3×')
  await page.keyboard.press('p')
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('.')
  await expectAt(page, at.lastOfSecond + 1)
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('the text is read on from part to part by its links', async ({ page }) => {
  await open(page, pathAt(at.lastOfSecond))
  await page.getByRole('link', { name: 'Later in this interview' }).click()
  await expectAt(page, at.lastOfSecond + 1)
  await expect(page.getByText(`Turns ${at.lastOfSecond + 2} to`)).toBeAttached()
  await page.getByRole('link', { name: 'from the beginning' }).click()
  await expect(page).toHaveURL(pathOfPlace(interview, ABOVE))
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  await expect(page.getByText(`${total} turns · `)).toBeVisible()
})

test('the start of the interview is taken over as it stands', async ({ page }) => {
  await open(page, pathOfPlace(interview, ABOVE))
  await page.keyboard.press('j')
  await expectAt(page, 0)
})

test('without JavaScript a turn’s page shows it with its neighbours, and links lead on', async ({ newReader }) => {
  const context = await newReader({ javaScriptEnabled: false, baseURL: longSiteUrl() })
  const page = await context.newPage()
  await page.goto(pathAt(at.answer))
  const shown = await page.locator('article').evaluateAll((articles) => articles.map(({ id }) => id))
  await expect(page.locator(`[id="${idAt(at.answer)}"] p`).first()).toHaveText(
    turnAt(interview, at.answer).paragraphs[0]!,
  )
  await expect(page.getByRole('slider')).toHaveCount(0)
  const first = interview.turns.findIndex(({ id }) => id === shown[0])
  await page.getByRole('link', { name: 'Earlier in this interview' }).click()
  await expect(page).toHaveURL(pathAt(first - 1))
  await expect(page.locator(`[id="${idAt(first - 1)}"]`)).toBeInViewport()
  await page.goto(pathAt(at.firstOfSixth + 1))
  await page.getByRole('link', { name: 'More of it on one page' }).click()
  await expect(page).toHaveURL(pathAt(at.firstOfSixth))
  await expect(page.locator('article')).toHaveCount(parts.part(6).turns.length)
})

test('a search finds the words in the other parts too, and leads there', async ({ page }) => {
  await open(page, pathAt(at.answer))
  await hasPlayer(page)
  const words = turnAt(interview, at.far).paragraphs[0]?.split(' ').slice(0, 7).join(' ') ?? ''
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill(words)
  const others = page.getByRole('region', { name: 'In the other parts' })
  await expect(others.getByRole('status')).toHaveText(/^1 turn in the other parts/)
  await others.getByRole('listitem').getByRole('button').click()
  await expect(current(page)).toHaveAttribute('id', idAt(at.far), { timeout: 15_000 })
  await expect(page).toHaveURL(new RegExp(`${idAt(at.far)}/\\?q=`))
})

const wordsAt = (index: number, from: number, to: number) =>
  turnText(turnAt(interview, index)).split(' ').slice(from, to).join(' ')

for (const { name, viewport } of [
  { name: 'on a wide screen', viewport: { width: 1440, height: 900 } },
  { name: 'on a phone', viewport: { width: 390, height: 844 } },
])
  test(`a quotation is checked against every part, and one in another part is led to, ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await open(page, pathAt(at.answer))
    await hasPlayer(page)
    await page.keyboard.press('q')
    const card = page.getByRole('region', { name: 'Check a quotation' })
    const words = wordsAt(at.far, 0, 12)
    await card.getByRole('textbox').fill(words)
    await expect(card.getByRole('status')).toHaveText(/^Verbatim/)
    await card.getByRole('link', { name: 'Go there' }).first().click()
    await expectAt(page, at.far)
    await expect.poll(() => markedWords(page)).toEqual([words])
    await card.getByRole('textbox').fill(wordsAt(at.firstOfSixth, 0, 12))
    await expect(card.getByRole('blockquote').first()).toHaveText(wordsAt(at.firstOfSixth, 0, 12))
    await expect(card.getByRole('status')).toHaveText(/^Verbatim/)
    await card.getByRole('link', { name: 'Go there' }).first().click()
    await expectAt(page, at.firstOfSixth)
    await expect.poll(() => markedWords(page)).toEqual([wordsAt(at.firstOfSixth, 0, 12)])
    await card.getByRole('textbox').fill('xylophone zeppelin quagmire')
    await expect(card.getByRole('status')).toHaveText('Not in this interview.')
    const { violations } = await new AxeBuilder({ page }).include('[data-margin-place]').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

for (const { name, viewport } of [
  { name: 'on a wide screen', viewport: { width: 1440, height: 900 } },
  { name: 'on a phone', viewport: { width: 390, height: 844 } },
])
  test(`a link whose turn has no such id today is looked for in every part, ${name}`, async ({
    page,
    allowMessage,
  }) => {
    allowMessage(NOT_FOUND_MESSAGE)
    await page.setViewportSize(viewport)
    const release = await holdBack(page, /\/parts\/(?!1\.)\d+\.json$/)
    const { fingerprint } = turnAt(interview, at.far)
    await page.goto(
      `${pathOfPlace(interview, ABOVE)}went-away/${writeBaggage({ fingerprint, quote: wordsAt(at.far, 0, 9) })}`,
    )
    const note = page.getByRole('complementary', { name: 'About the link' })
    await expect(note).toContainText('Looking for what this link points at')
    const { violations } = await new AxeBuilder({ page }).include('aside[aria-label="About the link"]').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    release()
    await expectAt(page, at.far)
    await expect.poll(() => markedWords(page)).toEqual([wordsAt(at.far, 0, 9)])
    await expect(note).toHaveCount(0)
  })

test('a trail of a file leads from part to part, and goes on after a reload and Back until it is ended', async ({
  page,
}) => {
  const marks = [at.answer, at.far, at.lastOfSecond].map((index, number) => {
    const turn = turnAt(interview, index)
    const end = wordsAt(index, 0, 5).length
    const id = `00000000-0000-4000-8000-00000000000${number}`
    return makeMark(interview, {
      turn,
      range: { start: 0, end },
      note: `note ${number}`,
      id,
      now: '2026-01-01T00:00:00Z',
    })
  })
  const buffer = Buffer.from(writeAnnotations(marks, () => 'https://example.org/', 'Trail'))
  const card = page.getByRole('region', { name: 'A trail of 3 passages' })
  const expectPassage = async (number: number, index: number) => {
    await expect(card.getByRole('status')).toHaveText(`Passage ${number} of 3`)
    await expect(current(page)).toHaveAttribute('id', idAt(index), { timeout: 15_000 })
    await expect.poll(() => markedWords(page)).toEqual([wordsAt(index, 0, 5)])
  }
  await open(page, '/marks/')
  await page.getByLabel('Import').setInputFiles({ name: 'trail.jsonld', mimeType: 'application/ld+json', buffer })
  await page.getByRole('button', { name: 'Follow the trail' }).click()
  await expectPassage(1, at.answer)
  await card.getByRole('button', { name: 'Next passage' }).click()
  await expectPassage(2, at.far)
  await page.reload()
  await expectPassage(2, at.far)
  await page.goto('/format/')
  await page.goBack()
  await expectPassage(2, at.far)
  await card.getByRole('button', { name: 'Next passage' }).click()
  await expectPassage(3, at.lastOfSecond)
  await card.getByRole('button', { name: 'Close' }).click()
  await expect(card).toHaveCount(0)
  await page.reload()
  await hasPlayer(page)
  await page.keyboard.press('g')
  await expect(page.getByRole('region', { name: 'Marks and notes' })).toBeVisible()
  await expect(card).toHaveCount(0)
})
