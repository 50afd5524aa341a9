import type { Mark } from './mark.ts'

/** What keeps marks from being kept. */
export type MarkTrouble =
  /** The browser lets nothing be kept. */
  | 'blocked'
  /** There is no room left. */
  | 'full'
  /** Some of what is kept cannot be read; it stays as it is. */
  | 'corrupt'
  /** A newer version of the program keeps its marks there. */
  | 'newer'

/** A mark as it is to be kept, and when it was changed as far as this tab knows: null for one that is new here. */
export interface MarkToKeep {
  readonly mark: Mark
  readonly known: string | null
}

/** Where marks are kept. Nothing throws: what went wrong is a value, and what is there is never written over by less. */
export interface MarkStore {
  readAll(): Promise<{ readonly marks: readonly Mark[]; readonly trouble: MarkTrouble | null }>
  /** Keeps marks, each in the place of the one of its id. A note that another tab changed meanwhile is joined to it. */
  put(marks: readonly MarkToKeep[]): Promise<MarkTrouble | null>
  remove(ids: readonly string[]): Promise<MarkTrouble | null>
  /** Calls back when another tab changed something; returns the way to stop it. */
  subscribe(onChange: () => void): () => void
}
