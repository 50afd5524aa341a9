import type { FixedPair } from '../alignment/equalTurns.ts'
import type { TurnId } from '../interview.ts'
import { entryOf, idKey, type Ledger } from './ledger.ts'
import type { LedgerUpdate } from './updateLedger.ts'

/** What an author says about turns that are unsure, by ids. */
export interface Answers {
  /** The turn of an id that was published is the turn of another id: a new turn’s, or one that goes on. */
  readonly same: readonly { readonly old: string; readonly now: string }[]
  /** The turns of these ids are gone. */
  readonly gone: readonly string[]
}

export const NO_ANSWERS: Answers = { same: [], gone: [] }

/** What an author has said, as positions: entries in the ledger, turns in the interview. */
export interface Decisions {
  readonly pairs: readonly FixedPair[]
  /** Keys of ids that are gone. */
  readonly gone: ReadonlySet<string>
  /** Keys of ids whose turns stand in the turn of another id. */
  readonly into: ReadonlyMap<string, TurnId>
}

/**
 * An author's answers as positions, by what the ledger and the update without them say; and what cannot be, each as a
 * sentence.
 */
export function answersToPairs(
  answers: Answers,
  ledger: Ledger,
  { interview, carried, added }: Pick<LedgerUpdate, 'interview' | 'carried' | 'added'>,
): { readonly decisions: Decisions; readonly refused: string[] } {
  const refused: string[] = []
  const pairs: FixedPair[] = []
  const gone = new Set<string>()
  const into = new Map<string, TurnId>()
  const indexes = new Map(interview.turns.map(({ id }, index) => [idKey(id), index]))
  const positions = new Map(ledger.entries.map(({ id }, position) => [idKey(id), position]))
  const isNew = new Set(added.map(idKey))
  const wasChanged = new Set(carried.map(({ id }) => idKey(id)))
  /** True when the text still holds the turn of an id as it was, so that nothing can be said about it. */
  const stands = (id: string) => indexes.has(idKey(id)) && !wasChanged.has(idKey(id))

  for (const { old, now } of answers.same) {
    const position = positions.get(idKey(old))
    const index = indexes.get(idKey(now))
    const turn = index === undefined ? undefined : interview.turns[index]
    if (position === undefined) refused.push(`${old} was never published, so it cannot be ${now}.`)
    else if (index === undefined || !turn) refused.push(`No turn of the text has the id ${now}.`)
    else if (stands(old)) refused.push(`${old} still stands in the text, so it cannot be ${now}.`)
    else if (isNew.has(idKey(now))) pairs.push([position, index])
    else if (idKey(old) !== idKey(now)) into.set(idKey(old), turn.id)
  }
  for (const id of answers.gone) {
    const entry = entryOf(ledger, id)
    if (!entry) refused.push(`${id} was never published, so it cannot be gone.`)
    else if (stands(id)) refused.push(`${id} still stands in the text, so it is not gone.`)
    else gone.add(idKey(id))
  }
  return { decisions: { pairs, gone, into }, refused }
}
