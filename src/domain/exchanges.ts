import { speakerOf, type Interview, type Role } from './interview.ts'

/** A turn's part in the conversation. */
export interface TurnPart {
  readonly role: Role
  /** The number of its exchange, counted from 1 over the exchanges that have an answer; null when nobody answers it. */
  readonly number: number | null
}

const partsOfInterview = new WeakMap<Interview, readonly TurnPart[]>()

/**
 * Every turn's part, in order. An exchange is the interviewer's turn or turns and the guest's that follow:
 *
 *     Editor    Editor    Dr. Carter    Editor    Dr. Carter    Editor
 *     question 1 ┄┄┄┄┄┄┄  answer 1   │  question 2  answer 2  │  (nobody answers)
 */
export function partsOf(interview: Interview): readonly TurnPart[] {
  let parts = partsOfInterview.get(interview)
  if (!parts) {
    parts = divide(interview)
    partsOfInterview.set(interview, parts)
  }
  return parts
}

function divide(interview: Interview): TurnPart[] {
  const roleOf = new Map(interview.speakers.map(({ label, role }) => [label, role]))
  const roles = interview.turns.map((turn) => roleOf.get(turn.speaker) ?? speakerOf(interview, turn).role)
  const parts: TurnPart[] = []
  let number = interview.part?.answersBefore ?? 0
  let asked = 0
  roles.forEach((role, index) => {
    if (role === 'interviewer') {
      if (roles[index - 1] !== 'interviewer') asked = index
      parts.push({ role, number: null })
      return
    }
    if (roles[index - 1] !== 'guest') {
      number += 1
      for (let question = asked; question < index; question += 1) parts[question] = { role: 'interviewer', number }
    }
    asked = index + 1
    parts.push({ role, number })
  })
  if (interview.part?.isAnsweredLater)
    for (let question = asked; question < roles.length; question += 1)
      parts[question] = { role: 'interviewer', number: number + 1 }
  return parts
}

/** A turn's part. @throws RangeError when there is no turn at `index`. */
export function partOf(interview: Interview, index: number): TurnPart {
  const part = partsOf(interview)[index]
  if (!part) throw new RangeError(`${interview.id} has no turn ${index}`)
  return part
}

/** How many exchanges have an answer, in the whole interview. */
export function answerCount(interview: Interview): number {
  return interview.part?.answers ?? partsOf(interview).findLast(({ number }) => number !== null)?.number ?? 0
}

/** "Question 4", "Answer 4", or null for a turn that nobody answers. */
export function partLabel({ role, number }: TurnPart): string | null {
  if (number === null) return null
  return `${role === 'guest' ? 'Answer' : 'Question'} ${number}`
}

/** The index of the first turn of an answer before or after `from` (-1: from the start); null when there is none. */
export function answerFrom(interview: Interview, from: number, by: 1 | -1): number | null {
  const parts = partsOf(interview)
  for (let index = from + by; index >= 0 && index < parts.length; index += by)
    if (parts[index]?.role === 'guest' && parts[index - 1]?.role !== 'guest') return index
  return null
}

/** The index of the question that an answer answers: the interviewer's last turn before it; null for a question. */
export function questionOf(interview: Interview, index: number): number | null {
  const parts = partsOf(interview)
  if (parts[index]?.role !== 'guest') return null
  for (let before = index - 1; before >= 0; before -= 1) if (parts[before]?.role === 'interviewer') return before
  return null
}

/** The turns of one exchange, from `start` up to but not including `end`: what stands on the stage in focus mode. */
export interface Exchange {
  readonly start: number
  readonly end: number
}

const exchangesOfInterview = new WeakMap<Interview, readonly Exchange[]>()

/** For every turn, in order, the exchange that it belongs to: one object for all turns of it. */
function exchangeOfEach(interview: Interview): readonly Exchange[] {
  let each = exchangesOfInterview.get(interview)
  if (!each) {
    const parts = partsOf(interview)
    const found: Exchange[] = []
    for (let start = 0; start < parts.length; start = found.length) {
      let end = start + 1
      while (end < parts.length && parts[end]?.number === parts[start]?.number) end += 1
      const exchange = { start, end }
      for (let index = start; index < end; index += 1) found.push(exchange)
    }
    each = found
    exchangesOfInterview.set(interview, each)
  }
  return each
}

/** The exchange that a turn belongs to; turns that nobody answers make one too. @throws RangeError when there is no turn at `index`. */
export function exchangeOf(interview: Interview, index: number): Exchange {
  const exchange = exchangeOfEach(interview)[index]
  if (!exchange) throw new RangeError(`${interview.id} has no turn ${index}`)
  return exchange
}

/** The index of the first turn of the exchange before or after that of turn `from` (-1: as the first turn); null when there is none. */
export function exchangeFrom(interview: Interview, from: number, by: 1 | -1): number | null {
  const here = exchangeOf(interview, Math.max(from, 0))
  return exchangeOfEach(interview)[by > 0 ? here.end : here.start - 1]?.start ?? null
}
