import { snapped } from '../domain/characters.ts'
import type { TextRange } from '../domain/quote.ts'

/**
 * The longest text for a voice that speaks over the network, in UTF-16 code units. Chrome's fall silent after about 15 s
 * without an event (https://issues.chromium.org/issues/40747712); 200 are 12 to 14 s at the usual speed.
 */
export const REMOTE_LENGTH = 200
/**
 * The longest text for a voice of the system's, in UTF-16 code units. Engines may refuse more than 4,096 bytes; a code
 * unit is 3 bytes of UTF-8 at most.
 */
export const LOCAL_LENGTH = 1300

/** Where a sentence is best cut: behind a comma or its like, with the space behind it. */
const PAUSE = /[,;:)\u2014\u2013،؛、，；：]["”’»]?\s*/gu
const SPACE = /\s+/gu

/**
 * A stretch of a text in pieces of at most `longest` UTF-16 code units, without gaps: cut at the last comma that there is
 * room for, else between words, else between characters. Pieces that a short rest would make are as short as that.
 */
export function speechPieces(text: string, { start, end }: TextRange, longest: number): TextRange[] {
  const pieces: TextRange[] = []
  let from = start
  while (end - from > longest) {
    const room = text.slice(from, from + longest)
    const cut = lastEnd(room, PAUSE) || lastEnd(room, SPACE) || characterEnd(text, from, longest)
    pieces.push({ start: from, end: from + cut })
    from += cut
  }
  if (from < end || pieces.length === 0) pieces.push({ start: from, end })
  return pieces
}

/** Where the last match in the second half of a text ends; 0 when there is none, since a stub of a piece is no gain. */
function lastEnd(text: string, pattern: RegExp): number {
  let last = 0
  for (const { 0: match, index } of text.matchAll(pattern)) last = index + match.length
  return last > text.length / 2 ? last : 0
}

function characterEnd(text: string, from: number, longest: number): number {
  const cut = snapped(text, from + longest, -1) - from
  return cut > 0 ? cut : longest
}

/** Letters, digits and marks, with apostrophes and hyphens between them. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\u2010-][\p{L}\p{M}\p{N}]+)*/uy

/**
 * The word that an engine says it has reached, in the text that the piece is part of; null when it is outside the piece.
 * Engines that tell no length, or a length of 0, mean the word that begins there.
 */
export function reachedWord(
  text: string,
  piece: TextRange,
  { charIndex, charLength }: { readonly charIndex: number; readonly charLength?: number | undefined },
): TextRange | null {
  const start = piece.start + charIndex
  if (!(charIndex >= 0 && start < piece.end)) return null
  WORD.lastIndex = start
  const length = charLength || WORD.exec(text)?.[0].length || 0
  return length > 0 ? { start, end: Math.min(start + length, piece.end) } : null
}
