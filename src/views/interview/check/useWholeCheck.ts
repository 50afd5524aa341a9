import { useEffect, useMemo, useState } from 'react'
import type { Interview } from '../../../domain/interview.ts'
import type { PartSources } from '../../../domain/ports.ts'
import { checkQuote } from '../../../domain/quoteCheck/checkQuote.ts'
import type { Check } from '../../../domain/quoteCheck/verdict.ts'
import { walkParts, type PartsWalk } from '../../../domain/wholeOfParts.ts'
import { whatWasFetched } from '../../loadWhole.ts'

/** What a check found, and what it rests on. */
export interface CheckSoFar {
  /** What the places of the check are in: the interview, or of a long one the open part until all were looked at. */
  readonly interview: Interview
  readonly check: Check
  /** How far the walk through the parts has come; null where there are none. */
  readonly walk: PartsWalk | null
  readonly isDone: boolean
}

/**
 * Checks a quotation: at once against the text that is open, and where that is a part of a long interview, then against all
 * parts joined, so that what is found is what would be found in one text. Null for an empty quotation.
 */
export function useWholeCheck(interview: Interview, quotation: string, parts?: PartSources): CheckSoFar | null {
  const isEmpty = quotation.trim() === ''
  const here = useMemo(() => (isEmpty ? null : checkQuote(interview, quotation)), [interview, quotation, isEmpty])
  const [found, setFound] = useState<{
    readonly quotation: string
    readonly walk: PartsWalk
    readonly all?: InAll
  } | null>(null)
  const { id, part } = interview
  const of = part && parts ? part.of : 0
  useEffect(() => {
    if (isEmpty || of === 0 || !parts) return
    let isWanted = true
    const run = async () => {
      let walk: PartsWalk | null = null
      for await (walk of walkParts(parts, { id, of })) {
        if (!isWanted) return
        setFound({ quotation, walk })
        await new Promise((resume) => setTimeout(resume)) // the page draws and answers in between
      }
      const whole = walk && whatWasFetched(walk)
      if (isWanted && walk && whole)
        setFound({ quotation, walk, all: { interview: whole, check: checkQuote(whole, quotation) } })
    }
    void run()
    return () => {
      isWanted = false
    }
  }, [id, of, parts, quotation, isEmpty])
  if (!here) return null
  if (of === 0) return { interview, check: here, walk: null, isDone: true }
  const own = found?.quotation === quotation ? found : null
  const walk = own?.walk ?? { parts: [], missing: [], of }
  return own?.all ? { ...own.all, walk, isDone: true } : { interview, check: here, walk, isDone: false }
}

type InAll = Pick<CheckSoFar, 'interview' | 'check'>
