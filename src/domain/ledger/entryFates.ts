import { alignTurns, type Fate } from '../alignment/alignTurns.ts'
import type { FixedPair } from '../alignment/equalTurns.ts'
import type { Interview } from '../interview.ts'
import { idKey, type Ledger, type LedgerEntry } from './ledger.ts'
import { restoredTurns } from './restoredTurns.ts'

/** The entries whose ids authors have written into the text, each with its turn. */
export function pinnedPairs({ entries }: Ledger, { turns }: Interview): FixedPair[] {
  const positions = new Map(entries.map(({ id }, position) => [idKey(id), position]))
  return turns.flatMap(({ id, isPinned }, index): FixedPair[] => {
    const position = isPinned ? positions.get(idKey(id)) : undefined
    return position === undefined ? [] : [[position, index]]
  })
}

interface FateQuestion {
  readonly entries: readonly LedgerEntry[]
  readonly interview: Interview
  readonly texts: readonly string[]
  readonly fixed: readonly FixedPair[]
  readonly gone: ReadonlySet<string>
}

/** What became of each entry. Those that are not in the text any more stay gone, unless their words came back. */
export function fatesOf({ entries, interview, texts, fixed, gone }: FateQuestion): Fate[] {
  const isFixed = new Set(fixed.map(([position]) => position))
  const live = entries.flatMap((entry, position) =>
    (entry.kind === 'live' || isFixed.has(position)) && !gone.has(idKey(entry.id)) ? [position] : [],
  )
  const fresh = interview.turns.map(({ speaker }, index) => ({ speaker, text: texts[index] ?? '' }))
  const place = new Map(live.map((position, at) => [position, at]))
  const pairs = fixed.flatMap(([position, to]): FixedPair[] => {
    const at = place.get(position)
    return at === undefined ? [] : [[at, to]]
  })
  const old = live.map((position) => ({ speaker: '', text: '', ...entries[position] }))
  const isUnchanged =
    pairs.every(([at, to]) => at === to) &&
    old.length === fresh.length &&
    old.every(({ speaker, text }, at) => speaker === fresh[at]?.speaker && text === fresh[at].text)
  const aligned = isUnchanged ? old.map((_, to): Fate => ({ kind: 'kept', to })) : alignTurns(old, fresh, pairs)
  const fates = entries.map((_, position): Fate => aligned[place.get(position) ?? -1] ?? { kind: 'gone' })
  for (const [position, to] of restoredTurns({ entries, texts, fates, gone })) fates[position] = { kind: 'kept', to }
  return fates
}
