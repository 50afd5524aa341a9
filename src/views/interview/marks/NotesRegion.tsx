import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { MarginNotes } from '../../../components/MarginNotes/MarginNotes.tsx'
import { partLabel, partOf } from '../../../domain/exchanges.ts'
import { turnAt, type Interview, type TurnId } from '../../../domain/interview.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { useIsTextLive } from '../useIsTextLive.ts'
import type { PlacedMark } from './usePlacedMarks.ts'

interface NotesRegionProps {
  readonly interview: Interview
  readonly placed: readonly PlacedMark[]
}

/** The reader's notes, each at the turn that it is on, once the text is there to hold them. */
export function NotesRegion({ interview, placed }: NotesRegionProps) {
  const store = useAppStore()
  const isTextLive = useIsTextLive()
  if (!isTextLive) return null
  const open = (mark: string) => {
    const { writeNote, openTool } = store.getState()
    writeNote(mark)
    openTool('marks')
  }
  const noted = placed.flatMap(({ mark, place }) =>
    mark.note.trim() !== '' && (place.kind === 'found' || place.kind === 'changed') ? [{ mark, turn: place.turn }] : [],
  )
  return [...new Set(noted.map(({ turn }) => turn))].map((turn) => {
    const { id } = turnAt(interview, turn)
    return (
      <AtTurn key={id} turn={id}>
        <MarginNotes
          on={partLabel(partOf(interview, turn))?.toLowerCase() ?? 'this turn'}
          notes={noted.filter((each) => each.turn === turn).map(({ mark }) => mark)}
          onOpen={open}
        />
      </AtTurn>
    )
  })
}

/** Something at the end of a turn, behind all that it says. It is no child that React knows of the turn, which goes on as it was. */
function AtTurn({ turn, children }: { readonly turn: TurnId; readonly children: ReactNode }) {
  const [slot] = useState(() => document.createElement('div'))
  useEffect(() => {
    document.getElementById(turn)?.append(slot)
    return () => slot.remove()
  }, [slot, turn])
  return createPortal(children, slot)
}
