import type { Palette } from './palette.ts'
import type { ShareCard } from './shareCard.ts'

/** The width of the room inside the margins, in pixels of the image. */
export const ROOM_WIDTH = 1072
/** The height of all texts together; the rest is space between them, the ribbon and the margins. */
const TEXTS_HEIGHT = 414

/** Somewhat more than half of the line, so that a long name leaves room for a topic. */
const NAME_ROOM = 620
const LABEL_ROOM = ROOM_WIDTH - NAME_ROOM - 32

/** Families in the order in which they are asked for a glyph. */
export interface Faces {
  readonly text: string
  readonly ui: string
}

/** A text with the room it has. The sizes are tried from the first on; what does not fit at the last is cut. */
export interface Fitting {
  readonly text: string
  readonly width: number
  readonly height: number
  readonly sizes: readonly number[]
  readonly style: Record<string, string | number>
}

/** A text that was fitted: what is drawn, and how large. */
export interface Fitted extends Fitting {
  readonly size: number
}

/** The texts of a card. */
export type CardTexts<Text> = Record<'speaker' | 'label' | 'words' | 'foot', Text>

/** Scripts whose letters need more room above and below than those of Europe. */
const TALL = /[\p{sc=Arabic}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Devanagari}\p{sc=Tibetan}]/u
/** Full-width letters stand closer to their neighbours than to their line. */
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** A single line needs no room for its neighbours. */
const MAX_LINE_HEIGHT = 1.4
/** A slanted letter is no italic: only what the italic itself has is set in it. */
const WITHOUT_ITALIC = /[^\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]/u

function lineHeight(text: string): number {
  return TALL.test(text) ? 1.5 : WIDE.test(text) ? 1.4 : 1.2
}

/** How a card’s texts are to be set. The words get the height that the lines round them leave. */
export function fittingsOf(card: ShareCard, { ink, ink2, hues }: Palette, faces: Faces): CardTexts<Fitting> {
  const { kind } = card
  const isTitle = kind === 'interview'
  const isTopic = kind === 'topic'
  const colour = isTitle ? ink2 : (hues[card.hue]?.ink ?? ink)
  const line = (text: string, width: number, size: number, style: Fitting['style']): Fitting => {
    const height = Math.min(lineHeight(text), MAX_LINE_HEIGHT)
    const common = { fontFamily: faces.ui, lineHeight: height, overflowWrap: 'anywhere' }
    return { text, width, height: text ? size * height + 1 : 0, sizes: [size], style: { ...common, ...style } }
  }
  const speaker = line(card.speaker, isTitle || isTopic ? ROOM_WIDTH : NAME_ROOM, 42, { color: ink, fontWeight: 700 })
  const label = isTopic
    ? line(card.label, ROOM_WIDTH, 96, { color: colour, fontFamily: faces.text, fontWeight: 500 })
    : line(card.label, isTitle ? ROOM_WIDTH : LABEL_ROOM, 42, { color: colour, fontWeight: 700 })
  const foot = line(card.foot, ROOM_WIDTH, 32, { color: ink2, fontWeight: 500 })
  const head = isTitle || isTopic ? speaker.height + label.height : Math.max(speaker.height, label.height)
  return {
    speaker,
    label,
    foot,
    words: {
      text: card.words,
      width: ROOM_WIDTH,
      height: TEXTS_HEIGHT - head - foot.height,
      sizes: isTitle ? [112, 96, 84, 72] : isTopic ? [76, 64, 56] : [92, 80, 70, 62],
      style: {
        fontFamily: faces.text,
        fontWeight: 500,
        fontStyle: kind === 'question' && !WITHOUT_ITALIC.test(card.words) ? 'italic' : 'normal',
        color: kind === 'question' ? ink2 : ink,
        lineHeight: lineHeight(card.words),
        overflowWrap: 'anywhere',
      },
    },
  }
}
