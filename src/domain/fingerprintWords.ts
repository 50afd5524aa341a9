import { isUnspaced, runsOf } from './words.ts'

/** Marks that a writer may set or leave out without changing the word: accents, Hebrew and Arabic points. */
const OPTIONAL_MARKS = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}])\p{M}+/gu
/** Apostrophes inside a word: "don't", "don’t", "dont" are one. */
const INNER_APOSTROPHES = /(?<=[\p{L}\p{N}])['’‘ʼ＇](?=\p{L})/gu
// oxlint-disable-next-line no-control-regex -- it asks for ASCII, the control characters included
const ASCII = /^[\0-\x7F]*$/

/**
 * A text as a corrector would call it unchanged: without case, accents, width of letters and apostrophes in words
 * (Unicode NFKD of the letters, put together again).
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll(/(?<=[a-z0-9])'(?=[a-z])/g, '')
  return text
    .normalize('NFKD')
    .replaceAll(OPTIONAL_MARKS, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(INNER_APOSTROPHES, '')
}

/**
 * The words of a text in order, folded. A run of a script without spaces gives its pairs of neighbouring characters:
 * they need no dictionary, so they are the same in every browser, and an edit changes two of them at most.
 *
 * @example foldedWords('Don’t — 外交政策') // ['dont', '外交', '交政', '政策']
 */
export function foldedWords(text: string): string[] {
  const runs = runsOf(foldText(text))
  return isUnspaced(text) ? runs.flatMap((run) => (isUnspaced(run) ? pairsOf(run) : run)) : runs
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** The start of a hash: FNV-1a's offset. */
export const HASH_START = 0x81_1c_9d_c5

/** One step of FNV-1a over UTF-16 code units. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01_00_01_93)
}

/** The end of a hash: the last step of MurmurHash3, so that every bit depends on every unit. An unsigned 32-bit number. */
export function hashEnd(hash: number): number {
  let end = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  end = Math.imul(end ^ (end >>> 13), 0xc2_b2_ae_35)
  return (end ^ (end >>> 16)) >>> 0
}

export function hashOf(text: string): number {
  let hash = HASH_START
  for (let index = 0; index < text.length; index += 1) hash = hashStep(hash, text.charCodeAt(index))
  return hashEnd(hash)
}
