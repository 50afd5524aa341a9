import { turnAt, type Interview } from '../../../domain/interview.ts'
import { turnById, turnOfPlace } from '../../../domain/link.ts'
import { makeMark } from '../../../domain/marks/makeMark.ts'
import type { TrailStep } from '../../../domain/trail.ts'
import type { AppStore } from '../../../state/store.ts'
import { marksKeeper } from '../../marks/marksKeeper.ts'
import { settleLink } from '../sharing/settleLink.ts'

/** Takes the passages of a trail that are in an interview over into the reader's own marks, with their notes. */
export async function keepTrail(store: AppStore, interview: Interview, steps: readonly TrailStep[]): Promise<void> {
  const keeper = await marksKeeper(store)
  const now = new Date().toISOString()
  const marks = steps
    .filter((step) => step.interview === interview.id)
    .flatMap(({ turn: id, fingerprint, quote, note }) => {
      const named = turnById(interview, id)
      const index = named && turnOfPlace(interview, { kind: 'turn', turn: named.id })
      const { turn, marked } = settleLink(interview, index, { fingerprint, quote, isDamaged: false })
      if (turn === null || (quote !== null && !marked)) return []
      return [makeMark(interview, { turn: turnAt(interview, turn), range: marked, note, id: crypto.randomUUID(), now })]
    })
  await keeper.put(marks)
  store.getState().tell(`${marks.length} ${marks.length === 1 ? 'passage' : 'passages'} kept among your marks.`)
}
