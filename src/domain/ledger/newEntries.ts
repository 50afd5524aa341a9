import type { Fate } from '../alignment/alignTurns.ts'
import type { Interview, TurnId } from '../interview.ts'
import { idKey, type AliasEntry, type GoneEntry, type LedgerEntry } from './ledger.ts'

interface After {
  readonly entries: readonly LedgerEntry[]
  readonly interview: Interview
  readonly texts: readonly string[]
  readonly ids: readonly TurnId[]
  readonly fates: readonly Fate[]
  readonly into: ReadonlyMap<string, TurnId>
}

/** The entries of the new ledger: the turns in order, and behind each what stood behind it and stands no more. */
export function newEntries({ entries, interview, texts, ids, fates, into }: After): LedgerEntry[] {
  const isLive = new Set(ids.map(idKey))
  const leads = new Map<string, TurnId>(into) // where the ids that stand in other turns lead
  fates.forEach((fate, position) => {
    const id = entries[position]?.id ?? ''
    const now = 'to' in fate ? ids[fate.to] : undefined
    if (now !== undefined && !isLive.has(idKey(id))) leads.set(idKey(id), now)
  })
  const behind = new Map<string, LedgerEntry[]>() // by the id before them; '' is the beginning
  let last = ''
  for (const entry of entries) {
    if (isLive.has(idKey(entry.id))) last = idKey(entry.id)
    else {
      const waiting = behind.get(last) ?? []
      if (waiting.length === 0) behind.set(last, waiting)
      waiting.push(dormant(entry, leads, isLive))
    }
  }
  return [
    ...(behind.get('') ?? []),
    ...interview.turns.flatMap(({ speaker }, index): LedgerEntry[] => {
      const [id, text] = [ids[index] ?? ('' as TurnId), texts[index] ?? ''] // there is one for each turn
      return [{ kind: 'live', id, speaker, text }, ...(behind.get(idKey(id)) ?? [])]
    }),
  ]
}

/** An entry that is not in the text by itself: in another turn, directly or by one that went there, or gone. */
function dormant(
  { id, speaker, text, ...entry }: LedgerEntry,
  leads: ReadonlyMap<string, TurnId>,
  isLive: ReadonlySet<string>,
): AliasEntry | GoneEntry {
  const own = leads.get(idKey(id)) ?? (entry.kind === 'alias' ? entry.into : null)
  const end = own === null || isLive.has(idKey(own)) ? own : (leads.get(idKey(own)) ?? null)
  if (end === null || !isLive.has(idKey(end))) return { kind: 'gone', id, speaker, text }
  return { kind: 'alias', id, into: end, speaker, text }
}
