import { isUnspaced } from './words.ts'

/** So much of a text decides whether a word ends somewhere, on either side, in UTF-16 code units. */
const LOOKED_AT = 16
/** Marks and what nobody sees: part of the character before them (UAX #29, WB4). */
const EXTENDING = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu
/** What words and numbers are made of, in the terms of UAX #29: letters, digits, and signs like "_" that extend them. */
const PART = String.raw`[\p{L}\p{N}\p{Pc}]`
/** Two such signs, or one beside a space, stand at nearly every offset of a text, and decide by themselves. */
const SEEN_PART = String.raw`(?!\p{Default_Ignorable_Code_Point})${PART}`
const BOTH_IN_WORD = new RegExp(`^(?:${SEEN_PART}){2}$`, 'u')
const BESIDE_SPACE = new RegExp(`^(?: ${SEEN_PART}|${SEEN_PART} )$`, 'u')
const ENDS_IN_WORD = new RegExp(`${PART}$`, 'u')
const BEGINS_IN_WORD = new RegExp(`^${PART}`, 'u')
/** Stands inside "can’t", "U.S.", "l·l", "3.5" (UAX #29: MidLetter, MidNumLet, Single_Quote). */
const IN_WORD = String.raw`['‘’＇.․﹒．··‧:︓﹕：՟׳״]`
/** Stands inside "1,500", "12:30", "1/2" (UAX #29: MidNum; and the fractions and dates that it divides). */
const IN_NUMBER = String.raw`[,،٬٫;;︐︔﹐﹔，；/⁄∕]`
/** Before a cut and behind it, with nothing between them: both are of one word or number. */
const JOINED: readonly [before: RegExp, after: RegExp][] = [
  [ENDS_IN_WORD, new RegExp(`^${IN_WORD}${PART}`, 'u')],
  [new RegExp(`${PART}${IN_WORD}$`, 'u'), BEGINS_IN_WORD],
  [/\p{N}$/u, new RegExp(String.raw`^${IN_NUMBER}\p{N}`, 'u')],
  [new RegExp(String.raw`\p{N}${IN_NUMBER}$`, 'u'), /^\p{N}/u],
  [/\p{sc=Hebrew}$/u, /^(?:['׳]|"\p{sc=Hebrew})/u],
  [/\p{sc=Hebrew}"$/u, /^\p{sc=Hebrew}/u],
  // The sign of a number, and the point of ".5". Behind a word a dash divides, as in "5–10".
  [new RegExp(String.raw`(?:^|[^.\p{L}\p{N}\p{Pc}])[+±\p{Pd}−.]$`, 'u'), /^\p{Sc}?\.?\p{N}/u],
  [/\p{L}$/u, /^\p{Sc}\p{N}/u], // "US$5"
  [/\p{Sc}$/u, /^\.?\p{N}/u],
  [/\p{N}$/u, /^[%‰‱٪﹪％°\p{Sc}]/u],
]

/**
 * Whether a text may be cut at an offset without cutting a word or a number in two: a word ends as UAX #29 has it, and a number
 * keeps its sign, its currency, its per cent and its fraction. Hyphens divide. Scripts without spaces may be cut between any characters.
 */
export function isWordEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const nearest = text.slice(at - 1, at + 1)
  if (BOTH_IN_WORD.test(nearest)) return isUnspaced(nearest)
  if (BESIDE_SPACE.test(nearest)) return true
  const next = text.slice(at, at + LOOKED_AT)
  if (/^[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(next)) return false // it belongs to what stands before it
  const before = text.slice(Math.max(0, at - LOOKED_AT), at).replaceAll(EXTENDING, '')
  const after = next.replaceAll(EXTENDING, '')
  if (before === '') return false
  const [last, first] = [/.$/su.exec(before)?.[0] ?? '', /^./su.exec(after)?.[0] ?? '']
  if (isUnspaced(last) || isUnspaced(first)) return true
  if (ENDS_IN_WORD.test(before) && BEGINS_IN_WORD.test(after)) return false
  return !JOINED.some(([ending, beginning]) => ending.test(before) && beginning.test(after))
}

/** A range that takes in the whole of the words and numbers at its ends. */
export function toWordEdges(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  let [from, to] = [start, end]
  while (!isWordEdge(text, from)) from -= 1
  while (!isWordEdge(text, to)) to += 1
  return { start: from, end: to }
}
