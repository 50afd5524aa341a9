import type { Turn } from '../interview.ts'
import type { GoneEntry } from './ledger.ts'
import type { LedgerUpdate } from './updateLedger.ts'

/** A turn that was taken out of the text, and where a reader of its address can go on. */
export interface GoneTurn {
  readonly entry: GoneEntry
  /** `before` and `after` it in the text; or what it `may` be, as long as an author has not said. */
  readonly near: readonly { readonly where: 'before' | 'after' | 'may'; readonly turn: Turn }[]
}

/** The turns of an interview that are gone, each with its nearest turns. */
export function goneTurnsOf({
  ledger,
  interview,
  unsure,
}: Pick<LedgerUpdate, 'ledger' | 'interview' | 'unsure'>): GoneTurn[] {
  const candidates = new Map(unsure.map(({ entry, candidates: indexes }) => [entry.id, indexes]))
  let lives = 0 // live entries stand in the order of the turns
  return ledger.entries.flatMap((entry) => {
    if (entry.kind === 'live') lives += 1
    if (entry.kind !== 'gone') return []
    const indexes = candidates.get(entry.id)
    const places = indexes
      ? indexes.map((index) => ({ where: 'may' as const, index }))
      : [
          { where: 'before' as const, index: lives - 1 },
          { where: 'after' as const, index: lives },
        ]
    const near = places.flatMap(({ where, index }) => {
      const turn = interview.turns[index]
      return turn ? [{ where, turn }] : []
    })
    return [{ entry, near }]
  })
}
