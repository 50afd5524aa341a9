import { idKey, type Ledger } from './ledger.ts'

/**
 * Takes the words of turns that are gone out of a ledger, for what must not be read any more. Their ids stay, so that
 * no other words get them. What cannot be is refused, each as a sentence.
 */
export function forgetTurns(
  ledger: Ledger,
  ids: readonly string[],
): { readonly ledger: Ledger; readonly refused: readonly string[] } {
  if (ids.length === 0) return { ledger, refused: [] }
  const forgotten = new Set(ids.map(idKey))
  const isGone = new Set(ledger.entries.filter(({ kind }) => kind === 'gone').map(({ id }) => idKey(id)))
  const refused = ids
    .filter((id) => !isGone.has(idKey(id)))
    .map((id) => `${id} is no turn that is gone, so its words cannot be forgotten.`)
  const entries = ledger.entries.map((entry) => (forgotten.has(idKey(entry.id)) ? { ...entry, text: '' } : entry))
  return { ledger: { ...ledger, entries }, refused }
}
