import type { Renderer } from '@takumi-rs/core'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawableText } from './drawableText.ts'
import { fitText } from './fitText.ts'
import { TEXT_FAMILY, UI_FAMILY } from './fontPackages.ts'
import { readPalette } from './palette.ts'
import type { ShareCard } from './shareCard.ts'
import { fittingsOf, type CardTexts } from './shareTexts.ts'
import { drawCard, IMAGE_HEIGHT, IMAGE_WIDTH, textNode } from './shareDrawing.ts'
import { ShareFonts } from './shareFonts.ts'

/** Where drawn images are kept from one build to the next, by a hash of all that they are made of. */
const CACHE_FOLDER = 'node_modules/.cache/share-images'
/** Fewer words than this, in UTF-16 code units, say nothing: the image then goes without. */
const FEW_WORDS = 12

export interface ShareImageOptions {
  readonly root: string
  /** Takes a sentence for who builds the site. */
  readonly notice: (text: string) => void
  /** Loads the image maker. @throws Error when it is not installed, or not for this machine. */
  readonly loadMaker?: () => Promise<{ Renderer: new () => Renderer }>
}

/** What draws the images of one language. */
interface Brush {
  readonly renderer: Renderer
  readonly fonts: ShareFonts
  /** Done when every font that was read so far is known to the renderer. */
  ready: Promise<void>
}

/** Draws share images. When that fails it says so once, and pages go without. */
export class ShareImages {
  readonly #options: Required<ShareImageOptions>
  readonly #brushes = new Map<string, Brush>()
  readonly #told = new Set<string>()
  #maker: Promise<{ Renderer: new () => Renderer } | null> | null = null
  #tokens: Promise<string> | null = null

  constructor(options: ShareImageOptions) {
    this.#options = { loadMaker: () => import('@takumi-rs/core'), ...options }
  }

  /** The image of a card as PNG; null when it cannot be drawn. */
  async draw(card: ShareCard): Promise<Buffer | null> {
    this.#maker ??= this.#options.loadMaker().catch((error: unknown) => {
      this.#tell(`There are no share images, since their maker cannot be loaded: ${messageOf(error)}`)
      return null
    })
    const maker = await this.#maker
    if (!maker) return null
    try {
      return await this.#drawWith(maker, card)
    } catch (error) {
      this.#tell(`Share images are missing, since one cannot be drawn: ${messageOf(error)}`)
      return null
    }
  }

  async #drawWith({ Renderer }: { Renderer: new () => Renderer }, card: ShareCard): Promise<Buffer | null> {
    const { root } = this.#options
    let brush = this.#brushes.get(card.language)
    if (!brush) {
      brush = {
        renderer: new Renderer(),
        fonts: new ShareFonts({ root, language: card.language }),
        ready: Promise.resolve(),
      }
      this.#brushes.set(card.language, brush)
    }
    const { renderer, fonts } = brush
    this.#tokens ??= readFile(join(root, 'src/styles/tokens.css'), 'utf8')
    const palette = readPalette(await this.#tokens)
    const drawable = this.#drawable(card, fonts)
    if (drawable.words === '') return null
    const stack = (first: string) => [...new Set([first, ...fonts.families])].map((name) => `"${name}"`).join(', ')
    const fittings = fittingsOf(drawable, palette, { text: stack(TEXT_FAMILY), ui: stack(UI_FAMILY) })

    const unfitted = await mapTexts(fittings, (text) => Promise.resolve({ ...text, size: 0 }))
    const file = await this.#cached({ fittings, drawing: drawCard(drawable, unfitted, palette), fonts: fonts.version })
    const kept = await readFile(file).catch(() => null) // not drawn yet
    if (kept) return kept

    const fresh = fonts.takeFresh()
    brush.ready = brush.ready.then(async () => {
      for (const font of fresh) await renderer.registerFont(font)
    })
    await brush.ready
    const texts = await mapTexts(fittings, (fitting) =>
      fitText(fitting, async (text) => {
        const { height } = await renderer.measure(textNode(text, card.direction), { width: text.width })
        return height <= text.height
      }),
    )
    const size = { width: IMAGE_WIDTH, height: IMAGE_HEIGHT }
    const png = await renderer.render(drawCard(drawable, texts, palette), {
      ...size,
      format: 'png',
      lang: card.language,
    })
    await writeFile(`${file}.${process.pid}`, png)
    await rename(`${file}.${process.pid}`, file) // whole or not at all, also when two sites are built at once
    return png
  }

  /** The card with what can be drawn of its texts: lines as a whole or not at all, the words as far as they go. */
  #drawable(card: ShareCard, fonts: ShareFonts): ShareCard {
    const covers = (code: number) => fonts.covers(code)
    covers(0x20_26) // the ellipsis that a cut text ends in
    const missing = new Set<string>()
    const drawn = (text: string) => {
      const drawable = drawableText(text, covers)
      if (drawable.missing) missing.add(drawable.missing)
      return drawable
    }
    const line = (text: string) => {
      const drawable = drawn(text)
      return drawable.missing ? '' : drawable.text
    }
    const words = drawn(card.words)
    const drawable = {
      ...card,
      speaker: line(card.speaker),
      label: line(card.label),
      foot: line(card.foot),
      words: !words.missing ? words.text : words.text.length < FEW_WORDS ? '' : `${words.text}…`,
    }
    if (missing.size > 0)
      this.#tell(
        `Share images of texts in “${card.language}” go without the words that no installed font can draw ` +
          `(with ${[...missing].join(', ')}). A variable Noto font of that script mends it: ` +
          'npm install --save-dev @fontsource-variable/noto-serif-… (or noto-sans-…)',
        card.language,
      )
    return drawable
  }

  async #cached(parts: object): Promise<string> {
    const folder = join(this.#options.root, CACHE_FOLDER)
    await mkdir(folder, { recursive: true })
    return join(folder, `${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}.png`)
  }

  #tell(notice: string, key = notice): void {
    if (!this.#told.has(key)) this.#options.notice(notice)
    this.#told.add(key)
  }
}

async function mapTexts<From, To>(texts: CardTexts<From>, map: (text: From) => Promise<To>): Promise<CardTexts<To>> {
  return {
    speaker: await map(texts.speaker),
    label: await map(texts.label),
    words: await map(texts.words),
    foot: await map(texts.foot),
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}
