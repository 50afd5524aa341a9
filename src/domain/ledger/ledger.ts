import type { InterviewId, TurnId } from '../interview.ts'

/** What a ledger remembers of a turn: its id, and who said what when it was last published. */
interface Remembered {
  readonly id: TurnId
  /** The label of its speaker. */
  readonly speaker: string
  /** Its words, paragraphs with an empty line between them. Empty when the author had them forgotten. */
  readonly text: string
}

/** A turn that stands in the text. */
export interface LiveEntry extends Remembered {
  readonly kind: 'live'
}
/** A turn whose words stand in another turn, or whose id an author replaced. Its address leads there. */
export interface AliasEntry extends Remembered {
  readonly kind: 'alias'
  /** The id of a live entry. */
  readonly into: TurnId
}
/** A turn that was taken out of the text. Its id is never given to other words. */
export interface GoneEntry extends Remembered {
  readonly kind: 'gone'
}
export type LedgerEntry = LiveEntry | AliasEntry | GoneEntry

/**
 * Every turn id of an interview that was ever published. Live entries stand in the order of the text; the others stand
 * behind the entry that they stood behind in the text.
 */
export interface Ledger {
  readonly interview: InterviewId
  readonly entries: readonly LedgerEntry[]
}

/** The version of the file's form; a later one may read this one's files. */
export const LEDGER_VERSION = 1

/**
 * Writes a ledger as its file: JSON with one line for each turn, so that a difference of two versions reads turn by
 * turn. Reading that file gives the same ledger.
 */
export function writeLedger({ interview, entries }: Ledger): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(fieldsOf(entry))}`)
  return [
    '{',
    `  "version": ${LEDGER_VERSION},`,
    `  "interview": ${JSON.stringify(interview)},`,
    '  "turns": [',
    ...(lines.length > 0 ? [lines.join(',\n')] : []),
    '  ]',
    '}',
    '',
  ].join('\n')
}

function fieldsOf({ id, speaker, text, ...entry }: LedgerEntry): object {
  if (entry.kind === 'alias') return { id, into: entry.into, speaker, text }
  return entry.kind === 'gone' ? { id, gone: true, speaker, text } : { id, speaker, text }
}

/** The entry of an id, as the id is compared: capitals make no difference, since some file systems make none. */
export function entryOf(ledger: Ledger, id: string): LedgerEntry | null {
  const key = idKey(id)
  return ledger.entries.find((entry) => idKey(entry.id) === key) ?? null
}

/** An id as ids are compared. */
export function idKey(id: string): string {
  return id.normalize('NFC').toLowerCase()
}

/** True when two ledgers say the same. */
export function isSameLedger(one: Ledger, other: Ledger): boolean {
  return (
    one.interview === other.interview &&
    one.entries.length === other.entries.length &&
    one.entries.every((entry, position) => isSameEntry(entry, other.entries[position]))
  )
}

function isSameEntry(one: LedgerEntry, other: LedgerEntry | undefined): boolean {
  if (one.id !== other?.id || one.kind !== other.kind) return false
  if (one.kind === 'alias' && other.kind === 'alias' && one.into !== other.into) return false
  return one.speaker === other.speaker && one.text === other.text
}
