import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readMarkdown } from '../../src/domain/formats/markdown.ts'
import type { Interview } from '../../src/domain/interview.ts'

/** Reads an interview from a text; its problems fail the test. */
export function interviewFrom(id: string, text: string): Interview {
  const result = readMarkdown({ id, text })
  if (!result.ok) throw new Error(result.problems.map(({ line, what }) => `${line}: ${what}`).join('\n'))
  return result.interview
}

const published = resolve('public/interviews/blinken-initiatives.md') // tests are run from the project's folder

/** The interview that the project is published with. */
export function blinkenInterview(): Interview {
  return interviewFrom('blinken-initiatives', readFileSync(published, 'utf8'))
}

/** A short interview from right to left. */
export function hebrewInterview(): Interview {
  return interviewFrom(
    'shalom',
    [
      '---',
      'title: ריאיון',
      'language: he',
      'speakers:',
      '  - label: מראיין',
      '    role: interviewer',
      '  - label: אורחת',
      '    role: guest',
      '---',
      '',
      'מראיין: מה שלומך היום?',
      '',
      'אורחת: טוב מאוד, תודה רבה.',
      '',
      'מראיין: ומה הלאה?',
      '',
      'אורחת: נמשיך לדבר.',
    ].join('\n'),
  )
}
