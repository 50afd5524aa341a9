import { foldedText, type FoldedText } from '../foldedText.ts'
import { soughtWords } from '../search.ts'
import { MAX_TERM_LENGTH } from './limits.ts'

/** Characters of scripts that write no space between words, as `isUnspaced` knows them. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`
/** A run of such a script, or a word of another one. Both end where the other begins: “GPT模型” holds a word and a run. */
const WORD = new RegExp(String.raw`([${UNSPACED}][${UNSPACED}\p{M}]*)|(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}])+`, 'gu')
const UNSPACED_CHARACTER = new RegExp(`^[${UNSPACED}]$`, 'u')
/** What a search takes for white space (see foldedText.ts). */
const SPACE = /[^\S\uFEFF]+/
/** The words of so many different pieces of text are remembered while an index is made: most come again and again. */
const REMEMBERED = 200_000

/** Makes the words of texts, gives each a number, and remembers those of pieces that come often. */
export class TermReader {
  readonly #numbers = new Map<string, number>()
  readonly #known = new Map<string, readonly number[]>()
  /** All words so far, by their numbers. */
  readonly terms: string[] = []

  /**
   * Reads the terms under which a text is found, by their numbers, as often as they stand there: its words, folded. A run of a
   * script without spaces gives its pairs of neighbouring characters, and its last character.
   *
   * @example reader.read('The Élysée — 外交政', take) // takes 'the', 'elysee', '外交', '交政', '政'
   */
  read(text: string, take: (number: number) => void): void {
    // No word goes over white space, and folding looks at one character at a time.
    for (const piece of text.split(SPACE)) for (const number of this.#numbersOfPiece(piece)) take(number)
  }

  #numbersOfPiece(piece: string): readonly number[] {
    const known = this.#known.get(piece)
    if (known) return known
    const numbers: number[] = []
    for (const { 0: word, 1: run } of foldedText(piece, 'letters').folded.matchAll(WORD))
      for (const term of run === undefined ? [cut(word)] : [...pairsOf(run), lastOf(run)])
        numbers.push(this.#numberOf(term))
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    this.#known.set(piece, numbers)
    return numbers
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    this.#numbers.set(term, this.terms.length)
    return this.terms.push(term) - 1
  }
}

/** A word of a query as it is looked up: itself, or with `isBegun` every word that begins with it. */
export interface SoughtTerm {
  readonly term: string
  readonly isBegun: boolean
}

/**
 * The words of a query that a text has to hold, each once. The last one may go on in the text, unless something stands behind
 * it.
 *
 * @example soughtTerms('human ri') // [{ term: 'human', isBegun: false }, { term: 'ri', isBegun: true }]
 */
export function soughtTerms(words: string): SoughtTerm[] {
  return foldedTerms(soughtWords(words, 'letters'))
}

/**
 * The same of a quotation, of whatever length. In scripts without spaces a character alone may go on in the text wherever a
 * quotation ends, also before its quotation mark: it is looked up when there is nothing else alone.
 */
export function quotedTerms(quotation: string): SoughtTerm[] {
  const terms = foldedTerms(foldedText(quotation, 'letters').folded.trim())
  const sure = terms.filter(({ term }) => !UNSPACED_CHARACTER.test(term))
  return sure.length > 0 ? sure : terms.slice(0, 1).map(({ term }) => ({ term, isBegun: true }))
}

function foldedTerms(folded: string): SoughtTerm[] {
  const terms = new Map<string, boolean>()
  for (const { 0: word, 1: run, index } of folded.matchAll(WORD)) {
    const isLast = index + word.length === folded.length
    const pairs = run === undefined ? [] : pairsOf(run)
    if (pairs.length > 0) for (const pair of pairs) terms.set(pair, false)
    else {
      const term = cut(word)
      terms.set(term, isLast && term.length === word.length && terms.get(term) !== false)
    }
  }
  return Array.from(terms, ([term, isBegun]) => ({ term, isBegun }))
}

/**
 * Where words begin in a text, in UTF-16 code units; in scripts without spaces every character does.
 *
 * @param letters the text folded to its letters
 */
export function wordStartsOf(letters: FoldedText): Set<number> {
  const found = new Set<number>()
  for (const { 0: word, 1: run, index } of letters.folded.matchAll(WORD)) {
    const length = run === undefined ? 1 : word.length
    for (let at = index; at < index + length; at += 1) found.add(characterAt(letters, at))
  }
  found.delete(-1)
  return found
}

/**
 * Where the character begins in a folded text that begins with what stands there, white space aside: “῝” becomes a space with two
 * marks, which are a word. -1 in the middle of one: the words within “ﷺ” begin no search.
 */
function characterAt({ folded, starts }: FoldedText, at: number): number {
  let begin = at
  while (starts[begin] === -1 && folded[begin - 1] === ' ') begin -= 1
  return starts[begin]!
}

/** Whether what is looked for begins with a word, and so is looked for where words begin. */
export function beginsWithWord(words: string): boolean {
  return soughtWords(words, 'letters').search(WORD) === 0
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function lastOf(run: string): string {
  return String.fromCodePoint(run.codePointAt(/[\uDC00-\uDFFF]$/.test(run) ? run.length - 2 : run.length - 1) ?? 0)
}

/** A word without what goes beyond the longest term. */
function cut(word: string): string {
  return word.length <= MAX_TERM_LENGTH ? word : [...word].slice(0, MAX_TERM_LENGTH).join('')
}
