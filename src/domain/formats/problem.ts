/** One thing that is wrong in a file that somebody wrote, said so that they can mend it. */
export interface Problem {
  /** The name of the file, when it is one beside the file that is read. */
  readonly file?: string
  /** The line in the file, from 1. */
  readonly line: number
  /** What is there, in one sentence. */
  readonly what: string
  /** Why that cannot be read, in one sentence. */
  readonly why: string
  /** The line as it should be, to be pasted. */
  readonly correction: string
}

/** A problem as the build prints it: `file:line`, what, why, and the corrected line. */
export function formatProblem(file: string, { line, what, why, correction }: Problem): string {
  return `${file}:${line}: ${what}\n    ${why}\n    Write: ${correction}`
}
