import type { Interview } from '../../domain/interview.ts'
import { turnAt } from '../../domain/interview.ts'
import type { Hit } from '../../domain/search.ts'
import type { AppStore } from '../../state/store.ts'

/** Leads to words, marks them, and brings them into sight. */
export function goToWords(store: AppStore, interview: Interview, { turn, start, end }: Hit): void {
  const { id } = turnAt(interview, turn)
  const { jump, followLink } = store.getState()
  jump({ kind: 'turn', turn: id })
  followLink({ landing: null, marked: { turn: id, start, end } })
}
