import type { Problem } from './problem.ts'

/** What lies in the folder of an interview's file. */
export interface FilesBeside {
  readonly names: readonly string[]
  /** The text of one of these files, or why it cannot be read. */
  readonly textOf: (name: string) => { readonly text: string } | { readonly problem: Problem }
}
