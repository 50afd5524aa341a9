import fc from 'fast-check'
import type { InterviewId, TurnId } from '../../src/domain/interview.ts'
import type { Mark } from '../../src/domain/marks/mark.ts'
import payloads from '../fixtures/hostile/payloads.json' with { type: 'json' }

/** Texts that try to be more than texts. */
export const HOSTILE: readonly string[] = payloads.map(({ payload }) => payload)

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...HOSTILE,
    '-->',
    '--!>',
    '```\n> # x',
    '\u2028',
    '\r\n\r',
    '\uD800',
    '__proto__',
    '<!-- mark {} -->',
  ),
)
/** The same in places that hold no long texts. */
const hostileName = hostileText.filter(({ length }) => length <= 1000)
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

/** Any mark that can be made. */
export const markArbitrary: fc.Arbitrary<Mark> = fc.record({
  id: fc.uuid({ version: 4 }),
  interview: fc.constantFrom('blinken-initiatives', 'bread').map((id) => id as InterviewId),
  title: hostileName,
  turn: fc.constantFrom('first-words', 'last-words').map((id) => id as TurnId),
  fingerprint: fc.constantFrom('', 'ahFULti44RLYFSWgWl9jtuO8YoIJ0x26pydRnImr'),
  speaker: hostileName,
  quote: fc.option(fc.record({ exact: hostileText, prefix: hostileName, suffix: hostileName })),
  words: hostileText,
  note: hostileText,
  created: time,
  changed: time,
})
