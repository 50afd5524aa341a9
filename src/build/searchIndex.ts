import type { Interview } from '../domain/interview.ts'
import { searchFiles } from '../domain/librarySearch/searchFiles.ts'
import { SEARCH_FOLDER } from '../domain/librarySearch/searchFolder.ts'

/** What the search across all interviews is made of, by path in the site, one file after the other. */
export function* searchIndex(interviews: readonly Interview[]): Generator<readonly [path: string, text: string]> {
  for (const [file, text] of searchFiles(interviews)) yield [`${SEARCH_FOLDER}/${file}`, text]
}

/** A file of the search by its path in the site; undefined when there is none. */
export function searchIndexFile(interviews: readonly Interview[], path: string): string | undefined {
  if (!path.startsWith(`${SEARCH_FOLDER}/`)) return undefined
  for (const [file, text] of searchIndex(interviews)) if (file === path) return text
  return undefined
}
