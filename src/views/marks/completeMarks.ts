import type { Interview } from '../../domain/interview.ts'
import { indexOfTurn, turnAt, turnText } from '../../domain/interview.ts'
import { turnById } from '../../domain/link.ts'
import type { Mark } from '../../domain/marks/mark.ts'
import { turnWithWords } from '../../domain/marks/turnWithWords.ts'
import { placeMark } from './placeMark.ts'

/** Marks of another program with what their interviews know of them, and how many of them are not found there. */
export interface CompletedMarks {
  readonly marks: readonly Mark[]
  readonly lost: number
}

/** Completes those among imported marks that come from another program. What is not found is kept as it is, with its old words. */
export async function completeMarks(
  marks: readonly Mark[],
  foreign: ReadonlySet<string>,
  load: (id: string) => Promise<Interview | null>,
): Promise<CompletedMarks> {
  let lost = 0
  const completed: Mark[] = []
  for (const mark of marks) {
    // One after the other: they are of few interviews, each of which is fetched once.
    // oxlint-disable-next-line no-await-in-loop
    const interview = foreign.has(mark.id) ? await load(mark.interview).catch(() => null) : null
    const complete = interview && completedMark(interview, mark)
    if (foreign.has(mark.id) && !complete) lost += 1
    completed.push(complete ?? (interview ? { ...mark, title: interview.shortTitle } : mark))
  }
  return { marks: completed, lost }
}

/** A mark of words with the turn that they are in today, and whose it is; its words stay as they were. Null when nothing is sure. */
function completedMark(interview: Interview, mark: Mark): Mark | null {
  const named = turnById(interview, mark.turn)
  const hint = named && indexOfTurn(interview, named.id)
  const index = (mark.quote && turnWithWords(interview, mark.quote, hint)) ?? indexOfPlace(interview, mark)
  if (index === null) return null
  const { id, fingerprint, speaker, ...text } = turnAt(interview, index)
  const words = mark.quote ? mark.words : turnText(text)
  return { ...mark, title: interview.shortTitle, turn: id, fingerprint, speaker, words }
}

function indexOfPlace(interview: Interview, mark: Mark): number | null {
  const place = placeMark(interview, mark)
  return place.kind === 'found' ? place.turn : null
}
