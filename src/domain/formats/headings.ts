import { trimLine } from './lines.ts'

/** A `##` heading as it stands in a file, taken apart. */
export interface Heading {
  /** Its words. Empty when the line has none. */
  readonly text: string
  /** What stands in braces at its end: `#china` or `.background`; null when there are none. */
  readonly attribute: string | null
}

/** True for a line that is a heading of the second level. Other levels are text, for they say nothing in this format. */
export function isHeading(line: string): boolean {
  return line === '##' || line.startsWith('## ') || line.startsWith('##\t')
}

/**
 * Takes a heading line apart, by hand so that no hostile line can be slow. Braces are an attribute when they stand at
 * the end and begin with `#` or `.`; with a backslash before them they are words, and one backslash is removed.
 *
 * @example readHeading('## China {#china}') // { text: 'China', attribute: '#china' }
 */
export function readHeading(line: string): Heading {
  const rest = trimLine(line.slice(2))
  const brace = attributeStart(rest)
  if (brace < 0) return { text: rest, attribute: null }
  if (rest[brace - 1] === '\\') return { text: rest.slice(0, brace - 1) + rest.slice(brace), attribute: null }
  return { text: trimLine(rest.slice(0, brace)), attribute: rest.slice(brace + 1, -1).trim() }
}

/** A heading line, read back as it was. */
export function writeHeading({ text, attribute }: Heading): string {
  if (attribute !== null) return `## ${text} {${attribute}}`
  const brace = attributeStart(text)
  return brace < 0 ? `## ${text}` : `## ${text.slice(0, brace)}\\${text.slice(brace)}`
}

/** Where the brace of a trailing `{#…}` or `{.…}` stands; -1 when there is none. */
function attributeStart(text: string): number {
  if (!text.endsWith('}')) return -1
  const brace = text.lastIndexOf('{')
  if (brace < 0) return -1
  const inside = text.slice(brace + 1, -1).trim()
  return inside.startsWith('#') || inside.startsWith('.') ? brace : -1
}
