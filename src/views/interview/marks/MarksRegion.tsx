import { useEffect, useMemo } from 'react'
import { RibbonTicks } from '../../../components/Ribbon/RibbonTicks.tsx'
import { shareOfHit } from '../../../domain/hitPlace.ts'
import { textDirection, type Interview } from '../../../domain/interview.ts'
import type { AppStore } from '../../../state/store.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { marksKeeper } from '../../marks/marksKeeper.ts'
import { highlightWords } from '../highlightWords.ts'
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
  useMarkedWords(store, placed)
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

/** Underlines the words that are marked. */
function useMarkedWords(store: AppStore, placed: readonly PlacedMark[]): void {
  useEffect(() => {
    const ranges = placed.flatMap(({ place }) => (place.kind === 'found' && place.range ? [place.range] : []))
    highlightWords(store, 'mark', ranges)
    return () => highlightWords(store, 'mark', [])
  }, [store, placed])
}
