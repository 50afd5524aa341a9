import { monthName, type CalendarDate, type CitedSource } from './citedSource.ts'
import { nameInOrder, nameInverted, type PersonName } from './personName.ts'
import { innerQuotes } from './plainLine.ts'
import { closed, italic, joinRich, plain, type RichText } from './richText.ts'

/** Months of more than four letters are shortened (MLA 9, appendix 1: common academic abbreviations). */
const LONGEST_MONTH = 4

/**
 * An entry of a list of works cited by the MLA Handbook, 9th edition: author, title of source, title of container, other
 * contributors, location (chapter 5, core elements). What is not known is left out, a date too: MLA has no "n.d.".
 *
 * The title is in quotation marks when it is part of a publication, and italic when it stands alone (Title of Source).
 * The day of access stands at the end, as for any work without a date (Supplemental Elements). Words keep their case as they are written.
 */
export function mlaEntry({ authors, interviewers, title, publication, accessed, url }: CitedSource): RichText {
  const contributors = interviewers.length > 0 ? `interview by ${interviewerList(interviewers)}` : ''
  const isContained = publication !== ''
  const parts = [
    italic(publication),
    plain(isContained ? contributors : contributors.replace(/^i/, 'I')),
    closed(plain(url)),
  ]
  return joinRich(
    [
      authors.length > 0 ? closed(plain(authorList(authors))) : [],
      isContained ? quoted(title) : closed(italic(title)),
      joinRich(parts, ', '),
      accessed ? plain(`Accessed ${dayOf(accessed)}.`) : [],
    ],
    ' ',
  )
}

/** A title in quotation marks, the full stop inside them (MLA 9, chapter 6; CMOS 17, 6.9): `“Why?”`, `“A Talk.”` */
export function quoted(title: string): RichText {
  return title === '' ? [] : joinRich([plain('“'), closed(plain(innerQuotes(title))), plain('”')], '')
}

/** One name, two with "and", or the first and "et al." (chapter 5, Author). */
function authorList([first, second, third]: readonly PersonName[]): string {
  if (!first) return ''
  if (third) return `${nameInverted(first)}, et al.`
  if (!second) return nameInverted(first)
  return `${nameInverted(first)}${'literal' in first ? '' : ','} and ${nameInOrder(second)}`
}

function interviewerList([first, second, third]: readonly PersonName[]): string {
  if (!first) return ''
  if (third) return `${nameInOrder(first)} et al.`
  return second ? `${nameInOrder(first)} and ${nameInOrder(second)}` : nameInOrder(first)
}

/** `24 Nov. 2026` */
function dayOf({ year, month, day }: CalendarDate): string {
  const name = monthName(month)
  const shortened = name.length > LONGEST_MONTH ? `${name.slice(0, name === 'September' ? 4 : 3)}.` : name
  return `${day} ${shortened} ${year}`
}
