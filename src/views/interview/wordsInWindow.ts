import { turnAt, type Interview } from '../../domain/interview.ts'
import { rangeOfCursor, type Cursor } from '../../domain/playback/cursor.ts'
import { pageRangesOf } from './textRanges.ts'

/** Where the line that is being said comes to stand, as a share of the window's height: a calm third. */
export const CALM_SHARE = 0.33

interface WordsInWindow {
  /** Where the sentence begins, in CSS pixels from the window's top. */
  readonly top: number
  /** Any of it stands between the bars. */
  readonly isInWindow: boolean
  /** All of it stands there, and it need not be moved. */
  readonly isCalm: boolean
}

/** Where a sentence stands in the window; null when it is not on the page, or not shown there. */
export function wordsInWindow(interview: Interview, cursor: Cursor): WordsInWindow | null {
  const range = rangeOfCursor(interview, cursor)
  const [first, ...rest] = range ? pageRangesOf({ turn: turnAt(interview, cursor.turn).id, ...range }) : []
  if (!first) return null
  const { top, height } = first.getBoundingClientRect()
  if (height === 0) return null
  const { bottom } = (rest.at(-1) ?? first).getBoundingClientRect()
  const style = getComputedStyle(document.documentElement)
  const low = Number.parseFloat(style.scrollPaddingTop) || 0
  const high = window.innerHeight - (Number.parseFloat(style.scrollPaddingBottom) || 0)
  return { top, isInWindow: bottom > low && top < high, isCalm: top >= low && bottom <= high }
}
