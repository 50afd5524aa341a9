import { useEffect } from 'react'
import type { Interview } from '../../../domain/interview.ts'
import type { PartSources } from '../../../domain/ports.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { useBeyond } from './useBeyond.ts'

interface PartsRegionProps {
  /** The part that is open. */
  readonly interview: Interview
  readonly sources: PartSources
  /** Brings the address up to date before it is left. */
  onLeave(): void
}

/** A neighbour is fetched when the reader is so many turns from it. */
const NEAR_TURNS = 15

/** Shows nothing: leads from one part of a long interview to another, and fetches the next when it is near. */
export function PartsRegion({ interview, sources, onLeave }: PartsRegionProps) {
  useBeyond(interview, sources, onLeave)
  const { id, part, turns } = interview
  const current = useApp((state) => selectCurrentTurn(state) ?? 0)
  const near = current < NEAR_TURNS ? -1 : current >= turns.length - NEAR_TURNS ? 1 : 0
  useEffect(() => {
    const number = (part?.number ?? 0) + near
    // What cannot be fetched now is asked for again when it is needed, and said then.
    if (part && near !== 0 && number >= 1 && number <= part.of) sources.loadPart(id, number).catch(() => {})
  }, [sources, id, part, near])
  return null
}
