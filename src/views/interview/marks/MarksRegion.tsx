import { useEffect, useMemo } from 'react'
import { RibbonTicks } from '../../../components/Ribbon/RibbonTicks.tsx'
import { shareOfHit } from '../../../domain/hitPlace.ts'
import { textDirection, type Interview } from '../../../domain/interview.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { marksKeeper } from '../../marks/marksKeeper.ts'
import { pageRangesOf } from '../textRanges.ts'
import { fulfilWish } from './fulfilWish.ts'
import { NotesRegion } from './NotesRegion.tsx'
import { usePlacedMarks, type PlacedMark } from './usePlacedMarks.ts'

/** The reader's marks in the text and on the ribbon, their notes beside it, and what makes new ones. */
export function MarksRegion({ interview }: { readonly interview: Interview }) {
  const store = useAppStore()
  const wish = useApp((state) => state.markWish)
  const placed = usePlacedMarks(interview)
  useEffect(() => void marksKeeper(store), [store])
  useEffect(() => {
    if (!wish) return
    store.getState().wishMark(null)
    void fulfilWish(store, interview, wish)
  }, [store, interview, wish])
  useMarkedWords(placed)
  const ticks = useMemo(
    () =>
      placed.flatMap(({ place }) =>
        place.kind === 'found'
          ? [shareOfHit(interview, { turn: place.turn, start: place.range?.start ?? 0, end: 0 })]
          : [],
      ),
    [interview, placed],
  )
  return (
    <>
      <RibbonTicks ticks={ticks} current={null} kind="mark" isRtl={textDirection(interview.language) === 'rtl'} />
      <NotesRegion interview={interview} placed={placed} />
    </>
  )
}

/** Underlines the words that are marked (CSS Custom Highlight API; where a browser has none, the list of marks shows them). */
function useMarkedWords(placed: readonly PlacedMark[]): void {
  useEffect(() => {
    if (!('highlights' in CSS)) return
    const ranges = placed.flatMap(({ place }) =>
      place.kind === 'found' && place.range ? pageRangesOf(place.range) : [],
    )
    CSS.highlights.set('mark', new Highlight(...ranges))
    return () => void CSS.highlights.delete('mark')
  }, [placed])
}
