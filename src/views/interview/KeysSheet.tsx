import { KeysDialog, type KeyHelp } from '../../components/KeysDialog/KeysDialog.tsx'
import { textDirection, type Interview } from '../../domain/interview.ts'
import { useApp } from '../../state/StoreProvider.tsx'

/** The keys as the help lists them; in a right-to-left interview the arrows change places. */
export function keyHelp({ isRtl }: { isRtl: boolean }): KeyHelp[] {
  return [
    { keys: [isRtl ? '←' : '→', 'j'], does: 'Next turn' },
    { keys: [isRtl ? '→' : '←', 'k'], does: 'Previous turn' },
    { keys: ['J'], does: 'Next answer' },
    { keys: ['K'], does: 'Previous answer' },
    { keys: ['Home', 'End'], does: 'First and last turn' },
    { keys: ['1', '…', '9'], does: 'Topic by its number' },
    { keys: ['[', ']'], does: 'Previous and next topic' },
    { keys: ['m', 'M'], does: 'Next and previous mention of this topic elsewhere' },
    { keys: ['p'], does: 'Play and pause' },
    { keys: ['Space'], does: 'Pause what plays' },
    { keys: [',', '.'], does: 'Previous and next sentence of what plays' },
    { keys: ['r'], does: 'Say it again' },
    { keys: ['<', '>'], does: 'Slower and faster' },
    { keys: ['-', '+'], does: 'Quieter and louder' },
    { keys: ['0'], does: 'Mute and unmute' },
    { keys: ['o'], does: 'Playing options' },
    { keys: ['f'], does: 'Focus mode: one exchange, large' },
    { keys: ['Esc'], does: 'Leave focus mode' },
    { keys: ['l'], does: 'Show questions, answers, one speaker or one topic only' },
    { keys: ['/'], does: 'Search this interview' },
    { keys: ['n', 'N'], does: 'Next and previous hit of the search' },
    { keys: ['q'], does: 'Check a quotation' },
    { keys: ['g'], does: 'Marks and notes' },
    { keys: ['b'], does: 'Keep this turn, or no longer' },
    { keys: ['h'], does: 'Highlight the selected words' },
    { keys: ['a'], does: 'Write a note on the selected words, or on this turn' },
    { keys: ['c'], does: 'Copy the link to this place' },
    { keys: ['?'], does: 'This list' },
  ]
}

/** The list of keys, as they are for this interview and this reader. */
export function KeysSheet({ interview, onClose }: { interview: Interview; onClose(): void }) {
  const hasCharacterKeys = useApp((state) => state.preferences.hasCharacterKeys)
  return (
    <KeysDialog
      help={keyHelp({ isRtl: textDirection(interview.language) === 'rtl' })}
      note={hasCharacterKeys ? null : 'Letter keys are turned off in the reading settings.'}
      onClose={onClose}
    />
  )
}
