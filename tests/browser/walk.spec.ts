import type { Page } from '@playwright/test'
import { atRest, expect, open, START, test } from '../support/playerTest.ts'
import { oneOf, randomFrom } from '../support/random.ts'

type Random = (below: number) => number

const KEYS = [
  'j', 'j', 'k', 'Shift+J', 'Shift+K', 'ArrowRight', 'ArrowLeft', 'Home', 'End', '1', '2', '3', '4', '5', '9', '[', ']',
  'm', 'Shift+M', 'PageDown', 'PageUp', 'Space', 'ArrowDown', 'Tab', 'Enter', 'Escape', '?', 'x',
] as const // prettier-ignore

const ACTIONS: Readonly<Record<string, (page: Page, random: Random) => Promise<unknown>>> = {
  key: (page, random) => page.keyboard.press(oneOf(random, KEYS)),
  keys: async (page, random) => {
    for (let times = random(6); times >= 0; times -= 1)
      await page.keyboard.press(oneOf(random, KEYS.slice(0, 6) as ['j']))
  },
  wheel: (page, random) => page.mouse.wheel(0, random(2400) - 1200),
  // Wherever it lands: on words, on a link, on a button, on nothing.
  click: (page, random) => page.mouse.click(200 + random(800), 60 + random(540)),
  ribbon: async (page, random) => {
    const box = await page.getByRole('slider').boundingBox()
    if (box) await page.mouse.click(box.x + random(Math.floor(box.width)), box.y + box.height / 2)
  },
  topic: async (page, random) => {
    const box = await page.locator('nav a').nth(random(7)).boundingBox({ timeout: 1000 })
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  },
  // In a moment, since the page may be gone before it could answer.
  back: (page) => page.evaluate(() => void setTimeout(() => window.history.back())),
  forward: (page) => page.evaluate(() => void setTimeout(() => window.history.forward())),
  settings: async (page) => {
    const box = await page.getByRole('button', { name: 'Reading settings' }).boundingBox()
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  },
}

for (const seed of [1, 2, 3]) {
  test(`a walk of keys and clicks never loses the reader’s place (${seed})`, async ({ page, interview }) => {
    test.setTimeout(120_000)
    const random = randomFrom(seed)
    const names = Object.keys(ACTIONS) as [string, ...string[]]
    const walked: string[] = []
    await open(page, START)
    for (let step = 0; step < 40; step += 1) {
      if (!new URL(page.url()).pathname.startsWith(START)) await open(page, START) // out by a link: in again
      const name = oneOf(random, names)
      walked.push(name)
      await ACTIONS[name]?.(page, random)
      const told = `after ${walked.slice(-5).join(', ')} (${step})`
      await expect(async () => {
        await atRest(page)
        const { pathname } = new URL(page.url())
        if (!pathname.startsWith(START)) return
        const current = await page.locator('article[aria-current]').evaluateAll((all) => all.map(({ id }) => id))
        expect(current.length, told).toBeLessThanOrEqual(1)
        const [first = '', second = ''] = pathname.slice(START.length).split('/')
        const section = interview.sections.find(({ topic }) => first === 'topics' && topic === second)
        const named = section ? interview.turns[section.start]?.id : first || undefined
        expect(named, told).toBe(current[0])
      }).toPass({ timeout: 5000 })
    }
  })
}
