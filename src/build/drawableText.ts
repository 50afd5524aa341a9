/** Characters that change how others look or run and have no glyph of their own. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}+$/u
/** What cannot be left out of a text without changing its words. */
const PART_OF_WORDS = /[\p{L}\p{M}\p{N}]/u

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The characters of a text as a reader counts them. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/**
 * A text as it can be drawn with glyphs that there are: composed, in one line, without emoji, symbols and control
 * characters that no font has. It ends before the first word with a letter that no font has either (`missing`), since
 * words with holes are not what was said.
 */
export function drawableText(
  text: string,
  covers: (code: number) => boolean,
): { text: string; missing: string | null } {
  const plain = text
    .replaceAll(/\p{Surrogate}/gu, '') // halves of characters
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
  let drawable = ''
  let missing: string | null = null
  for (const grapheme of graphemesOf(plain)) {
    const seen = [...grapheme].filter((character) => !UNSEEN.test(character))
    if (seen.length > 0 && seen.every((character) => covers(character.codePointAt(0) ?? 0))) drawable += grapheme
    else if (seen.some((character) => PART_OF_WORDS.test(character)) && !isEmoji(grapheme)) {
      missing = grapheme
      drawable = drawable.slice(0, Math.max(drawable.lastIndexOf(' '), 0))
      break
    }
  }
  return { text: drawable.replaceAll(/ {2,}/g, ' ').trim(), missing }
}

/** Keycaps such as 1️⃣ hold a digit that no word needs. */
function isEmoji(grapheme: string): boolean {
  return /\p{Emoji_Presentation}|\uFE0F|\u20E3/u.test(grapheme)
}
