import type { BrowserContext, Locator, Page } from '@playwright/test'

/** The bar beside selected words. */
export function barOf(page: Page): Locator {
  return page.getByRole('group', { name: 'Selected words' })
}

/** The words that are selected, as they stand on the page. */
export function selectedWords(page: Page): Promise<string> {
  return page.evaluate(() => String(window.getSelection()))
}

/** Words on the page: the paragraph and what is said there. */
interface Words {
  readonly paragraph: Locator
  readonly words: string
}

/** Where words stand in the window: their first letter’s left edge and their last one’s right edge, in its middle. */
async function endsOf({ paragraph, words }: Words) {
  return paragraph.evaluate((element, wanted) => {
    const text = element.firstChild
    const start = element.textContent.indexOf(wanted)
    if (!text || start < 0) throw new Error(`“${wanted}” is not said here.`)
    const edge = (offset: number) => {
      const range = document.createRange()
      range.setStart(text, offset)
      range.setEnd(text, offset + 1)
      return range.getBoundingClientRect()
    }
    const first = edge(start)
    const last = edge(start + wanted.length - 1)
    return {
      from: { x: first.left + 0.5, y: (first.top + first.bottom) / 2 },
      to: { x: last.right - 0.5, y: (last.top + last.bottom) / 2 },
    }
  }, words)
}

/** Drags over words with the mouse, to words further on if there are any. */
export async function dragOver(page: Page, first: Words, last: Words = first): Promise<void> {
  await first.paragraph.scrollIntoViewIfNeeded()
  const { from } = await endsOf(first)
  const { to } = await endsOf(last)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
}

/** Selects words as a script would, from the first words to the last ones. */
export async function selectWords(first: Words, last: Words = first): Promise<void> {
  const page = first.paragraph.page()
  const handles = [await first.paragraph.elementHandle(), await last.paragraph.elementHandle()]
  await page.evaluate(
    ([one, other, wanted, wantedLast]) => {
      /** A point in the words of a paragraph, which may be cut into several texts. */
      const pointAt = (paragraph: Node, offset: number): [Node, number] => {
        const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
        let left = offset
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const { length } = text as Text
          if (left <= length) return [text, left]
          left -= length
        }
        throw new Error('The paragraph is shorter.')
      }
      const start = one?.textContent.indexOf(wanted) ?? -1
      const end = other?.textContent.indexOf(wantedLast) ?? -1
      if (!one || !other || start < 0 || end < 0) throw new Error('There are no such words.')
      window.getSelection()?.setBaseAndExtent(...pointAt(one, start), ...pointAt(other, end + wantedLast.length))
    },
    [handles[0] ?? null, handles[1] ?? null, first.words, last.words] as const,
  )
}

/** Presses long on words, as a finger does: the browser selects them, and its handles stretch the selection. */
export async function touchSelect(first: Words, last: Words = first): Promise<void> {
  const touch = { pointerType: 'touch', bubbles: true, isPrimary: true }
  await first.paragraph.dispatchEvent('pointerdown', touch)
  await selectWords({ ...first, words: first.words.slice(0, 1) })
  await first.paragraph.dispatchEvent('pointercancel', touch) // the browser takes a long press for itself
  await selectWords(first, last)
}

/** Drags over words with the mouse from their end to their start. */
export async function dragBack(page: Page, words: Words): Promise<void> {
  const { from, to } = await endsOf(words)
  await page.mouse.move(to.x, to.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y, { steps: 5 })
  await page.mouse.up()
}

/**
 * Selects words by Shift and the arrow. Chromium, unless it browses with a caret, moves a selection only when it holds
 * something and the focus is in the text: so the first letter is selected before, in a word that was pressed twice.
 */
export async function keySelect(page: Page, { paragraph, words }: Words): Promise<void> {
  const { from } = await endsOf({ paragraph, words })
  await page.mouse.dblclick(from.x + 2, from.y)
  await paragraph.evaluate((element, wanted) => {
    const start = element.textContent.indexOf(wanted)
    if (element.firstChild)
      window.getSelection()?.setBaseAndExtent(element.firstChild, start, element.firstChild, start + 1)
  }, words)
  for (let length = 1; length < words.length; length += 1) await page.keyboard.press('Shift+ArrowRight')
}

/** Pastes what was copied into a letter, on a page of its own. */
export async function paste(context: BrowserContext): Promise<Locator> {
  const page = await context.newPage()
  await page.setContent('<!doctype html><title>Letter</title><div contenteditable role="textbox"></div>')
  await page.getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+V')
  return page.getByRole('textbox')
}

/** What the clipboard holds, by type. */
export async function clipboardOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const types = item?.types ?? []
    const texts = await Promise.all(types.map(async (type) => (await item?.getType(type))?.text() ?? ''))
    return Object.fromEntries(types.map((type, at) => [type, texts[at] ?? '']))
  })
}
