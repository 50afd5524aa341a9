import { monthName, type CitedSource } from './citedSource.ts'
import { quoted } from './mla.ts'
import { nameInOrder, nameInverted, type PersonName } from './personName.ts'
import { closed, italic, joinRich, plain, type RichText } from './richText.ts'

/** Of more than ten names the first seven are given (CMOS 17, 14.76; the 18th edition gives three of more than six). */
const MANY_NAMES = 11
const NAMES_OF_MANY = 7

/**
 * An entry of a bibliography by the Chicago Manual of Style (notes and bibliography), 17th edition: the person interviewed,
 * the title in quotation marks, "Interview by", the publication, the address (14.213).
 *
 * A day of access is given when there is no date (14.12); without either it is "n.d." (14.145). Words keep their case.
 */
export function chicagoEntry({ authors, interviewers, title, publication, accessed, url }: CitedSource): RichText {
  const entry = [
    authors.length > 0 ? closed(plain(authorList(authors))) : [],
    quoted(title),
    interviewers.length > 0 ? closed(plain(`Interview by ${inSeries(interviewers.map(nameInOrder))}`)) : [],
  ]
  const container = publication ? italic(publication) : []
  const dated = accessed
    ? [
        container.length > 0 ? closed(container) : [],
        plain(`Accessed ${monthName(accessed.month)} ${accessed.day}, ${accessed.year}.`),
      ]
    : [container.length > 0 ? joinRich([container, plain('n.d.')], ', ') : plain('N.d.')]
  return joinRich([...entry, ...dated, closed(plain(url))], ' ')
}

/** Only the first name is turned round, and a comma stands behind it (14.76). */
function authorList([first, ...others]: readonly PersonName[]): string {
  if (!first) return ''
  const names = [nameInverted(first), ...others.map(nameInOrder)]
  return names.length === 2 && !('literal' in first) ? names.join(', and ') : inSeries(names)
}

function inSeries(names: readonly string[]): string {
  if (names.length >= MANY_NAMES) return `${names.slice(0, NAMES_OF_MANY).join(', ')}, et al.`
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}
