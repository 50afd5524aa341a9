import { useSyncExternalStore } from 'react'

/** Whether the program runs: false in a page as it was made, and while it is taken over. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

function never(): () => void {
  return () => {}
}
