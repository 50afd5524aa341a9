import { flushSync } from 'react-dom'
import type { Interview, TurnId } from '../../domain/interview.ts'
import { turnById } from '../../domain/link.ts'
import { markedTurn, type MarkedRange } from '../../domain/markedRuns.ts'
import type { TurnRange } from '../../state/linkSlice.ts'
import type { AppStore } from '../../state/store.ts'
import type { HighlightName } from './highlightWords.ts'
import { keepSelection } from './keepSelection.ts'
import './paintedWords.css'

interface Painted {
  interview: Interview | null
  readonly ranges: Map<HighlightName, readonly TurnRange[]>
}

const paintings = new WeakMap<AppStore, Painted>()

/** Marks words by elements in their turns, in place of those that were marked so before. No other turn is drawn again. */
export function paintWords(store: AppStore, name: HighlightName, ranges: readonly TurnRange[]): void {
  if (name === 'word') return // its turn would be drawn anew several times a second
  const { interview, markedTurns: before, markTurns } = store.getState()
  let painted = paintings.get(store)
  if (!painted) paintings.set(store, (painted = { interview, ranges: new Map() }))
  const old = painted.ranges.get(name) ?? []
  painted.ranges.set(name, ranges)
  const all = byTurn(painted.ranges)
  const isOther = painted.interview !== interview
  painted.interview = interview
  const touched = isOther ? all.keys() : new Set([...old, ...ranges].map(({ turn }) => turn))
  const markedTurns = new Map(isOther ? [] : before)
  let isChanged = isOther && before.size > 0
  for (const id of touched) {
    const turn = interview && turnById(interview, id)
    if (!turn) continue
    const own = all.get(id)
    const marked = own && markedTurn(turn, own)
    // The same turn stays the same object, so that it is not drawn again.
    if (JSON.stringify(marked) === JSON.stringify(before.get(turn))) continue
    isChanged = true
    if (marked) markedTurns.set(turn, marked)
    else markedTurns.delete(turn)
  }
  if (isChanged) keepSelection(() => flushSync(() => markTurns(markedTurns)))
}

function byTurn(ranges: Painted['ranges']): Map<TurnId, MarkedRange[]> {
  const turns = new Map<TurnId, MarkedRange[]>()
  for (const [kind, words] of ranges)
    for (const { turn, start, end } of words) {
      const own = turns.get(turn)
      if (own) own.push({ start, end, kind })
      else turns.set(turn, [{ start, end, kind }])
    }
  return turns
}
