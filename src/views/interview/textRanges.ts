import { PARAGRAPH_BREAK, type Interview } from '../../domain/interview.ts'
import { turnById } from '../../domain/link.ts'
import type { TurnRange } from '../../state/linkSlice.ts'
import { turnsShown } from './landing.ts'

/** The paragraphs of what was said, in the order of the text; the player's own words beside them are not part of it. */
function paragraphsOf(article: Element): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(':scope > p[dir="auto"]')]
}

/** The paragraph of what was said that a node stands in; null for any other node. */
export function paragraphOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('article > p[dir="auto"]') ?? null
}

/** Which paragraph it is of which turn. It outlasts the elements, which may be drawn anew. */
export interface ParagraphPlace {
  readonly turn: string
  readonly position: number
}

/** Where a paragraph of what was said stands. */
export function placeOfParagraph(paragraph: HTMLElement): ParagraphPlace | null {
  const article = paragraph.closest('article')
  return article && { turn: article.id, position: paragraphsOf(article).indexOf(paragraph) }
}

/** The paragraph at a place; null when its turn is not on the page. */
export function paragraphAt({ turn, position }: ParagraphPlace): HTMLElement | null {
  const article = document.getElementById(turn)
  return (article && paragraphsOf(article)[position]) ?? null
}

/** The words that a selection holds, for each turn that it touches; nothing for what stands between the words. */
export function rangesOfSelection(interview: Interview, transcript: HTMLElement, selected: Range): TurnRange[] {
  const ranges: TurnRange[] = []
  for (const article of turnsShown(transcript)) {
    const turn = selected.intersectsNode(article) ? turnById(interview, article.id) : null
    if (!turn) continue
    let at = 0
    let start: number | null = null
    let end = 0
    for (const paragraph of paragraphsOf(article)) {
      const length = paragraph.textContent.length
      if (selected.intersectsNode(paragraph)) {
        const from = offsetIn(paragraph, selected.startContainer, selected.startOffset, 0)
        const to = offsetIn(paragraph, selected.endContainer, selected.endOffset, length)
        if (to > from) {
          start ??= at + from
          end = at + to
        }
      }
      at += length + PARAGRAPH_BREAK.length
    }
    if (start !== null) ranges.push({ turn: turn.id, start, end })
  }
  return ranges
}

/** Where a point stands in a paragraph's text, in UTF-16 code units; `outside` when it stands elsewhere. */
export function offsetIn(paragraph: HTMLElement, container: Node, offset: number, outside: number): number {
  if (!paragraph.contains(container)) return outside
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(container, offset)
  return before.toString().length
}

/**
 * Where a click fell in what a turn says, in UTF-16 code units of its text; null beside the words, and where the browser
 * does not tell. (Safari before 26.2 has only `caretRangeFromPoint`.)
 */
export function offsetAtPoint(article: Element, { clientX, clientY, target }: MouseEvent): number | null {
  const position = document.caretPositionFromPoint?.(clientX, clientY)
  const range = position ? null : document.caretRangeFromPoint?.(clientX, clientY)
  const [node, offset] = position ? [position.offsetNode, position.offset] : [range?.startContainer, range?.startOffset]
  let at = 0
  for (const paragraph of paragraphsOf(article)) {
    if (
      node &&
      offset !== undefined &&
      target instanceof Node &&
      paragraph.contains(target) &&
      paragraph.contains(node)
    )
      return at + offsetIn(paragraph, node, offset, 0)
    at += paragraph.textContent.length + PARAGRAPH_BREAK.length
  }
  return null
}

/** The words of a turn as ranges of the page, one for each paragraph that they touch. */
export function pageRangesOf({ turn, start, end }: TurnRange): Range[] {
  const article = document.getElementById(turn)
  const ranges: Range[] = []
  let at = 0
  for (const paragraph of article ? paragraphsOf(article) : []) {
    const length = paragraph.textContent.length
    const from = Math.max(start - at, 0)
    const to = Math.min(end - at, length)
    if (from < to) {
      const range = document.createRange()
      setPoint(range, 'setStart', paragraph, from)
      setPoint(range, 'setEnd', paragraph, to)
      ranges.push(range)
    }
    at += length + PARAGRAPH_BREAK.length
  }
  return ranges
}

/** Sets an end of a range to a place in a paragraph's text: where that is cut, a start stands before what follows it. */
export function setPoint(range: Range, set: 'setStart' | 'setEnd', paragraph: HTMLElement, offset: number): void {
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (left < length || (left === length && set === 'setEnd')) return range[set](node, left)
    left -= length
  }
  range[set](paragraph, paragraph.childNodes.length)
}
