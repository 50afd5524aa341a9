import type { Place } from '../../domain/link.ts'

/** Whether one exchange stands alone on the page. */
export function isOnStage(): boolean {
  return document.documentElement.dataset['focus'] !== undefined
}

/** The turns of a text that are to be seen, in page order. */
export function turnsShown(transcript: HTMLElement): NodeListOf<HTMLElement> {
  return transcript.querySelectorAll(isOnStage() ? 'article[data-stage]' : 'article')
}

/**
 * The element that a place is brought into view by: the heading of its turn or topic; null for the start. On the stage it
 * is that of the current turn, since other headings are not there.
 */
export function headingOfPlace(place: Place): HTMLElement | null {
  if (isOnStage())
    return document.querySelector(`article[data-stage]${place.kind === 'start' ? '' : '[aria-current]'} h3`)
  if (place.kind === 'start') return null
  if (place.kind === 'topic') return document.getElementById(`topics/${place.topic}`)
  return document.getElementById(place.turn)?.querySelector('h3') ?? null
}

/** Where the page has to be scrolled to for a heading to stand at its landing line, in CSS pixels; the top without one. */
export function landingTop(heading: HTMLElement | null): number {
  if (!heading) return 0
  const page = document.documentElement
  const margin = pixels(getComputedStyle(heading).scrollMarginTop) + pixels(getComputedStyle(page).scrollPaddingTop)
  const top = heading.getBoundingClientRect().top + window.scrollY - margin
  return Math.round(Math.min(Math.max(top, 0), page.scrollHeight - page.clientHeight))
}

function pixels(length: string): number {
  return Number.parseFloat(length) || 0
}

/** Where in the window a reader is taken to read, as a share of its height: where an answer lands under its question. */
const READING_SHARE = 0.33

/**
 * The line of the window at which a reader is taken to read, in CSS pixels from its top. Near the end of the page it moves down with what is left to scroll, so that the last turns are reached too.
 */
export function readingLine(): number {
  const page = document.documentElement
  const bars = pixels(getComputedStyle(page).scrollPaddingTop)
  const bottom = page.clientHeight - pixels(getComputedStyle(page).scrollPaddingBottom)
  const line = bars / 2 + page.clientHeight * READING_SHARE
  const left = Math.max(page.scrollHeight - page.clientHeight - window.scrollY, 0)
  const share = 1 - Math.min(left / Math.max(bottom - line, 1), 1)
  return line + (bottom - line) * share
}

/**
 * The last turn to be seen whose top is above a line of the window; null when none is. Chunk by chunk first: to ask for a turn
 * of a chunk that is not laid out yet would lay it out.
 */
export function turnAbove(transcript: HTMLElement, line: number): Element | null {
  if (isOnStage()) {
    const shown = turnsShown(transcript)
    return shown[lastAbove(shown, line)] ?? null
  }
  const chunks = transcript.firstElementChild?.children ?? []
  // Above the first turn of a chunk there may be a heading, and what a lens folds away is a box of no height.
  for (let position = lastAbove(chunks, line); position >= 0; position -= 1) {
    const turns = chunks[position]?.getElementsByTagName('article') ?? []
    for (let at = lastAbove(turns, line); at >= 0; at -= 1) if (!turns[at]?.hidden) return turns[at] ?? null
  }
  return null
}

/** The last of some elements, in page order, whose top is above a line, found by halving; -1 when none is. */
function lastAbove(elements: ArrayLike<Element>, line: number): number {
  let low = -1
  let high = elements.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const top = elements[middle]?.getBoundingClientRect().top ?? Infinity
    if (top <= line) low = middle
    else high = middle - 1
  }
  return low
}

/** A reader who holds a control outside the text goes on with it; everyone else is taken along, focus and all. */
export function keepsFocus(): boolean {
  const focus = document.activeElement
  return (
    Boolean(focus?.closest('button, input, textarea, select, [role="slider"], dialog')) && !focus?.closest('article')
  )
}

/** The element that the fragment of the address names; null when it names none of this page. */
export function fragmentTarget(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
  } catch {
    return null // a stray %
  }
}
