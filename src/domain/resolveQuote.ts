import { turnIndexOf, turnsWith, wordNumber, type Passage } from './fingerprintIndex.ts'
import { resolveFingerprint, type Resolution } from './fingerprint.ts'
import { foldedWords } from './fingerprintWords.ts'
import { findQuote, type FoundQuote, type QuoteSelector } from './quote.ts'

/** What became of a quotation that a link carries. `turn` says what became of the turn alone; null when not known. */
export type QuoteResolution =
  | {
      readonly kind: 'found'
      readonly turn: number
      readonly range: FoundQuote
      readonly resolution: Resolution | null
    }
  | { readonly kind: 'changed'; readonly turn: number; readonly resolution: Resolution }
  | { readonly kind: 'gone'; readonly candidates: readonly number[] }

/** Where a part of a split turn may stand, in steps from the turn that was found. */
const NEARBY = [1, 2, -1, -2, 3]
/** In another turn than the one found, so much of the words has to stay: people take up what others said. */
const LEAST_LIKENESS_NEARBY = 0.85
/** So many turns are searched when it is not known which one was meant. */
const MAX_SEARCHED = 8
/** A quotation of fewer words may stand in many turns, so its turn has to be known. */
const MIN_WORDS_ANYWHERE = 6

/**
 * Finds a quotation in its turn. When the turn was split, or is not known for sure, the words may stand in another
 * one; there they have to be unchanged but for case and punctuation, and in one turn only.
 */
export function resolveQuote(
  turns: readonly Passage[],
  fingerprint: string | null,
  selector: QuoteSelector,
  hint?: number,
): QuoteResolution {
  const resolution = fingerprint === null ? null : resolveFingerprint(turns, fingerprint, hint)
  const known = resolution && resolution.kind !== 'gone' ? resolution.turn : null
  if (known !== null) {
    const own = findQuote(turns[known]?.text ?? '', selector)
    if (own) return { kind: 'found', turn: known, range: own, resolution }
    for (const turn of NEARBY.map((step) => known + step)) {
      const range = findQuote(turns[turn]?.text ?? '', selector)
      if (range && range.likeness >= LEAST_LIKENESS_NEARBY) return { kind: 'found', turn, range, resolution }
    }
    return { kind: 'changed', turn: known, resolution: resolution! }
  }
  const likely = turnsWithWords(turns, `${selector.exact} ${selector.last?.exact ?? ''}`)
  const found = likely.flatMap((turn) => {
    const range = findQuote(turns[turn]?.text ?? '', selector)
    return range ? [{ turn, range }] : []
  })
  const only = found.length === 1 ? found[0] : undefined
  if (only && only.range.isExact && foldedWords(selector.exact).length >= MIN_WORDS_ANYWHERE)
    return { kind: 'found', ...only, resolution }
  const candidates = [...found.map(({ turn }) => turn), ...(resolution?.kind === 'gone' ? resolution.candidates : [])]
  return { kind: 'gone', candidates: [...new Set(candidates)].slice(0, 3) }
}

/** The turns that hold most of some words, rare words weighing more; best first, eight at most. */
export function turnsWithWords(turns: readonly Passage[], text: string): number[] {
  const index = turnIndexOf(turns)
  const weights = new Map<number, number>()
  for (const word of new Set(foldedWords(text).map(wordNumber))) {
    const weight = Math.log((index.count + 1) / (turnsWith(index, word) + 0.5))
    for (let at = index.starts[word]!; at < index.starts[word + 1]!; at += 1) {
      const turn = index.turnsOfWord[at]!
      weights.set(turn, (weights.get(turn) ?? 0) + weight)
    }
  }
  return [...weights]
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, MAX_SEARCHED)
    .map(([turn]) => turn)
}
