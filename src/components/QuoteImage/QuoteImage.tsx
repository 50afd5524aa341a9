import { useEffect, useRef, useState } from 'react'
import { drawQuote, SQUARE, WIDE, type QuotePicture } from './drawQuote.ts'
import styles from './QuoteImage.module.css'

interface QuoteImageProps {
  readonly picture: Omit<QuotePicture, 'colours'>
  readonly hue: number
  /** The name of the file, without its ending. */
  readonly fileName: string
  /** Keeps a picture: hands it to the reader as a file. */
  onSave(picture: Blob, fileName: string): void
}

const SHAPES = { Wide: WIDE, Square: SQUARE } as const
type Shape = keyof typeof SHAPES

/** The quotation as a picture to be posted, in the interview's own type. */
export function QuoteImage({ picture, hue, fileName, onSave }: QuoteImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [shape, setShape] = useState<Shape>('Wide')
  const { words, speaker, source, isRtl } = picture
  useEffect(() => {
    let isGone = false
    const draw = () => {
      const context = canvas.current?.getContext('2d')
      if (!isGone && context) {
        const colours = coloursOf(context.canvas)
        drawQuote(context, { words, speaker, source, isRtl, colours }, SHAPES[shape])
      }
    }
    draw()
    const fonts = ['400 32px Newsreader', '600 30px "Schibsted Grotesk Variable"']
    void Promise.all(fonts.map((font) => document.fonts.load(font))).then(draw, () => undefined) // drawn in the fallback
    return () => {
      isGone = true
    }
  }, [words, speaker, source, isRtl, shape])
  const handleSave = () =>
    canvas.current?.toBlob((blob) => blob && onSave(blob, `${fileName}-${shape.toLowerCase()}.png`), 'image/png')
  return (
    <div className={styles.image} data-hue={hue}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        {...SHAPES[shape]}
        role="img"
        aria-label={`${words} ${speaker}, ${source}`}
      />
      <div className={styles.tools}>
        {(Object.keys(SHAPES) as Shape[]).map((each) => (
          <button
            key={each}
            type="button"
            className={styles.tool}
            aria-pressed={each === shape}
            onClick={() => setShape(each)}
          >
            {each}
          </button>
        ))}
        <button type="button" className={styles.save} onClick={handleSave}>
          Save picture
        </button>
      </div>
    </div>
  )
}

/** The theme's own colours, as the page has them right now. */
function coloursOf(element: Element): QuotePicture['colours'] {
  const style = getComputedStyle(element)
  return {
    paper: style.backgroundColor,
    ink: style.color,
    quiet: style.outlineColor,
    topic: style.borderTopColor,
  }
}
