import { writeDate, type CitedSource } from './citedSource.ts'
import { nameInOrder, type PersonName } from './personName.ts'

/** How the characters that TeX reads as commands are written. Braces by name: BibTeX counts `\{` as a brace too. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': String.raw`{\textbackslash}`,
  '{': String.raw`{\textbraceleft}`,
  '}': String.raw`{\textbraceright}`,
  '~': String.raw`{\textasciitilde}`,
  '^': String.raw`{\textasciicircum}`,
  '"': '{"}', // alone between braces, so that no language's shorthand takes it with the letter behind it
  '<': String.raw`{\textless}`,
  '>': String.raw`{\textgreater}`,
  '|': String.raw`{\textbar}`,
  '%': String.raw`\%`,
  '&': String.raw`\&`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
  $: String.raw`\$`,
}

/**
 * The source as an entry for BibTeX and biblatex, in UTF-8. It is `@online`, which biblatex knows (manual, 2.1.1) and the
 * styles of BibTeX take for `@misc`; what those would not print, the interviewer and the place, is in the note. The title
 * has braces of its own, so that no style changes its case; so has a name that is not to be parted.
 */
export function writeBibtex(source: CitedSource): string {
  const interviewers = source.interviewers.map(nameInOrder)
  const note = [interviewers.length > 0 ? `Interview by ${inWords(interviewers)}` : 'Interview', source.locator]
  const fields = {
    author: source.authors.map(authorField).join(' and '),
    title: source.title && `{${escapeBibtex(source.title)}}`,
    organization: escapeBibtex(source.publication),
    url: source.url, // biblatex and \url read it as it is, so nothing in it is escaped
    urldate: source.accessed ? writeDate(source.accessed, '-') : '',
    langid: languageName(source.language),
    note: escapeBibtex(note.filter(Boolean).join('. ')),
    annotation: escapeBibtex(source.quote),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? `  ${name} = {${value}},\n` : []))
  return `@online{${source.key},\n${lines.join('')}}\n`
}

/** Characters that TeX's fonts draw as another one when they stand together: two hyphens as a dash. */
const LIGATURES = /([-`',])(?=\1)|[?!](?=`)/g

/** A text in which TeX finds no command and no ligature of characters, and BibTeX no brace without its partner. */
export function escapeBibtex(text: string): string {
  return text.replaceAll(/[\\{}~^"<>|%&#_$]/g, (character) => ESCAPES[character] ?? '').replaceAll(LIGATURES, '$&{}')
}

function authorField(name: PersonName): string {
  if ('literal' in name) return `{${escapeBibtex(name.literal)}}`
  return `${escapeBibtex(name.family)}, ${escapeBibtex(name.given)}`
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The language as biblatex and babel call it: `english`; empty when the tag names none that is known. */
function languageName(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split('-')
  if (!/^[a-z]{2,3}$/.test(primary)) return ''
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(primary) ?? ''
  return /^[a-z]+$/i.test(name) ? name.toLowerCase() : ''
}
