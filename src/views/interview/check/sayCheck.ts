import { describeCheck } from '../../../domain/quoteCheck/describeCheck.ts'
import type { PartsWalk } from '../../../domain/wholeOfParts.ts'
import { inDigits } from '../../check/sayProgress.ts'
import type { CheckSoFar } from './useWholeCheck.ts'

/** What a check found so far, and in a long interview on how much of it that rests. */
export function sayCheck({ interview, check, walk, isDone }: CheckSoFar, claimed: string | null): string {
  if (!walk) return describeCheck(interview, { check, claimed })
  const missed = sayMissing(walk)
  if (isDone && missed === '') return describeCheck(interview, { check, claimed })
  const within = isDone ? 'the parts that could be looked at' : 'this part of the interview'
  const said = describeCheck(interview, { check, claimed, within })
  // Elsewhere there may be another who said it.
  const before = check.verdict.kind === 'absent' ? '' : `In ${within}: `
  return `${isDone ? missed : sayProgress(walk)} ${before}${said}`
}

function sayProgress({ parts, missing, of }: PartsWalk): string {
  return `Looked at ${inDigits(parts.length + missing.length)} of ${inDigits(of)} parts …`
}

function sayMissing({ missing, of }: PartsWalk): string {
  if (missing.length === 0) return ''
  const [number] = missing
  return missing.length === 1
    ? `Part ${number} of ${inDigits(of)} could not be fetched.`
    : `${inDigits(missing.length)} of ${inDigits(of)} parts could not be fetched.`
}
