import { firstShown } from '../../../domain/folds.ts'
import type { Interview } from '../../../domain/interview.ts'
import { shownTurns } from '../../../domain/lens.ts'
import type { Place } from '../../../domain/link.ts'
import { outlineOf } from '../../../domain/outline.ts'
import type { OutlineEntry, Part } from '../../../domain/part.ts'
import type { PartSources } from '../../../domain/ports.ts'
import type { LensInUse } from '../../../state/lensSlice.ts'

/** A place in a part of an interview. */
export interface PlaceInPart {
  readonly interview: Interview
  readonly place: Place
}

/** Where the reader is when they want to go elsewhere. */
export interface Here {
  /** The part that is open. */
  readonly interview: Interview
  readonly part: Part
  /** The current turn in it, by index; -1 above the first. */
  readonly current: number
  /** All parts that were open so far. */
  readonly known: readonly Interview[]
  readonly sources: PartSources
  /** The lens that is on: steps stay inside it. */
  readonly lens: LensInUse | null
}

/** So many parts are searched at most for what a lens shows: what is further is not worth the wait. */
export const MAX_SEARCHED = 20

/** A part by its number; the open one as it is. */
export function partAt({ interview, part, sources }: Here, number: number): Promise<Interview> {
  return number === part.number ? Promise.resolve(interview) : sources.loadPart(interview.id, number)
}

/** By turn, what the lens shows of a part; of the open one, with what was opened. */
export function shownIn({ interview, lens }: Here, part: Interview): readonly boolean[] | null {
  return lens && (part === interview ? lens.shown : shownTurns(part, lens.lens))
}

/** What is found in the first part, from one on in a direction, that has it. */
export async function throughParts(
  here: Here,
  number: number,
  by: 1 | -1,
  find: (part: Interview, shown: readonly boolean[] | null) => number | null,
): Promise<PlaceInPart | null> {
  for (let left = MAX_SEARCHED; left > 0 && number >= 1 && number <= here.part.of; left -= 1, number += by) {
    const part = await partAt(here, number)
    const index = find(part, shownIn(here, part))
    if (index !== null) return atTurn(part, index)
  }
  return null
}

/** The first turn that is shown of a section, or of the next one that way of which any is. */
export async function shownSection(here: Here, entry: OutlineEntry, by: 1 | -1): Promise<PlaceInPart | null> {
  const outline = outlineOf(here.interview)
  let left = MAX_SEARCHED
  for (let at = outline.findIndex(({ start }) => start === entry.start); outline[at]; at += by) {
    const { start, part: first } = outline[at] ?? entry
    const end = outline[at + 1]?.start ?? here.part.total
    for (let number = first, isOver = false; !isOver && number <= here.part.of; number += 1) {
      if ((left -= 1) < 0) return null
      const part = await partAt(here, number)
      const offset = part.part?.first ?? 0
      const shown = firstShown(shownIn(here, part), { start: Math.max(start - offset, 0), end: end - offset })
      if (shown !== null) return atTurn(part, shown)
      isOver = end <= offset + part.turns.length
    }
  }
  return null
}

/** The turn of a part by its index; null where there is none. */
export function atTurn(interview: Interview, index: number): PlaceInPart | null {
  const turn = interview.turns[index]
  return turn ? { interview, place: { kind: 'turn', turn: turn.id } } : null
}
