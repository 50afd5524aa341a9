import { searchFiles } from '../../src/domain/librarySearch/searchFiles.ts'
import type { Interview } from '../../src/domain/interview.ts'
import type { SearchSource } from '../../src/domain/ports.ts'

/** The search of a library as a build writes it, by name of file. */
export function searchFilesOf(interviews: readonly Interview[]): Map<string, string> {
  return new Map(searchFiles(interviews))
}

/** A source that hands out files; those that were asked for are noted in `asked`. */
export function sourceOf(files: ReadonlyMap<string, string>): SearchSource & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    loadText(file) {
      asked.push(file)
      const text = files.get(file)
      return text === undefined
        ? Promise.reject(new Error(`${file} could not be fetched (404).`))
        : Promise.resolve(text)
    },
  }
}
