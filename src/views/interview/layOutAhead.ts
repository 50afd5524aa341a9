import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import type { AppState, AppStore } from '../../state/store.ts'

/** After a sign of the reader the page is left alone for so long, in milliseconds: what it leads to comes first, and after a press the next one. */
const CALM_MS = { scroll: 500, pointermove: 500, keydown: 2000, pointerdown: 2000 } as const
type Sign = keyof typeof CALM_MS
const SIGNS: readonly Sign[] = ['scroll', 'pointermove', 'keydown', 'pointerdown']
/** One scroll that comes so soon after a chunk was laid out is the browser's, which keeps the text still, in milliseconds. */
const ANCHORING_MS = 100
/** A machine on which laying out a chunk takes longer than this, a frame in milliseconds, … */
const SLOW_MS = 16
/** … is left alone for so many times as long as it took. */
const RESTS = 4

/**
 * Lays out what is not to be seen, chunk by chunk, when nothing else is to be done: first what is below the window, then what is above
 * it, whose true height the browser makes good by scrolling. Where it would not (Safari) what is above waits until it comes near; there
 * is no idle time there either.
 *
 * A chunk is laid out for one frame; after that the browser knows its height (CSS Box Sizing 4, last remembered size), keeps its
 * layout, and passes it over until it comes near, which then takes a sixth of the time. Laid out to stay, all of them would be gone
 * through whenever one above them gets its height (measured at 1,000 turns on slow machines: 35 ms). When the text takes another
 * size all are measured again. Returns the way to stop.
 */
export function layOutAhead(store: AppStore, chunks: Iterable<HTMLElement>): () => void {
  let unmeasured = [...chunks]
  let measuring: HTMLElement | undefined
  let isWaiting = false
  /** From when on the page may be worked at. */
  let calmAt = 0
  /** When a chunk was laid out and the browser may still scroll for it. */
  let laidOutAt = -Infinity
  let restMs = 0
  let idle = 0
  let frame = 0
  let later: ReturnType<typeof setTimeout> | undefined
  const waitAfter = (sign: Sign) => {
    calmAt = Math.max(calmAt, performance.now() + CALM_MS[sign])
  }
  const handleBusy = (sign: Sign) => {
    if (sign !== 'scroll' || performance.now() - laidOutAt > ANCHORING_MS) waitAfter(sign)
    laidOutAt = -Infinity // the next scroll is the reader's
  }
  /** The next chunk to be measured: below the window, else above it. */
  const nextToMeasure = () => {
    const below = unmeasured.findIndex((chunk) => !isAbove(chunk))
    if (below === -1 && !keepsStill()) unmeasured = []
    return unmeasured.splice(below, 1)[0]
  }
  const measureNext = () => {
    const isLeftAlone = isToWait(store.getState())
    const busyMs = calmAt - performance.now()
    const next = busyMs < 0 && !isLeftAlone ? nextToMeasure() : undefined
    if (measuring) delete measuring.dataset['laidOut']
    measuring = next
    if (next) {
      const start = performance.now()
      next.dataset['laidOut'] = '' // no prop, so React leaves it there
      next.getBoundingClientRect() // laid out now: later it would come on top of what the reader does next
      laidOutAt = performance.now()
      restMs = laidOutAt - start > SLOW_MS ? RESTS * (laidOutAt - start) : 0
    }
    isWaiting = measuring !== undefined || (unmeasured.length > 0 && !isLeftAlone)
    if (isWaiting) later = setTimeout(waitForFrame, Math.max(busyMs, restMs))
  }
  /** What is laid out is remembered with the next frame. */
  const waitForFrame = () => {
    isWaiting = true
    frame = requestAnimationFrame(() => (idle = requestIdleCallback(measureNext)))
  }
  const goOn = () => {
    waitAfter('scroll')
    if (!isWaiting) waitForFrame()
  }
  const measureAgain = () => {
    unmeasured = [...chunks]
    goOn()
  }
  let width = window.innerWidth
  const handleResize = () => {
    if (window.innerWidth === width) return // the bars of a phone come and go
    width = window.innerWidth
    measureAgain()
  }
  const stop = store.subscribe((state, before) => {
    const isOtherShape = state.isFocused !== before.isFocused || (state.lens === null) !== (before.lens === null)
    if (isOtherShape || state.preferences.textSize !== before.preferences.textSize) measureAgain()
    else if (isToWait(before) && !isToWait(state)) goOn()
  })
  const leaving = new AbortController()
  for (const sign of SIGNS)
    window.addEventListener(sign, () => handleBusy(sign), { passive: true, signal: leaving.signal })
  window.addEventListener('resize', handleResize, { signal: leaving.signal })
  waitForFrame()
  return () => {
    stop()
    clearTimeout(later)
    cancelAnimationFrame(frame)
    cancelIdleCallback(idle)
    leaving.abort()
  }
}

/** While it plays nothing is to be kept waiting; on the stage and under a lens most of the text has no height of its own. */
function isToWait(state: AppState): boolean {
  return selectIsPlaying(state) || state.isFocused || state.lens !== null
}

/** Whether the browser scrolls by as much as what is above the window grows (CSS Scroll Anchoring). */
function keepsStill(): boolean {
  return CSS.supports('overflow-anchor', 'auto')
}

function isAbove(chunk: HTMLElement): boolean {
  return chunk.getBoundingClientRect().bottom <= 0
}
