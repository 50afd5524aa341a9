import type { Node } from '@takumi-rs/core'
import type { RibbonSegment } from '../domain/library.ts'
import type { Palette } from './palette.ts'
import type { ShareCard } from './shareCard.ts'
import { ROOM_WIDTH, type CardTexts, type Fitted } from './shareTexts.ts'

/** What every service shows without cutting it. */
export const IMAGE_WIDTH = 1200
export const IMAGE_HEIGHT = 630

/** In pixels of the image, as all sizes here. A preview is often shown at a quarter of them. */
const MARGIN = (IMAGE_WIDTH - ROOM_WIDTH) / 2
const RULE_HEIGHT = 10
const RIBBON_HEIGHT = 56

/** A fitted text as a node. */
export function textNode({ text, width, size, style }: Fitted, direction: 'ltr' | 'rtl'): Node {
  return { type: 'text', text, style: { ...style, fontSize: size, maxWidth: width, direction, flexShrink: 0 } }
}

/** The whole image: the topic’s rule, who speaks about what, the words, and the interview with its ribbon. */
export function drawCard(card: ShareCard, texts: CardTexts<Fitted>, palette: Palette): Node {
  const { direction, kind } = card
  const column = (names: readonly (keyof CardTexts<Fitted>)[], style: Record<string, string | number>) =>
    box(
      { direction, flexDirection: 'column', gap: 4, ...style },
      names.filter((name) => texts[name].text).map((name) => textNode(texts[name], direction)),
    )
  const head =
    kind === 'interview' || kind === 'topic'
      ? column(kind === 'topic' ? ['label', 'speaker'] : ['label'], { marginBottom: 16 })
      : box({ direction, justifyContent: 'space-between', alignItems: 'baseline', marginBottom: 20 }, [
          textNode(texts.speaker, direction),
          textNode(texts.label, direction),
        ])
  return box({ width: IMAGE_WIDTH, height: IMAGE_HEIGHT, flexDirection: 'column', backgroundColor: palette.paper }, [
    box({ width: IMAGE_WIDTH, height: RULE_HEIGHT, backgroundColor: ruleColour(card, palette) }, []),
    box({ flexDirection: 'column', flexGrow: 1, padding: `36px ${MARGIN}px 44px` }, [
      head,
      column(['words'], { flexGrow: 1 }),
      column(kind === 'interview' ? ['speaker', 'foot'] : ['foot'], { marginBottom: 18 }),
      ribbonNode(card, palette),
    ]),
  ])
}

function ruleColour({ kind, hue }: ShareCard, { ink, hues }: Palette): string {
  return (kind === 'interview' ? ink : hues[hue]?.ink) ?? ink
}

function box(style: Record<string, string | number>, children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', boxSizing: 'border-box', ...style }, children }
}

/** Segments as in the player: low for a question, tall for an answer; what the image is about in full colour. */
function ribbonNode({ ribbon, now, direction }: ShareCard, { hues }: Palette): Node {
  const gap = ribbon.length > 60 ? 1 : 3
  return box(
    { position: 'relative', width: ROOM_WIDTH, height: RIBBON_HEIGHT, flexShrink: 0 },
    ribbon.map((segment) => {
      const colours = hues[segment.hue]
      const isFull = now === null || overlaps(segment, now)
      const height = segment.isQuestion ? Math.round(RIBBON_HEIGHT * 0.45) : RIBBON_HEIGHT
      const at = direction === 'rtl' ? 1 - segment.at - segment.width : segment.at
      return box(
        {
          position: 'absolute',
          left: at * ROOM_WIDTH,
          bottom: 0,
          width: Math.max(segment.width * ROOM_WIDTH - gap, 1),
          height,
          borderRadius: 3,
          backgroundColor: (isFull ? colours?.ink : colours?.wash) ?? '',
        },
        [],
      )
    }),
  )
}

/** Whether at least half of a segment, or all of the stretch, lies in the other. */
function overlaps({ at, width }: RibbonSegment, { from, to }: { from: number; to: number }): boolean {
  const shared = Math.min(at + width, to) - Math.max(at, from)
  return shared > width / 2 || shared > (to - from) / 2
}
