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
  let number = 0
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
  return parts
}

/** A turn's part. @throws RangeError when there is no turn at `index`. */
export function partOf(interview: Interview, index: number): TurnPart {
  const part = partsOf(interview)[index]
  if (!part) throw new RangeError(`${interview.id} has no turn ${index}`)
  return part
}

/** How many exchanges have an answer. */
export function answerCount(interview: Interview): number {
  return partsOf(interview).reduce((most, { number }) => Math.max(most, number ?? 0), 0)
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
