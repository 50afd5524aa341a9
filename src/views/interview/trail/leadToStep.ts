import { indexOfTurn, turnAt, type Interview } from '../../../domain/interview.ts'
import { pathOfPlace, turnById } from '../../../domain/link.ts'
import type { TrailStep } from '../../../domain/trail.ts'
import type { AppStore } from '../../../state/store.ts'
import { settleLink, type Settled } from '../sharing/settleLink.ts'

/** Leads to a passage as a link to it would, in whichever part of the interview, and says as that does what became of it. */
export function leadToStep(store: AppStore, interview: Interview, step: TrailStep): void {
  const { stepTo, followLink, goBeyond } = store.getState()
  if (!mayBeIn(interview, step)) {
    const path = pathOfPlace(interview, { kind: 'turn', turn: step.turn })
    return goBeyond({ to: 'path', path, isThere: false, link: step })
  }
  const { turn, landing, marked } = settleStep(interview, step)
  if (turn !== null) stepTo(turnAt(interview, turn).id)
  followLink({ landing, marked })
}

/** What became of a passage. */
export function settleStep(interview: Interview, { turn: id, fingerprint, quote }: TrailStep): Settled {
  const turn = turnById(interview, id)
  return settleLink(interview, turn && indexOfTurn(interview, turn.id), { fingerprint, quote, isDamaged: false })
}

/** Whether a passage is not for sure elsewhere: of a part of an interview, only its own turns are. */
export function mayBeIn(interview: Interview, { interview: id, turn }: TrailStep): boolean {
  return id === interview.id && (!interview.part || turnById(interview, turn) !== null)
}
