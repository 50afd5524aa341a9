import { offsetIn, paragraphAt, paragraphOf, placeOfParagraph, setPoint, type ParagraphPlace } from '../textRanges.ts'

/** Changes the elements in the text, and leaves selected what the reader has selected. */
export function keepSelection(change: () => void): void {
  const restore = noteSelection()
  change()
  restore()
}

/**
 * Notes what the reader has selected. Returns the way to select it again after the text was drawn anew: as far as it reached
 * into what was said, where the rest of it is not there any more.
 */
export function noteSelection(): () => void {
  const selection = window.getSelection()
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {}
  if (!selection || selection.isCollapsed || !anchorNode || !focusNode) return () => {}
  const range = selection.getRangeAt(0)
  const isBackward = anchorNode === range.endContainer && anchorOffset === range.endOffset
  const [start, end] = wordsWithin(range)
  const anchor = placeOf(anchorNode, anchorOffset ?? 0, isBackward ? end : start)
  const focus = placeOf(focusNode, focusOffset ?? 0, isBackward ? start : end)
  return () => {
    const [from, to] = [pointOf(anchor), pointOf(focus)]
    if (!from || !to) return
    const isSame = selection.anchorNode === from.node && selection.anchorOffset === from.offset
    if (isSame && selection.focusNode === to.node && selection.focusOffset === to.offset) return
    selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }
}

/** A place in what was said: `offset` in UTF-16 code units of the paragraph’s text. */
interface WordsPlace {
  readonly paragraph: ParagraphPlace
  readonly offset: number
}

/** Where an end of a selection is: in the words of a paragraph, or in a node that may be taken away. */
interface SelectionPoint {
  readonly node: Node
  readonly offset: number
  readonly words: WordsPlace | null
  /** The words of the selection that are nearest to this end of it. */
  readonly nearest: WordsPlace | null
}

function placeOf(node: Node, offset: number, nearest: WordsPlace | null): SelectionPoint {
  const paragraph = paragraphOf(node)
  const words = paragraph && wordsPlace(paragraph, offsetIn(paragraph, node, offset, 0))
  return { node, offset, words, nearest }
}

function wordsPlace(paragraph: HTMLElement, offset: number): WordsPlace | null {
  const place = placeOfParagraph(paragraph)
  return place && { paragraph: place, offset }
}

/** The first and the last place in what was said that a range reaches; both null where it reaches none. */
function wordsWithin(range: Range): readonly [WordsPlace | null, WordsPlace | null] {
  const root = range.commonAncestorContainer
  const near = root instanceof Element ? root : root.parentElement
  const paragraphs = [...(near?.querySelectorAll<HTMLElement>('article > p[dir="auto"]') ?? [])].filter((each) =>
    range.intersectsNode(each),
  )
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  return [first ? wordsPlace(first, 0) : null, last ? wordsPlace(last, last.textContent.length) : null]
}

/** Where the point is now; null when neither it nor any words of the selection are there. */
function pointOf({
  node,
  offset,
  words,
  nearest,
}: SelectionPoint): { readonly node: Node; readonly offset: number } | null {
  if (!words && node.isConnected) return { node, offset }
  const place = words ?? nearest
  const paragraph = place && paragraphAt(place.paragraph)
  if (!paragraph) return null
  const range = document.createRange()
  setPoint(range, 'setEnd', paragraph, place.offset)
  return { node: range.endContainer, offset: range.endOffset }
}
