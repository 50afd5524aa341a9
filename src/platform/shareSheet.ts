import type { OpenShareSheet } from '../domain/ports.ts'

/** The system's share sheet (W3C Web Share); null where the browser has none. */
export function systemShareSheet(): OpenShareSheet | null {
  if (typeof navigator.share !== 'function') return null
  return (content) => {
    navigator.share(content).catch(() => {
      // AbortError: the reader closed the sheet. Anything else: the card with its Copy is still there.
    })
  }
}
