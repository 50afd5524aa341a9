import { turnAt, type Interview } from '../../../domain/interview.ts'
import { makeMark } from '../../../domain/marks/makeMark.ts'
import type { TrailStep } from '../../../domain/trail.ts'
import type { AppStore } from '../../../state/store.ts'
import { marksKeeper } from '../../marks/marksKeeper.ts'
import { settleStep } from './leadToStep.ts'

/** Takes passages of an interview, in whichever part, over into the reader's own marks, with their notes. */
export async function keepTrail(
  store: AppStore,
  steps: readonly TrailStep[],
  load: () => Promise<Interview | null>,
): Promise<void> {
  const keeper = await marksKeeper(store)
  const interview = await load().catch(() => null)
  if (!interview) return store.getState().tell('Nothing was kept: parts of the interview could not be fetched.')
  const now = new Date().toISOString()
  const marks = steps.flatMap((step) => {
    const { turn, marked } = settleStep(interview, step)
    if (turn === null || (step.quote !== null && !marked)) return []
    const { note } = step
    return [makeMark(interview, { turn: turnAt(interview, turn), range: marked, note, id: crypto.randomUUID(), now })]
  })
  await keeper.put(marks)
  store.getState().tell(`${marks.length} ${marks.length === 1 ? 'passage' : 'passages'} kept among your marks.`)
}
