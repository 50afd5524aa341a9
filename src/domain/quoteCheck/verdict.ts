import type { Hit } from '../search.ts'

/** A run of words of a comparison: the same on both sides, or only in the quotation, or only in the interview. */
export interface WordRun {
  readonly is: 'same' | 'quoted' | 'said'
  /** As it stands on its side; of what is the same, as it was said. */
  readonly words: string
}

/** What a check of a quotation found. */
export type Verdict =
  /** It stands there letter by letter; everywhere that it does, in order. */
  | { readonly kind: 'verbatim'; readonly places: readonly [Hit, ...Hit[]] }
  /** Its pieces, which an ellipsis divides, stand in one turn in this order. */
  | { readonly kind: 'shortened'; readonly pieces: readonly Hit[] }
  /** Its pieces stand there letter by letter, but not together. */
  | { readonly kind: 'joined'; readonly pieces: readonly Hit[] }
  | {
      readonly kind: 'differs'
      readonly place: Hit
      readonly runs: readonly WordRun[]
      /** How many words were changed, left out or put in; 0 when only case, punctuation or what nobody sees differs. */
      readonly changes: number
    }
  /** Nothing like it stands there; the passage that has most of its words, null when none has any. */
  | { readonly kind: 'absent'; readonly nearest: Hit | null }

/** A quotation as it was checked. */
export interface Check {
  /** The words that were looked for, without quotation marks round them and without who is said to have said them. */
  readonly words: string
  /** The label of who is said to have said them; null when nobody is. */
  readonly claimed: string | null
  readonly verdict: Verdict
}
