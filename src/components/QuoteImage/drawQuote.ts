/** What stands in a picture of a quotation. */
export interface QuotePicture {
  readonly words: string
  readonly speaker: string
  /** Where it was said: title and publication. */
  readonly source: string
  readonly isRtl: boolean
  readonly colours: { readonly paper: string; readonly ink: string; readonly quiet: string; readonly topic: string }
}

/** In pixels of the picture. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

export const WIDE: PictureSize = { width: 1200, height: 630 }
export const SQUARE: PictureSize = { width: 1080, height: 1080 }

const MARGIN = 72
const RULE = 10
/** The words are as large as the picture holds, between these sizes; a phone shows the picture at a third. */
const LARGEST = 72
const SMALLEST = 32
const LEADING = 1.34
const FOOT = 118

/** Draws the picture; the fonts have to be loaded. Words that do not fit at the smallest size end in an ellipsis. */
export function drawQuote(
  context: CanvasRenderingContext2D,
  picture: QuotePicture,
  { width, height }: PictureSize,
): void {
  const { words, speaker, source, isRtl, colours } = picture
  const edge = isRtl ? width - MARGIN : MARGIN
  const room = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - FOOT }
  context.direction = isRtl ? 'rtl' : 'ltr'
  context.textAlign = isRtl ? 'right' : 'left'
  context.textBaseline = 'alphabetic'
  context.fillStyle = colours.paper
  context.fillRect(0, 0, width, height)
  context.fillStyle = colours.topic
  context.fillRect(0, 0, width, RULE)

  let size = LARGEST
  let lines: string[] = []
  for (; size >= SMALLEST; size -= 2) {
    context.font = `400 ${size}px Newsreader, Georgia, serif`
    lines = linesOf(context, words, room.width)
    if (lines.length * size * LEADING <= room.height) break
  }
  const most = Math.max(Math.floor(room.height / (Math.max(size, SMALLEST) * LEADING)), 1)
  if (lines.length > most) lines = [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`]
  context.fillStyle = colours.ink
  lines.forEach((line, index) => context.fillText(line, edge, MARGIN + size + index * size * LEADING))

  context.font = '600 30px "Schibsted Grotesk Variable", system-ui, sans-serif'
  context.fillText(speaker, edge, height - MARGIN - 40, room.width)
  context.fillStyle = colours.quiet
  context.font = '400 26px "Schibsted Grotesk Variable", system-ui, sans-serif'
  context.fillText(source, edge, height - MARGIN, room.width)
}

/** Breaks a text into lines by words, and words that are wider than a line by characters. */
function linesOf(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const push = (piece: string, isGlued: boolean) => {
    const longer = line === '' || isGlued ? line + piece : `${line} ${piece}`
    if (context.measureText(longer).width <= width || line === '') line = longer
    else {
      lines.push(line)
      line = piece
    }
  }
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (context.measureText(word).width <= width) push(word, false)
    else Array.from(word).forEach((character, index) => push(character, index > 0))
  }
  if (line) lines.push(line)
  return lines
}
