import type { Mark } from '../mark.ts'
import { isMark, readMark } from '../readMark.ts'

/** The largest file of marks that is read, in UTF-16 code units, and how many marks it may hold. */
export const MAX_IMPORT_LENGTH = 5_000_000
export const MAX_IMPORTED_MARKS = 20_000

/** What a file of marks holds, or every problem in it, each one sentence that says where. With a problem nothing is taken over. */
export type ImportedMarks =
  | {
      readonly ok: true
      readonly marks: readonly Mark[]
      /** Those of other programs, by their id: they know their words and the interview, but not whose words they are. */
      readonly foreign: ReadonlySet<string>
      /** Whether they are the passages of a trail, in its order. */
      readonly isTrail: boolean
    }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Says what is wrong with a whole file. */
export function refused(problem: string): ImportedMarks {
  return { ok: false, problems: [problem] }
}

interface ReadThings {
  /** Names the place of each by its index: "mark 3", "line 12". */
  where(index: number): string
  /** Whether it comes from another program. */
  isForeign?(index: number): boolean
  readonly isTrail?: boolean
}

/** Reads things as marks. */
export function marksFrom(
  values: readonly unknown[],
  { where, isForeign, isTrail = false }: ReadThings,
): ImportedMarks {
  if (values.length > MAX_IMPORTED_MARKS)
    return {
      ok: false,
      problems: [`The file holds ${values.length} marks. Import ${MAX_IMPORTED_MARKS} at most at a time.`],
    }
  const problems: string[] = []
  const marks = new Map<string, Mark>()
  const foreign = new Set<string>()
  for (const [index, value] of values.entries()) {
    const read = readMark(value)
    if (isMark(read)) {
      marks.set(read.id, read)
      if (isForeign?.(index)) foreign.add(read.id)
    } else problems.push(`${where(index)}: its ${read.field} should be ${read.expected}.`)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, marks: [...marks.values()], foreign, isTrail }
}

/** Reads JSON, or says where it ends to be JSON. */
export function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}
