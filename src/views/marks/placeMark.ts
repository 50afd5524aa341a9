import type { Interview } from '../../domain/interview.ts'
import { indexOfTurn } from '../../domain/interview.ts'
import { turnById } from '../../domain/link.ts'
import type { Mark } from '../../domain/marks/mark.ts'
import { formatQuote } from '../../domain/quoteAddress.ts'
import type { TurnRange } from '../../state/linkSlice.ts'
import { settleLink } from '../interview/sharing/settleLink.ts'

/** Where a mark is in the interview as it is today. */
export type MarkPlace =
  /** In a turn, by index; `range` is null for a turn that is kept whole. */
  | { readonly kind: 'found'; readonly turn: number; readonly range: TurnRange | null }
  /** Its turn is there, its words are not. */
  | { readonly kind: 'changed'; readonly turn: number }
  | { readonly kind: 'gone' }
  /** In another part of a long interview. */
  | { readonly kind: 'elsewhere' }

/** Finds a mark again as a link is found again, so that neither ever leads to other words. */
export function placeMark(interview: Interview, mark: Mark): MarkPlace {
  const turn = turnById(interview, mark.turn)
  if (!turn && interview.part) return { kind: 'elsewhere' }
  const quote = mark.quote && formatQuote(mark.quote)
  const settled = settleLink(interview, turn && indexOfTurn(interview, turn.id), {
    fingerprint: mark.fingerprint === '' ? null : mark.fingerprint,
    quote,
    isDamaged: false,
  })
  if (settled.turn === null) return { kind: 'gone' }
  if (mark.quote === null) return { kind: 'found', turn: settled.turn, range: null }
  return settled.marked
    ? { kind: 'found', turn: settled.turn, range: settled.marked }
    : { kind: 'changed', turn: settled.turn }
}
