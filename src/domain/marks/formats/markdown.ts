import type { Mark } from '../mark.ts'
import { MAX_IMPORT_LENGTH, marksFrom, parseJson, refused, type ImportedMarks } from './importProblem.ts'

/** How each mark is carried beside what is to be read: an HTML comment, which Markdown does not show. */
const CARRIED = /^<!-- mark (.*) -->$/
/** Signs that Markdown or HTML would take for more than themselves (CommonMark 0.31, 2.4). */
const SIGNS = /[\\`*_{}[\]()<>#+\-.!|~&:=]/g

/**
 * Writes marks as Markdown: each quotation with who said it, where, and its address, then the note. `addressOf` gives the
 * permanent address of a mark. What is needed to read the marks again stands in comments.
 */
export function writeMarkdown(marks: readonly Mark[], addressOf: (mark: Mark) => string): string {
  const lines = ['# Marks and notes', '']
  let title: string | null = null
  for (const mark of marks) {
    if (mark.title !== title) lines.push(`## ${inline(mark.title)}`, '')
    title = mark.title
    lines.push(...mark.words.split(/\r\n?|\n/).map((line) => `> ${inline(line)}`.trimEnd()), '')
    lines.push(`— ${inline(mark.speaker)}, “${inline(mark.title)}”, <${encodeURI(decodeSafely(addressOf(mark)))}>`, '')
    if (mark.note !== '') lines.push(...mark.note.split(/\r\n?|\n/).map((line) => `${inline(line)}  `.trimStart()), '')
    lines.push(`<!-- mark ${carried(mark)} -->`, '')
  }
  return lines.join('\n')
}

/** Reads what `writeMarkdown` writes, whatever was written between. Never throws. */
export function readMarkdown(text: string): ImportedMarks {
  if (text.length > MAX_IMPORT_LENGTH) return refused(`The file is larger than ${MAX_IMPORT_LENGTH} characters.`)
  const values: unknown[] = []
  const lineNumbers: number[] = []
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const found = CARRIED.exec(line.trimEnd())
    if (!found) continue
    const json = parseJson(found[1] ?? '')
    if (!json.ok) return refused(`Line ${index + 1}: the comment of the mark is damaged: ${json.why}.`)
    values.push(json.value)
    lineNumbers.push(index + 1)
  }
  if (values.length === 0)
    return refused('No marks were found in the file: it was not exported here, or its comments are gone.')
  return marksFrom(values, { where: (index) => `Line ${lineNumbers[index]}` })
}

/** JSON in which nothing ends a comment or a line: hyphens and all that is not ASCII are escaped. */
function carried(mark: Mark): string {
  return JSON.stringify(mark).replaceAll(
    /[-<>\u007F-\uFFFF]/g,
    (sign) => String.raw`\u` + sign.charCodeAt(0).toString(16).padStart(4, '0'),
  )
}

function inline(text: string): string {
  return text.replaceAll(SIGNS, String.raw`\$&`)
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
