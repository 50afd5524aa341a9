import type { Fate } from '../alignment/alignTurns.ts'
import { turnText, type Interview, type TurnId } from '../interview.ts'
import { turnIds } from '../link.ts'
import { answersToPairs, NO_ANSWERS, type Answers, type Decisions } from './answers.ts'
import { fatesOf, pinnedPairs } from './entryFates.ts'
import { idKey, isSameLedger, type Ledger, type LedgerEntry } from './ledger.ts'
import { newEntries } from './newEntries.ts'

/** How a turn that was published before goes on. */
export interface Carried {
  readonly how: 'edited' | 'moved' | 'merged' | 'restored' | 'renamed'
  /** The id that was published. */
  readonly id: TurnId
  /** The id that its turn has now; the same one unless it was merged or renamed. */
  readonly now: TurnId
  readonly before: string
  readonly after: string
}

/** A turn that may be one of several, or gone. */
export interface Unsure {
  readonly entry: LedgerEntry
  /** The turns that it may be, by index in the interview, the likeliest first. */
  readonly candidates: readonly number[]
}

export interface LedgerUpdate {
  /** With every id that was ever issued. A turn that is unsure stands in it as gone, until an author has said. */
  readonly ledger: Ledger
  /** The interview with its lasting ids, and the ids that lead to them. */
  readonly interview: Interview
  readonly carried: readonly Carried[]
  readonly gone: readonly LedgerEntry[]
  /** The ids that are issued now. */
  readonly added: readonly TurnId[]
  readonly unsure: readonly Unsure[]
  /** What an author’s answers say that cannot be, each as a sentence. */
  readonly refused: readonly string[]
  /** True when the ledger said all of this before. */
  readonly isUpToDate: boolean
}

/**
 * Brings a ledger up to an interview: each turn that was published keeps its id, however its words changed; new turns
 * get ids that no turn ever had. `answers` are what an author says about turns that are unsure.
 */
export function updateLedger(ledger: Ledger | null, interview: Interview, answers: Answers = NO_ANSWERS): LedgerUpdate {
  const before: Ledger = ledger ?? { interview: interview.id, entries: [] }
  const first = carryOver(before, interview, { pairs: [], gone: new Set(), into: new Map() })
  if (answers.same.length + answers.gone.length === 0) return { ...first, refused: [] }
  const { decisions, refused } = answersToPairs(answers, before, first)
  return { ...carryOver(before, interview, decisions), refused }
}

function carryOver(before: Ledger, interview: Interview, decisions: Decisions): Omit<LedgerUpdate, 'refused'> {
  const { entries } = before
  const texts = interview.turns.map(turnText)
  const fixed = [...pinnedPairs(before, interview), ...decisions.pairs]
  const fates = fatesOf({ entries, interview, texts, fixed, gone: decisions.gone })
  const given = givenIds({ entries, interview, fates })
  const ids = turnIds(texts, interview.language, { given, issued: entries.map(({ id }) => id) })
  const after = newEntries({ entries, interview, texts, ids, fates, into: decisions.into })
  const lasting = withIds(interview, { ids, entries: after })
  const next: Ledger = { interview: interview.id, entries: after }
  const wasIssued = new Set(entries.map(({ id }) => idKey(id)))
  const nowOf = new Map(after.map((entry) => [entry.id, entry]))
  return {
    ledger: next,
    interview: lasting,
    carried: entries.flatMap((entry, position) => carriedOf(entry, { fate: fates[position], texts, nowOf })),
    gone: entries.filter((entry, position) => {
      const isUnsure = fates[position]?.kind === 'unsure'
      return entry.kind !== 'gone' && nowOf.get(entry.id)?.kind === 'gone' && !isUnsure
    }),
    added: ids.filter((id) => !wasIssued.has(idKey(id))),
    unsure: entries.flatMap((entry, position) => {
      const fate = fates[position]
      return fate?.kind === 'unsure' && nowOf.get(entry.id)?.kind === 'gone'
        ? [{ entry, candidates: fate.candidates }]
        : []
    }),
    isUpToDate: isSameLedger(before, next),
  }
}

/** The id that each turn of the interview has already: the one of its entry, unless the text says another. */
function givenIds({
  entries,
  interview,
  fates,
}: {
  readonly entries: readonly LedgerEntry[]
  readonly interview: Interview
  readonly fates: readonly Fate[]
}): (TurnId | null)[] {
  const given = interview.turns.map(({ id, isPinned }) => (isPinned ? id : null))
  fates.forEach((fate, position) => {
    if (!('to' in fate) || fate.kind === 'merged') return
    given[fate.to] ??= entries[position]?.id ?? null
  })
  return given
}

/** The interview with its lasting ids, and with the ids that lead to them. */
function withIds(
  interview: Interview,
  { ids, entries }: { ids: readonly TurnId[]; entries: readonly LedgerEntry[] },
): Interview {
  const turns = interview.turns.map((turn, index) => ({ ...turn, id: ids[index] ?? turn.id }))
  const aliases = entries.flatMap((entry) => (entry.kind === 'alias' ? [[entry.id, entry.into] as const] : []))
  return { ...interview, turns, ...(aliases.length > 0 ? { aliases: Object.fromEntries(aliases) } : {}) }
}

/** What there is to say about a turn that goes on; nothing when it goes on as it was. */
function carriedOf(
  entry: LedgerEntry,
  {
    fate,
    texts,
    nowOf,
  }: {
    readonly fate: Fate | undefined
    readonly texts: readonly string[]
    readonly nowOf: ReadonlyMap<TurnId, LedgerEntry>
  },
): Carried[] {
  const then = nowOf.get(entry.id)
  if (!then || then.kind === 'gone' || !fate) return []
  const now = then.kind === 'alias' ? then.into : entry.id
  const after = 'to' in fate ? (texts[fate.to] ?? '') : (nowOf.get(now)?.text ?? '')
  const report = (how: Carried['how']): Carried[] => [{ how, id: entry.id, now, before: entry.text, after }]
  if (then.kind === 'alias') {
    if (entry.kind === 'alias') return entry.into === then.into ? [] : report('merged')
    return report('to' in fate && fate.kind !== 'merged' ? 'renamed' : 'merged')
  }
  if (entry.kind !== 'live') return report('restored')
  if (fate.kind === 'moved') return report('moved')
  return entry.text === after ? [] : report('edited')
}
