/** What belongs to the character before it: marks, joiners, variation selectors, skin tones. */
const JOINS_BEFORE = /^[\p{M}\u200D\p{Emoji_Modifier}]/u
const FLAG_LETTER = /^\p{Regional_Indicator}$/u

/** The nearest offset, at `offset` or in a direction from it, that cuts no character as a reader sees it. */
export function snapped(text: string, offset: number, direction: -1 | 1): number {
  let at = Math.min(Math.max(0, offset), text.length)
  while (at > 0 && at < text.length && isInside(text, at)) at += direction
  return at
}

function isInside(text: string, at: number): boolean {
  if (/[\uDC00-\uDFFF]/.test(text[at]!) && /[\uD800-\uDBFF]/.test(text[at - 1]!)) return true
  const after = String.fromCodePoint(text.codePointAt(at)!)
  if (JOINS_BEFORE.test(after)) return true
  if (text[at - 1] === '\u200D') return true
  if (text[at - 1] === '\r' && text[at] === '\n') return true
  return FLAG_LETTER.test(after) && flagLettersBefore(text, at) % 2 === 1
}

/** Letters of flags come in pairs: one with an odd number of them before it is the second of a pair. */
function flagLettersBefore(text: string, at: number): number {
  let count = 0
  for (let from = at - 2; from >= 0 && FLAG_LETTER.test(text.slice(from, from + 2)); from -= 2) count += 1
  return count
}
