/** The lines of a text without their ends. CRLF and CR end a line as LF does; a byte order mark at the start is no text. */
export function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
}

/** A line without the ordinary spaces and tabs at its ends. Counted by hand: a regular expression would be quadratic. */
export function trimLine(line: string): string {
  let start = 0
  let end = line.length
  while (start < end && isSpaceOrTab(line.charCodeAt(start))) start += 1
  while (end > start && isSpaceOrTab(line.charCodeAt(end - 1))) end -= 1
  return line.slice(start, end)
}

function isSpaceOrTab(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** True when a line holds nothing but white space of any kind. */
export function isBlank(line: string): boolean {
  return line.trim() === ''
}

/** Characters that take no space between them: Han, kana, bopomofo and what is set in full width with them. */
const SPACELESS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\u3000-\u303F\uFF01-\uFF65]/u

/**
 * The lines of one paragraph as one line of text: a space stands for each line break, or nothing between two characters
 * of a script that is written without spaces.
 */
export function joinLines(lines: readonly string[]): string {
  if (lines.length <= 1) return lines[0] ?? ''
  const parts: string[] = []
  lines.forEach((line, index) => {
    if (index > 0) parts.push(isSpacelessBetween(lines[index - 1] ?? '', line) ? '' : ' ')
    parts.push(line)
  })
  return parts.join('')
}

function isSpacelessBetween(before: string, after: string): boolean {
  const last = before.codePointAt(before.length - 2) ?? 0 // above 0xFFFF it is one character of two units
  const lastCharacter = last > 0xffff ? String.fromCodePoint(last) : before.slice(-1)
  const firstCharacter = String.fromCodePoint(after.codePointAt(0) ?? 0)
  return SPACELESS.test(lastCharacter) && SPACELESS.test(firstCharacter)
}
