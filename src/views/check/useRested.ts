import { useEffect, useState } from 'react'
import { MAX_CHECKED_LENGTH } from '../../domain/quoteCheck/checkQuote.ts'

/** A text that rests for so long is looked at, in milliseconds. */
const REST_MS = 200

/** A text as it was when its reader last paused. */
export function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/** What is said of a text that is too long to be checked. */
export function tooLong({ length }: { readonly length: number }): string {
  return `These are ${length.toLocaleString('en')} characters. Check ${MAX_CHECKED_LENGTH.toLocaleString('en')} at most at a time.`
}
