import type { Hit } from '../search.ts'

/** A stretch of a quotation beside what was said in its place, each letter by letter; joined, the stretches are both sides whole. */
export interface WordRun {
  /** Whether both sides are the same, but for the shapes of quotation marks and dashes and white space. */
  readonly isSame: boolean
  /** What the quotation has here; empty where it left something out. */
  readonly quoted: string
  /** What was said here; empty where the quotation put something in. */
  readonly said: string
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
      /** Where the passages are that were meant, one for each piece between ellipses that is there at all. */
      readonly places: readonly [Hit, ...Hit[]]
      readonly runs: readonly WordRun[]
      /** How many words were changed, left out or put in; 0 when only case, punctuation or what nobody sees differs. */
      readonly changes: number
      /** How many pieces between ellipses have nothing like them there. */
      readonly missing: number
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
