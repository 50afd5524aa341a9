import type { TurnRange } from '../../state/linkSlice.ts'
import type { AppStore } from '../../state/store.ts'
import type { paintWords } from './paintWords.ts'
import { pageRangesOf } from './textRanges.ts'

/** What words of the text are marked as; how each looks is in styles/base.css and paintedWords.css. */
export type HighlightName = 'quote' | 'mark' | 'hit' | 'current-hit' | 'sentence' | 'word'

/** One promise for all, so that what is marked first is painted first. */
let painting: Promise<{ readonly paintWords: typeof paintWords }> | null = null

/**
 * Marks words in the page, in place of those that were marked so before (CSS Custom Highlight API). Where a browser has
 * none (Firefox before 140) they are marked by elements; what does so is loaded with the first of them.
 */
export function highlightWords(store: AppStore, name: HighlightName, ranges: readonly TurnRange[]): void {
  if ('highlights' in CSS) {
    if (ranges.length === 0) return void CSS.highlights.delete(name)
    const highlight = new Highlight(...ranges.flatMap(pageRangesOf))
    highlight.priority = name === 'current-hit' ? 1 : 0
    CSS.highlights.set(name, highlight)
  } else if (painting ?? ranges.length > 0) {
    painting ??= import('./paintWords.ts')
    void painting.then(
      (painter) => painter.paintWords(store, name, ranges),
      () => (painting = null), // the text stays as it is, and what is marked next tries again
    )
  }
}
