import { MAX_FINGERPRINT_LENGTH } from './address.ts'
import { hashOf } from './fingerprintWords.ts'

/**
 * What a fingerprint holds of a turn and of those round it. A word is held as a number of `WORD_BITS` bits, so that
 * the words themselves cannot be read from a link.
 */
export interface Sketch {
  /** A number made of all the turn's folded words in order, of `WHOLE_BITS` bits. */
  readonly whole: number
  /** How many words the turn has, as a step of `lengthStep`. */
  readonly length: number
  /** A number made of the speaker's label, of `SPEAKER_BITS` bits. */
  readonly speaker: number
  /** Where the turn stood, from 0; rounded, the more the farther down (`roundedPlace`). */
  readonly place: number
  /** Telling words of the turn, and of the turns before and after it: one list for each of `SHIFTS`. */
  readonly words: readonly (readonly number[])[]
  /** So many of the turn's own words, the first ones, stand in none of the turns whose words are held too. */
  readonly fresh: number
}

/** The lists of a sketch: the turn itself, its neighbours, and theirs, as steps from the turn. */
export const SHIFTS = [0, -1, 1, -2, 2] as const

/** The first character of a fingerprint of this format; another format takes another one. */
const FORMAT = 'a'
const BITS_PER_CHARACTER = 6
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** One damaged fingerprint in 256 passes. It is then a fingerprint that nothing fits. */
const CHECK_BITS = 8
export const WHOLE_BITS = 20
const LENGTH_BITS = 5
export const SPEAKER_BITS = 6
const PLACE_BITS = 6
const PLACE_SCALE_BITS = 4
/** Below 11, a long turn holds most numbers by chance; above 12, too few words have room. */
export const WORD_BITS = 11
/** How many bits say how long each list of words is. */
const COUNT_BITS = [4, 3, 3, 3, 3] as const
const FRESH_BITS = COUNT_BITS[0]

const FIXED_BITS =
  CHECK_BITS +
  WHOLE_BITS +
  LENGTH_BITS +
  SPEAKER_BITS +
  PLACE_BITS +
  PLACE_SCALE_BITS +
  FRESH_BITS +
  COUNT_BITS.reduce((sum: number, bits) => sum + bits, 0)

/** How many words all lists hold together. */
export const MAX_WORDS = Math.floor(((MAX_FINGERPRINT_LENGTH - 1) * BITS_PER_CHARACTER - FIXED_BITS) / WORD_BITS)
/** How many words each list holds at most. */
export const MAX_COUNTS: readonly number[] = COUNT_BITS.map((bits) => 2 ** bits - 1)

/** The length of a turn in half doublings: 0, 1, 2, 4 … for 1, 1.4, 2, 4 words, up to 31. Not rounded by itself. */
export function lengthStep(words: number): number {
  return Math.min(2 ** LENGTH_BITS - 1, 2 * Math.log2(Math.max(1, words)))
}

/** A place as a fingerprint keeps it: exact below 64, then in steps of 2, 4, 8 … up to two million. */
export function roundedPlace(index: number): number {
  const [steps, scale] = placeParts(index)
  return steps * 2 ** scale
}

function placeParts(index: number): [steps: number, scale: number] {
  const digits = 32 - Math.clz32(index)
  const scale = Math.min(2 ** PLACE_SCALE_BITS - 1, Math.max(0, digits - PLACE_BITS))
  return [Math.min(2 ** PLACE_BITS - 1, index >>> scale), scale]
}

/** Writes a sketch as at most 40 of the characters A–Z, a–z, 0–9, - and _. */
export function formatFingerprint(sketch: Sketch): string {
  const [steps, scale] = placeParts(sketch.place)
  const fields: [value: number, bits: number][] = [
    [sketch.whole, WHOLE_BITS],
    [Math.round(sketch.length), LENGTH_BITS],
    [sketch.speaker, SPEAKER_BITS],
    [steps, PLACE_BITS],
    [scale, PLACE_SCALE_BITS],
    [sketch.fresh, FRESH_BITS],
    ...COUNT_BITS.map((bits, list): [number, number] => [sketch.words[list]?.length ?? 0, bits]),
    ...sketch.words.flat().map((word): [number, number] => [word, WORD_BITS]),
  ]
  const body = fields.map(([value, bits]) => value.toString(2).padStart(bits, '0')).join('')
  const bits = checkOf(body) + body
  let text = FORMAT
  for (let at = 0; at < bits.length; at += BITS_PER_CHARACTER)
    text += ALPHABET[Number.parseInt(bits.slice(at, at + BITS_PER_CHARACTER).padEnd(BITS_PER_CHARACTER, '0'), 2)] ?? ''
  return text
}

function checkOf(body: string): string {
  return (hashOf(body) % 2 ** CHECK_BITS).toString(2).padStart(CHECK_BITS, '0')
}

/** Reads a fingerprint; null when the string is none, is of another format, or was damaged on its way. */
export function parseFingerprint(text: string): Sketch | null {
  if (text.length > MAX_FINGERPRINT_LENGTH || !/^a[\w-]+$/.test(text)) return null
  const bits = Array.from(text.slice(1), (character) =>
    ALPHABET.indexOf(character).toString(2).padStart(BITS_PER_CHARACTER, '0'),
  ).join('')
  let at = CHECK_BITS
  const take = (width: number): number => {
    const value = Number.parseInt(bits.slice(at, at + width) || '0', 2)
    at += width
    return value
  }
  const whole = take(WHOLE_BITS)
  const length = take(LENGTH_BITS)
  const speaker = take(SPEAKER_BITS)
  const steps = take(PLACE_BITS)
  const place = steps * 2 ** take(PLACE_SCALE_BITS)
  const fresh = take(FRESH_BITS)
  const counts = COUNT_BITS.map(take)
  const words = counts.map((count) => Array.from({ length: count }, () => take(WORD_BITS)))
  const isWhole = at <= bits.length && bits.length - at < BITS_PER_CHARACTER && !bits.slice(at).includes('1')
  if (!isWhole || bits.slice(0, CHECK_BITS) !== checkOf(bits.slice(CHECK_BITS, at))) return null
  return { whole, length, speaker, place, words, fresh }
}
