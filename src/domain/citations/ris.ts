import { writeDate, type CitedSource } from './citedSource.ts'
import { nameInOrder, nameInverted } from './personName.ts'

/**
 * The source in the RIS format (Research Information Systems, "RIS Format Specifications"): a tag, two spaces, a hyphen, a
 * space and a value in each line, `ER` at the end. Values are one line each.
 *
 * The format has no interview: it is `ELEC`, a web page, since `PCOMM` says that nobody can look it up; `M3` says what it
 * is. No tag of a web page names an interviewer, so a note (`N1`) does. The publication is the title that contains this one,
 * `T2`, which Zotero takes for the name of the site.
 */
export function writeRis(source: CitedSource): string {
  const { interviewers, accessed } = source
  const lines: [tag: string, value: string][] = [
    ['TY', 'ELEC'],
    ['ID', source.key],
    ...source.authors.map((name): [string, string] => ['AU', nameInverted(name)]),
    ['TI', source.title],
    ['T2', source.publication],
    ['M3', 'Interview'],
    ['UR', source.url],
    ['Y2', accessed ? `${writeDate(accessed, '/')}/` : ''],
    ['LA', source.language],
    ['N1', interviewers.length > 0 ? `Interview by ${interviewers.map(nameInOrder).join('; ')}` : ''],
    ['N1', source.locator],
    ['N1', source.quote && `“${source.quote}”`],
  ]
  const written = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\n`)
  return `${written.join('')}ER  - \n`
}
