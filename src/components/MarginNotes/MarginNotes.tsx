import { snapped } from '../../domain/characters.ts'
import { IconButton } from '../IconButton/IconButton.tsx'
import styles from './MarginNotes.module.css'

interface MarginNotesProps {
  /** What they are on, as it reads behind "on": "answer 4", "this turn". */
  readonly on: string
  /** At least one. */
  readonly notes: readonly { readonly id: string; readonly note: string }[]
  onOpen(id: string): void
}

/** More of a note than its four lines hold, in UTF-16 code units: nobody is read pages of it as the name of a button. */
const MOST_SHOWN = 240

/**
 * The reader's notes on a turn: quiet and small in the margin beside it, and where there is no margin a sign at it. Both stand
 * behind its words, and are none of them: they are not selected, copied or printed with what was said.
 */
export function MarginNotes({ on, notes, onOpen }: MarginNotesProps) {
  const [first] = notes
  const name = `Your ${notes.length === 1 ? 'note' : 'notes'} on ${on}`
  return (
    <div className={styles.notes} role="group" aria-label={name} lang="" data-screen-only>
      <span className={styles.sign}>
        <IconButton name={name} onClick={() => first && onOpen(first.id)}>
          <svg viewBox="0 0 24 24" aria-hidden focusable="false">
            <path d="M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 8.5h7M8.5 12h4" />
          </svg>
        </IconButton>
      </span>
      <ul className={styles.list}>
        {notes.map(({ id, note }) => (
          <li key={id}>
            <button type="button" className={styles.note} dir="auto" title="Open this note" onClick={() => onOpen(id)}>
              {note.length > MOST_SHOWN ? `${note.slice(0, snapped(note, MOST_SHOWN, -1))}…` : note}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
