/**
 * Texts as a search compares them, with the way back to where each character stood. What two texts may differ in:
 *
 * - `shapes`: the shapes of quotation marks and dashes, and white space. The letters, their case and the punctuation count.
 * - `letters`: also case, accents and width, and characters that nobody sees.
 */
export type Fold = 'shapes' | 'letters'

/** A folded text. Offsets are UTF-16 code units. */
export interface FoldedText {
  readonly folded: string
  /**
   * By offset in the folded text: where the character that begins there stands in the text as it was; -1 where none begins, in
   * the middle of what one character became. One longer than the folded text, so that its end has an offset too.
   */
  readonly starts: Int32Array
  /** By offset in the folded text: where the character that ends there ended; -1 where none ends. */
  readonly ends: Int32Array
}

/** White space; a byte order mark is none, though the language counts it. */
const SPACE = /^[^\S\uFEFF]/
/** Pieces that a syllable of Hangul is put together from, as far as they stand apart (Unicode, 3.12). */
const HANGUL = String.raw`[\u1100-\u115F\uA960-\uA97C]+[\u1160-\u11A7\uD7B0-\uD7C6]*[\u11A8-\u11FF\uD7CB-\uD7FB]*|[가-힣][\u11A8-\u11FF]+`
const MARKS = String.raw`[\p{M}\p{Emoji_Modifier}]*`
/** A character as a reader sees it, as far as that can be told without a table: a letter with its marks, an emoji with its joiners. */
const CHARACTER = new RegExp(
  String.raw`[^\S\uFEFF]+|\p{Regional_Indicator}{2}|(?:${HANGUL}|[^\p{M}])${MARKS}(?:\u200D[^\s\p{M}]${MARKS})*|\p{M}`,
  'yu',
)
/** ASCII without its white space that no mark follows: most of most texts, and each of it a character as it stands. */
const PLAIN = /[!-~]+(?![^\0-\x7F])/y
/** Marks that a writer may set or leave out: accents, Hebrew and Arabic points. */
const OPTIONAL_MARKS = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}])\p{M}+/gu
/** Single and double quotation marks and primes that stand for the same (Unicode, General Punctuation; CLDR's quotation marks). */
const SINGLE_QUOTES = /[‘’‚‛‹›′ʼ＇]/gu
const DOUBLE_QUOTES = /[“”„‟«»″＂〝〞〟]/gu
/** Unicode's dashes (general category Pd), and the minus sign. */
const DASHES = /[\p{Pd}−]/gu
/** Soft hyphens, zero-width spaces, marks of direction: they are there for the line, not for the reader. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
/** Letters that Unicode does not take apart, though a keyboard without them writes what stands here. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  ς: 'σ',
}
const SPECIAL_LETTERS = /[łøđðþæœßıς]/gu

/**
 * Folds a text.
 *
 * @example foldedText('“Élysée” — twice', 'letters').folded // '"elysee" - twice'
 */
export function foldedText(text: string, fold: Fold): FoldedText {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = [-1]
  const characters = new Map<string, string>()
  /** Kept beside the text: asked of the text, its pieces would be put together each time, and time would grow with its square. */
  let isAfterSpace = false
  for (let at = 0; at < text.length;) {
    const plain = matchAt(PLAIN, text, at)
    for (const after = at + plain.length; at < after; at += 1) {
      starts.push(at)
      ends.push(at + 1)
    }
    if (plain !== '') isAfterSpace = false
    folded += fold === 'letters' ? plain.toLowerCase() : plain
    const character = matchAt(CHARACTER, text, at)
    let became = characters.get(character)
    if (became === undefined) characters.set(character, (became = foldCharacter(character, fold)))
    const start = at
    at += character.length
    if (became === ' ' && isAfterSpace) ends[ends.length - 1] = at
    else {
      folded += became
      if (became !== '') isAfterSpace = became.endsWith(' ')
      for (let step = 0; step < became.length; step += 1) {
        starts.push(step === 0 ? start : -1)
        ends.push(step === became.length - 1 ? at : -1)
      }
    }
  }
  starts.push(text.length)
  return { folded, starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** What a sticky expression finds at an offset; empty when nothing, and at the end. */
function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at
  return expression.exec(text)?.[0] ?? ''
}

function foldCharacter(character: string, fold: Fold): string {
  if (SPACE.test(character)) return ' '
  if (fold === 'shapes') return shaped(character).normalize('NFC')
  return shaped(character.normalize('NFKD').replaceAll(UNSEEN, '').replaceAll(OPTIONAL_MARKS, '$1'))
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(SPECIAL_LETTERS, (letter) => LETTERS[letter] ?? letter)
}

function shaped(text: string): string {
  return text.replaceAll(SINGLE_QUOTES, "'").replaceAll(DOUBLE_QUOTES, '"').replaceAll(DASHES, '-')
}
