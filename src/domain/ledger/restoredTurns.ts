import type { Fate } from '../alignment/alignTurns.ts'
import type { FixedPair } from '../alignment/equalTurns.ts'
import { comparedWords } from '../alignment/comparedText.ts'
import { idKey, type LedgerEntry } from './ledger.ts'

/** Shorter turns ("Yes, of course.") are said more than once: they are restored beside their old neighbours only. */
const TELLING_WORDS = 6

interface Question {
  readonly entries: readonly LedgerEntry[]
  /** The texts of the new turns. */
  readonly texts: readonly string[]
  /** What became of the entries so far. */
  readonly fates: readonly Fate[]
  /** Keys of ids that an author says are gone. */
  readonly gone: ReadonlySet<string>
}

/**
 * The turns whose words stood in the text once, were taken out, and are there again: they get their old ids back. Only
 * the same words count, and of short turns only the same words at the same place.
 */
export function restoredTurns({ entries, texts, fates, gone }: Question): FixedPair[] {
  const taken = new Set(fates.flatMap((fate) => ('to' in fate && fate.kind !== 'merged' ? [fate.to] : [])))
  const isWaiting = (entry: LedgerEntry, position: number) =>
    entry.kind !== 'live' && fates[position]?.kind === 'gone' && entry.text !== '' && !gone.has(idKey(entry.id))
  if (taken.size === texts.length || !entries.some(isWaiting)) return []
  const keys = texts.map((text, index) => (taken.has(index) ? '' : keyOf(text))) // of the turns that are free
  const withKey = new Map<string, number[]>()
  keys.forEach((key, index) => {
    const indexes = withKey.get(key) ?? []
    if (indexes.length === 0) withKey.set(key, indexes)
    indexes.push(index)
  })
  const places = fates.map((fate) => ('to' in fate && fate.kind !== 'merged' ? fate.to : -1))
  const after = placesAfter(places, texts.length)
  const restored: FixedPair[] = []
  let before = -1
  entries.forEach((entry, position) => {
    const place = places[position] ?? -1
    if (place !== -1) before = place
    if (!isWaiting(entry, position)) return
    const key = keyOf(entry.text)
    const same = withKey.get(key) ?? []
    const only = same.length === 1 && key.split(' ').length >= TELLING_WORDS ? same[0] : undefined
    const to = [before + 1, (after[position] ?? 0) - 1, only].find(
      (index) => index !== undefined && keys[index] === key,
    )
    if (to === undefined) return
    restored.push([position, to])
    keys[to] = '' // taken now
    before = to
  })
  return restored
}

function keyOf(text: string): string {
  return comparedWords(text).join(' ')
}

/** For each entry the place of the nearest one behind it that has one; `end` when there is none. */
function placesAfter(places: readonly number[], end: number): number[] {
  const after: number[] = []
  let next = end
  for (let position = places.length - 1; position >= 0; position -= 1) {
    after[position] = next
    if (places[position] !== -1) next = places[position] ?? end
  }
  return after
}
