import { isUnspaced } from '../domain/words.ts'
import { graphemesOf } from './drawableText.ts'
import type { Fitted, Fitting } from './shareTexts.ts'

/** Whether a text of that size stays within its room. */
export type Fits = (text: Fitted) => Promise<boolean>

/** Words longer than this may fill a line, and are cut between letters; others are kept whole. In UTF-16 code units. */
const LONG_WORD = 24
/** What stands before an ellipsis is not punctuation. */
const LOOSE_END = /[\s,;:.–—-]+$/u

/**
 * The largest size at which all of a text fits; at the smallest, as many of its first words as fit, with an ellipsis.
 * Where the next word is so long that it may fill a line, the text is cut between letters.
 */
export async function fitText(fitting: Fitting, fits: Fits): Promise<Fitted> {
  const smallest = fitting.sizes.at(-1) ?? 0
  if (fitting.text === '') return { ...fitting, size: smallest }
  for (const size of fitting.sizes) if (await fits({ ...fitting, size })) return { ...fitting, size }

  const cutBetween = (pieces: readonly string[]) =>
    longestCut(pieces, (text) => fits({ ...fitting, text, size: smallest }))
  const words = isUnspaced(fitting.text) ? graphemesOf(fitting.text) : fitting.text.split(/(?= )/)
  let cut = await cutBetween(words)
  if ((words[cut.pieces]?.length ?? 0) > LONG_WORD) cut = await cutBetween(graphemesOf(fitting.text))
  return { ...fitting, text: cut.text, size: smallest }
}

/** As many of the first pieces as fit with an ellipsis, found by halving; no text when not even one does. */
async function longestCut(pieces: readonly string[], fits: (text: string) => Promise<boolean>) {
  let best = { text: '', pieces: 0 }
  let low = 1
  let high = pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const text = `${pieces.slice(0, middle).join('').replace(LOOSE_END, '')}…`
    if (await fits(text)) {
      best = { text, pieces: middle }
      low = middle + 1
    } else high = middle - 1
  }
  return best
}
