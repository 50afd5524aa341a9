import { monthName, type CalendarDate, type CitedSource } from './citedSource.ts'
import { initials, nameInOrder, type PersonName } from './personName.ts'
import { closed, italic, joinRich, plain, type RichText } from './richText.ts'

/** From so many authors on, the first 19 and the last are named (APA 7, 9.8). */
const MANY_AUTHORS = 21

/**
 * A reference by the Publication Manual of the American Psychological Association, 7th edition: author, date, title,
 * source (9.4). No date is "n.d." (9.17); without an author the title stands first (9.12).
 *
 * A title is italic when it stands alone and plain when it is part of a publication, whose name is then italic (9.19,
 * 9.25). The interviewer is named behind the title (9.10); where nobody is, "[Interview]" says what it is (9.21). The day
 * of retrieval stands there since a page without a date may change (9.16). Its words are not changed to sentence case
 * (6.17), which would need to know what is a name.
 */
export function apaReference(source: CitedSource): RichText {
  const { authors, publication, accessed, url } = source
  const title = titleOf(source)
  const opening = authors.length > 0 ? plain(authorList(authors)) : title
  return joinRich(
    [
      closed(opening),
      plain('(n.d.).'),
      authors.length > 0 ? closed(title) : [],
      publication ? closed(italic(publication)) : [],
      plain(accessed ? `Retrieved ${dayOf(accessed)}, from ${url}` : url),
    ],
    ' ',
  )
}

function titleOf({ title, publication, interviewers }: CitedSource): RichText {
  const names = inSeries(
    interviewers.map((name) => ('literal' in name ? name.literal : `${initials(name.given)} ${name.family}`)),
  )
  const what = names ? `(${names}, ${interviewers.length > 1 ? 'Interviewers' : 'Interviewer'})` : '[Interview]'
  return joinRich([publication ? plain(title) : italic(title), plain(what)], ' ')
}

/** `Carter, E., & Example, A.` The comma before "&" stays for two, except where the first is not turned round (9.8). */
function authorList(authors: readonly PersonName[]): string {
  const names = authors.map((name) => ('literal' in name ? name.literal : `${name.family}, ${initials(name.given)}`))
  if (names.length >= MANY_AUTHORS) return `${names.slice(0, MANY_AUTHORS - 2).join(', ')}, … ${names.at(-1)}`
  const [first] = authors
  const isInverted = first !== undefined && nameInOrder(first) !== names[0]
  return names.length === 2 && isInverted ? names.join(', & ') : inSeries(names)
}

function inSeries(names: readonly string[]): string {
  if (names.length < 3) return names.join(' & ')
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`
}

/** `November 24, 2026` */
function dayOf({ year, month, day }: CalendarDate): string {
  return `${monthName(month)} ${day}, ${year}`
}
