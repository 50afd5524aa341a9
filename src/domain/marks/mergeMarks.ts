import { MAX_NOTE_LENGTH, type Mark } from './mark.ts'
import type { MarkToKeep } from './markStore.ts'

/** What stands between two notes of one mark that were written at the same time in two places. */
const BETWEEN_NOTES = '\n\n'

/**
 * The mark to keep where one of its id may be kept already: the newer one, with both notes when the kept one was changed by
 * somebody else since it was read.
 */
export function mergedMark(kept: Mark | null, { mark, known }: MarkToKeep): Mark {
  if (!kept || kept.changed === known || kept.note === mark.note)
    return kept && kept.changed > mark.changed ? kept : mark
  const [older, newer] = kept.changed > mark.changed ? [mark, kept] : [kept, mark]
  if (older.note === '' || newer.note.includes(older.note)) return newer
  if (older.note.includes(newer.note)) return { ...newer, note: older.note }
  return { ...newer, note: `${older.note}${BETWEEN_NOTES}${newer.note}`.slice(0, MAX_NOTE_LENGTH) }
}
