import { questionOf } from '../../domain/exchanges.ts'
import { turnAt, turnText, type Interview } from '../../domain/interview.ts'
import type { Asked } from '../Turn/Turn.tsx'

/** Up to so many UTF-16 code units a question takes three lines of a phone, and up to twice as many six. */
const SHORT = 130
const MEDIUM = 270

/** How long the question right above an answer is; null for a turn that follows no question. */
export function askedBefore(interview: Interview, index: number): Asked | null {
  const question = questionOf(interview, index)
  if (question !== index - 1) return null
  const { length } = turnText(turnAt(interview, question))
  if (length <= SHORT) return 'short'
  return length <= MEDIUM ? 'medium' : 'long'
}
