import { useMemo } from 'react'
import type { Interview } from '../../../domain/interview.ts'
import type { Mark } from '../../../domain/marks/mark.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { placeMark, type MarkPlace } from '../../marks/placeMark.ts'

/** A mark with where it is in the text of today. */
export interface PlacedMark {
  readonly mark: Mark
  readonly place: MarkPlace
}

/** Where each mark is found; one is only looked for again when its words changed, which they never do. */
const places = new WeakMap<Interview, Map<string, MarkPlace>>()

/** The marks of an interview in the order of its text; those that are nowhere in it come last. */
export function usePlacedMarks(interview: Interview): readonly PlacedMark[] {
  const marks = useApp((state) => state.marks)
  return useMemo(() => {
    const own = (marks ?? []).filter((mark) => mark.interview === interview.id)
    return own
      .map((mark) => ({ mark, place: placeOnce(interview, mark) }))
      .toSorted((one, other) => orderOf(one.place) - orderOf(other.place))
  }, [interview, marks])
}

function placeOnce(interview: Interview, mark: Mark): MarkPlace {
  let known = places.get(interview)
  if (!known) places.set(interview, (known = new Map()))
  let place = known.get(mark.id)
  if (!place) known.set(mark.id, (place = placeMark(interview, mark)))
  return place
}

function orderOf(place: MarkPlace): number {
  if (place.kind === 'gone' || place.kind === 'elsewhere') return Infinity
  // No turn is as long as this.
  return place.turn * 1e7 + (place.kind === 'found' ? (place.range?.start ?? 0) : 0)
}
