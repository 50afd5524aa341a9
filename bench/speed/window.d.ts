import type { instruments } from './instruments.mjs'

declare global {
  interface Window {
    /** Set by the instruments, before any script of the page. */
    bench: ReturnType<typeof instruments>
  }
}
