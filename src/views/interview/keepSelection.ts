import { offsetIn, paragraphAt, paragraphOf, placeOfParagraph, setPoint, type ParagraphPlace } from './textRanges.ts'

/** Changes the elements in the text, and leaves selected what the reader has selected. */
export function keepSelection(change: () => void): void {
  const restore = noteSelection()
  change()
  restore()
}

/** Notes what the reader has selected. Returns the way to select it again after the text was drawn anew. */
export function noteSelection(): () => void {
  const selection = window.getSelection()
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {}
  if (!selection || selection.isCollapsed || !anchorNode || !focusNode) return () => {}
  const ends = [placeOf(anchorNode, anchorOffset ?? 0), placeOf(focusNode, focusOffset ?? 0)]
  return () => {
    const [anchor, focus] = ends.map(pointOf)
    if (!anchor?.node.isConnected || !focus?.node.isConnected) return
    const isSame = selection.anchorNode === anchor.node && selection.anchorOffset === anchor.offset
    if (isSame && selection.focusNode === focus.node && selection.focusOffset === focus.offset) return
    selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
  }
}

/** Where an end of a selection is: in the words of a paragraph, or in a node that is not changed. */
interface SelectionPoint {
  readonly node: Node
  readonly offset: number
  readonly paragraph: ParagraphPlace | null
}

function placeOf(node: Node, offset: number): SelectionPoint {
  const paragraph = paragraphOf(node)
  return paragraph
    ? { node, offset: offsetIn(paragraph, node, offset, 0), paragraph: placeOfParagraph(paragraph) }
    : { node, offset, paragraph: null }
}

function pointOf({ node, offset, paragraph }: SelectionPoint): { readonly node: Node; readonly offset: number } {
  const now = paragraph && paragraphAt(paragraph)
  if (!now) return { node, offset }
  const range = document.createRange()
  setPoint(range, 'setEnd', now, offset)
  return { node: range.endContainer, offset: range.endOffset }
}
