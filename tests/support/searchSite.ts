import { searchFiles } from '../../src/domain/librarySearch/searchFiles.ts'
import type { Interview } from '../../src/domain/interview.ts'
import type { SearchSource } from '../../src/domain/ports.ts'

/** The search of a library as a build writes it, by name of file. */
export function searchFilesOf(interviews: readonly Interview[]): Map<string, string> {
  return new Map(searchFiles(interviews))
}

/** A source over files that a test may change. */
export interface FilesSource extends SearchSource {
  readonly files: Map<string, string>
  /** What was asked for, in order. */
  readonly asked: string[]
}

export function sourceOf(files: Map<string, string>): FilesSource {
  const asked: string[] = []
  return {
    files,
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
