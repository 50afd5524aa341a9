import { flushSync } from 'react-dom'
import type { Interview, Turn, TurnId } from '../../domain/interview.ts'
import { turnById } from '../../domain/link.ts'
import { markedTurn, type MarkedRange, type MarkedTurn } from '../../domain/markedRuns.ts'
import type { TurnRange } from '../../state/linkSlice.ts'
import type { AppStore } from '../../state/store.ts'
import type { HighlightName } from './highlightWords.ts'
import { keepSelection } from './inPlace/keepSelection.ts'
import './paintedWords.css'

/** What is to be marked in a page. */
interface Painting {
  readonly ranges: Map<HighlightName, readonly TurnRange[]>
  /** The turns in which something else is to be marked than is. */
  readonly touched: Set<TurnId>
  /** The interview whose turns are marked. */
  interview: Interview | null
}

const paintings = new WeakMap<AppStore, Painting>()

/**
 * Marks words by elements in their turns, in place of those that were marked so before. What is asked for in one moment is
 * painted together: where the same words are taken away and marked again, nothing is drawn.
 */
export function paintWords(store: AppStore, name: HighlightName, ranges: readonly TurnRange[]): void {
  if (name === 'word') return // its turn would be drawn anew several times a second
  let painting = paintings.get(store)
  if (!painting) paintings.set(store, (painting = { ranges: new Map(), touched: new Set(), interview: null }))
  const { touched } = painting
  if (touched.size === 0) queueMicrotask(() => paint(store, painting))
  for (const { turn } of [...(painting.ranges.get(name) ?? []), ...ranges]) touched.add(turn)
  painting.ranges.set(name, ranges)
}

function paint(store: AppStore, painting: Painting): void {
  const { interview, markedTurns: before, markTurns } = store.getState()
  const all = rangesByTurn(painting.ranges)
  // Of another interview nothing is left; what was to be marked before it was there is marked now.
  const isOther = painting.interview !== interview
  const touched = isOther ? [...all.keys()] : [...painting.touched]
  const markedTurns = new Map<Turn, MarkedTurn>(isOther ? [] : before)
  painting.interview = interview
  painting.touched.clear()
  let isChanged = isOther && before.size > 0
  for (const id of touched) {
    const turn = interview && turnById(interview, id)
    if (!turn) continue
    const own = all.get(id)
    const marked = own && markedTurn(turn, own)
    // What is the same stays the same object, so that its turn is not drawn again.
    if (JSON.stringify(marked) === JSON.stringify(before.get(turn))) continue
    isChanged = true
    if (marked) markedTurns.set(turn, marked)
    else markedTurns.delete(turn)
  }
  if (isChanged) keepSelection(() => flushSync(() => markTurns(markedTurns)))
}

function rangesByTurn(ranges: Painting['ranges']): Map<TurnId, MarkedRange[]> {
  const turns = new Map<TurnId, MarkedRange[]>()
  for (const [kind, words] of ranges)
    for (const { turn, start, end } of words) {
      const own = turns.get(turn)
      if (own) own.push({ start, end, kind })
      else turns.set(turn, [{ start, end, kind }])
    }
  return turns
}
