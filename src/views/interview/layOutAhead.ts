import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import type { AppStore } from '../../state/store.ts'

/** After a scroll, a key or a press the page is left alone for so long, in milliseconds: what they lead to comes first. */
const CALM_MS = 500
/** One scroll that comes so soon after a chunk was laid out is the browser's, which keeps the text still, in milliseconds. */
const ANCHORING_MS = 100
const SIGNS = ['scroll', 'keydown', 'pointerdown'] as const

/** So many chunks whose height is known are laid out in one moment: what takes the time is laying out the first time. */
const SHOWN_AT_ONCE = 4

/**
 * Lays out what is not to be seen, chunk by chunk, when nothing else is to be done, so that scrolling finds it there: first what is
 * below the window, then what is above it, whose true height the browser makes good by scrolling. Where it would not (Safari) what is
 * above waits until it comes near; there is no idle time there either. So does everything while something plays, which must not
 * be kept waiting.
 *
 * A chunk is laid out for one frame, after which the browser knows its height (CSS Box Sizing 4, last remembered size) and passes it
 * over again; once all heights are known, and nothing moves any more, the chunks are laid out to stay. Laid out to stay at once,
 * all of them would be gone through whenever one more moves them (measured: 35 ms a chunk on slow machines, 10 this way).
 * Returns the way to stop.
 */
export function layOutAhead(store: AppStore, chunks: Iterable<HTMLElement>): () => void {
  const estimated = [...chunks]
  const measured: HTMLElement[] = []
  let isMeasuring = false
  let busyAt = 0
  /** When a chunk was laid out and the browser may still scroll for it. */
  let laidOutAt = -Infinity
  let waiting = 0
  let frame = 0
  let later: ReturnType<typeof setTimeout> | undefined
  const handleBusy = ({ type }: Event) => {
    if (type !== 'scroll' || performance.now() - laidOutAt > ANCHORING_MS) busyAt = performance.now()
    laidOutAt = -Infinity // the next scroll is the reader's
  }
  /** The next chunk to be measured: below the window, else above it. */
  const nextToMeasure = () => {
    const below = estimated.findIndex((chunk) => !isAbove(chunk))
    if (below === -1 && !keepsStill()) estimated.length = 0
    return estimated.splice(below, 1)[0]
  }
  const layOutSome = () => {
    if (selectIsPlaying(store.getState())) busyAt = performance.now()
    const isCalm = performance.now() - busyAt > CALM_MS
    const next = isCalm ? nextToMeasure() : undefined
    if (isMeasuring) delete measured.at(-1)?.dataset['laidOut']
    isMeasuring = next !== undefined
    if (next) measured.push(next)
    const shown = next ? [next] : isCalm ? measured.splice(0, SHOWN_AT_ONCE) : []
    // The attribute is no prop, so React leaves it there.
    for (const chunk of shown) chunk.dataset['laidOut'] = ''
    if (shown.length > 0) laidOutAt = performance.now()
    shown.at(-1)?.getBoundingClientRect() // laid out now: later it would come on top of what the reader does next
    if (estimated.length + measured.length === 0) return
    if (isCalm) waitForFrame()
    else later = setTimeout(waitForFrame, CALM_MS)
  }
  /** What is laid out is remembered with the next frame. */
  const waitForFrame = () => {
    frame = requestAnimationFrame(() => (waiting = requestIdleCallback(layOutSome)))
  }
  for (const type of SIGNS) window.addEventListener(type, handleBusy, { passive: true })
  waitForFrame()
  return () => {
    clearTimeout(later)
    cancelAnimationFrame(frame)
    cancelIdleCallback(waiting)
    for (const type of SIGNS) window.removeEventListener(type, handleBusy)
  }
}

/** Whether the browser scrolls by as much as what is above the window grows (CSS Scroll Anchoring). */
function keepsStill(): boolean {
  return CSS.supports('overflow-anchor', 'auto')
}

function isAbove(chunk: HTMLElement): boolean {
  return chunk.getBoundingClientRect().bottom <= 0
}
