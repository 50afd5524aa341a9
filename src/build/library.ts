import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatProblem, type Problem } from '../domain/formats/problem.ts'
import type { Interview } from '../domain/interview.ts'
import { libraryEntryOf } from '../domain/library.ts'
import { readInterviewFile } from './readInterviewFile.ts'

/** The folder of interviews, inside the folder of public files. */
export const INTERVIEWS_FOLDER = 'interviews'

export interface Library {
  readonly interviews: readonly Interview[]
  /** Every problem of every file, as it is printed: `file:line`, what, why, and the line as it should be. */
  readonly problems: readonly string[]
}

/** Reads every interview in a public folder, in the order of their names. */
export async function readLibrary(publicFolder: string): Promise<Library> {
  const folder = join(publicFolder, INTERVIEWS_FOLDER)
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : []
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  const names = files.filter((name) => name.endsWith('.md')).toSorted()
  const beside = { names: files, bytesOf: (name: string) => readFileSync(join(folder, name)) }
  const interviews: Interview[] = []
  const problems: string[] = []
  for (const name of names) {
    const twin = names.find((other) => other !== name && sameName(other, name))
    if (twin !== undefined || name !== name.normalize('NFC'))
      problems.push(formatProblem(`public/${INTERVIEWS_FOLDER}/${name}`, nameProblem(name, twin)))
    const file = join(folder, name)
    const result = readInterviewFile({ id: name.slice(0, -'.md'.length), bytes: await readFile(file), beside })
    // What was read holds on to pieces of its file; a clone takes half the memory (200 turns: 200 of 440 kB).
    if (result.ok) interviews.push(structuredClone(result.interview))
    else
      for (const problem of result.problems)
        problems.push(formatProblem(`public/${INTERVIEWS_FOLDER}/${problem.file ?? name}`, problem))
  }
  return { interviews, problems }
}

/** Names that some file systems, and people, take for one. */
function sameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase()
}

function nameProblem(name: string, twin: string | undefined): Problem {
  return {
    line: 1,
    what:
      twin === undefined
        ? `The name “${name}” is not in Unicode’s composed form (NFC).`
        : `“${twin}” has the same name.`,
    why: 'The name is the interview’s address, which has to lead to one file on every computer.',
    correction: twin === undefined ? `a file named ${name.normalize('NFC')}` : 'another name for one of the two files',
  }
}

/** The data that is published beside the texts, by path in the site: each interview, and the library. Made when it is asked for. */
export function dataFiles(interviews: readonly Interview[]): Map<string, () => string> {
  const index = () => JSON.stringify(interviews.map(libraryEntryOf))
  return new Map([
    [`${INTERVIEWS_FOLDER}/index.json`, index],
    ...interviews.map(
      (interview) => [`${INTERVIEWS_FOLDER}/${interview.id}.json`, () => JSON.stringify(interview)] as const,
    ),
  ])
}
