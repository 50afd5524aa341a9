import { turnAt, type Interview } from '../../domain/interview.ts'
import type { Hit } from '../../domain/search.ts'
import type { AppStore } from '../../state/store.ts'

/** Leads to words, marks them, and brings them into sight. A step leaves no entry in the history: many of them come in a row. */
export function goToWords(
  store: AppStore,
  interview: Interview,
  { turn, start, end }: Hit,
  { isStep = false } = {},
): void {
  const { id } = turnAt(interview, turn)
  const { jump, stepTo, followLink } = store.getState()
  if (isStep) stepTo(id)
  else jump({ kind: 'turn', turn: id })
  followLink({ landing: null, marked: { turn: id, start, end } })
}
