import { useEffect } from 'react'

/** Shows nothing, and has the page of the address loaded: which part a turn is in is known to its page alone. */
export function OtherPart() {
  useEffect(() => window.location.reload(), [])
  return null
}
