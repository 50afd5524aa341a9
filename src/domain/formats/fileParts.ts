import { idFrom, isId } from './ids.ts'
import { isBlank, linesOf } from './lines.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'

/** Names that stand in an address where an interview's could: `/interviews/index.json` lists them all. */
const RESERVED_INTERVIEW_IDS = new Set(['index'])

/** Some lines of a file, with the line of the first of them. */
export interface Part {
  readonly lines: readonly string[]
  readonly firstLine: number
}

/** The front matter of a file and what stands behind it. Null, with a problem, when there is no front matter. */
export function splitFile(text: string): { parts: { front: Part; body: Part } | null; problems: Problem[] } {
  const all = linesOf(text)
  const problems = nulProblems(all)
  const lines = problems.length > 0 ? all.map((line) => line.replaceAll('\0', '')) : all
  const opening = lines.findIndex((line) => !isBlank(line))
  const closing = lines.findIndex((line, index) => index > opening && isFence(line))
  const problem = frontMatterProblem(lines, { opening, closing })
  if (problem) return { parts: null, problems: [...problems, problem] }
  const front = { lines: lines.slice(opening + 1, closing), firstLine: opening + 2 }
  return { parts: { front, body: { lines: lines.slice(closing + 1), firstLine: closing + 2 } }, problems }
}

function isFence(line: string): boolean {
  return line.trimEnd() === '---'
}

/** What is wrong with the name of an interview's file, told without its ending. */
export function fileNameProblems(id: string): Problem[] {
  const isReserved = RESERVED_INTERVIEW_IDS.has(id.toLowerCase())
  if (isId(id) && !isReserved) return []
  return [
    {
      line: 1,
      what: isReserved
        ? `The file name ${quoted(id)} is reserved.`
        : `${quoted(id)} can be no name of an interview’s file.`,
      why: isReserved
        ? 'The list of all interviews is published under it.'
        : 'The name stands in addresses, so it is letters and digits joined by hyphens.',
      correction: `${isReserved ? `${id}-interview` : idFrom(id)}.md`,
    },
  ]
}

function nulProblems(lines: readonly string[]): Problem[] {
  return lines.flatMap((source, index) => {
    if (!source.includes('\0')) return []
    const correction = source.replaceAll('\0', '')
    const what = `${quoted(correction)} holds a NUL character.`
    return [{ line: index + 1, what, why: 'It is no character of a text: the file may be damaged.', correction }]
  })
}

function frontMatterProblem(
  lines: readonly string[],
  { opening, closing }: { opening: number; closing: number },
): Problem | null {
  const first = lines[opening]
  const line = Math.max(opening, 0) + 1
  const example = '---\ntitle: The title of the interview\nlanguage: en\n---'
  if (first === undefined)
    return {
      line,
      what: 'The file is empty.',
      why: 'An interview has a title, a language and turns.',
      correction: example,
    }
  if (!isFence(first))
    return {
      line,
      what: `The file begins with ${quoted(first.trim())} and has no front matter.`,
      why: 'Title, language and speakers stand at the top, between two lines “---”.',
      correction: example,
    }
  if (closing >= 0) return null
  return {
    line,
    what: 'The front matter that opens here is not closed.',
    why: 'It ends with a line “---” of its own, behind the speakers and topics.',
    correction: '---',
  }
}
