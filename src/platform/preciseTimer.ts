/** A delay that is kept exactly over pauses and changes of rate. Seconds are those at rate 1. */
export interface PreciseTimer {
  /** Calls back after so many seconds; a delay that was running is dropped. */
  start(seconds: number, act: () => void): void
  /** Stops; what is left is remembered. */
  stop(): void
  /** How many seconds are left of a delay that runs or was stopped; null when it is over, or none was. */
  rest(): number | null
  forget(): void
  setRate(rate: number): void
}

/** More than this is no lateness to be made up for, in ms: a hidden page's timers come once in a second or in a minute. */
const MOST_LATENESS_MS = 500

export function preciseTimer(): PreciseTimer {
  let rate = 1
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: { readonly due: number; readonly act: () => void } | null = null
  let left: number | null = null
  /** How late the last one came, in ms: timers are late by some ms each, and the next is as much shorter. */
  let lateness = 0

  const schedule = (ms: number, act: () => void) => {
    clearTimeout(timer)
    const own = { due: performance.now() + ms, act }
    running = own
    left = null
    timer = setTimeout(
      () => {
        const late = performance.now() - own.due
        running = null
        lateness = late > 0 && late < MOST_LATENESS_MS ? late : 0
        act()
        lateness = 0
      },
      Math.max(ms, 0),
    )
  }
  const rest = () => (running ? (Math.max(running.due - performance.now(), 0) * rate) / 1000 : left)

  return {
    start: (seconds, act) => schedule((seconds * 1000) / rate - lateness, act),
    stop() {
      left = rest()
      running = null
      clearTimeout(timer)
    },
    rest,
    forget() {
      left = null
    },
    setRate(next) {
      const seconds = rest()
      rate = next
      if (running && seconds !== null) schedule((seconds * 1000) / rate, running.act)
    },
  }
}
