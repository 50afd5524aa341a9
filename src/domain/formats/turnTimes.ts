import { longestRising } from '../alignment/rising.ts'
import { trimLine } from './lines.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'
import type { LabelMatcher } from './speakerLabels.ts'

/** The longest time in brackets, in UTF-16 code units: `[0100:01:32.1234]` and some spaces. */
const LONGEST_TIME = 24
/** How far into a line a time before its label's colon is looked for: a label, its emphasis, a pinned id and the time. */
const PREFIX_LENGTH = 220
const TIME = /^(?:(\d{1,3}):(?=\d{1,2}:))?(\d{1,3}):(\d{2})(?:[.,](\d{1,6}))?$/

/** A time as it stands in brackets at a turn, and the line without it. */
interface TimedLine {
  readonly time: string
  readonly line: string
}

/**
 * Takes a time off the label that a line begins with; null when there is none before its first colon but those of the
 * time itself. What stands in the brackets may be a damaged time.
 *
 *     Ada [00:01:32]: words      behind the label
 *     [00:01:32] Ada: words      before it
 */
function timeAtLabel(line: string): TimedLine | null {
  const start = line.slice(0, PREFIX_LENGTH)
  const open = start.lastIndexOf('[', start.search(/[:：]/))
  const time = open < 0 ? null : timeInBrackets(line, open)
  return time && { time: time.time, line: trimLine(`${line.slice(0, open)} ${line.slice(time.end)}`) }
}

/** Takes a time off the beginning of a turn's words: `[00:01:32] words`. */
function timeAtWords(words: string): TimedLine | null {
  const time = words.startsWith('[') ? timeInBrackets(words, 0) : null
  return time && { time: time.time, line: trimLine(words.slice(time.end)) }
}

function timeInBrackets(line: string, open: number): { readonly time: string; readonly end: number } | null {
  const close = line.slice(open, open + LONGEST_TIME + 2).indexOf(']')
  const time = line.slice(open + 1, open + close).trim()
  return close > 0 && time.includes(':') && /^[\d:., ]+$/.test(time) ? { time, end: open + close + 1 } : null
}

/** A line without a time at its label. */
export function withoutTime(line: string): string {
  return timeAtLabel(line)?.line ?? line
}

/** Makes a matcher that takes the time of a turn off its label or off the beginning of its words, one for each turn. */
export function timedMatcher(match: LabelMatcher): LabelMatcher {
  return (line) => {
    const atLabel = timeAtLabel(line)
    const turn = atLabel && match(atLabel.line)
    if (turn) return { ...turn, time: atLabel.time }
    const untimed = match(line)
    const atWords = untimed && timeAtWords(untimed.rest)
    return atWords ? { ...untimed, rest: atWords.line, time: atWords.time } : untimed
  }
}

/**
 * A time at a turn in seconds, `1:32`, `75:00`, `00:01:32` or `1:02:05.5`; null when it is none.
 *
 * @example parseTurnTime('00:01:32.5') // 92.5
 */
export function parseTurnTime(time: string): number | null {
  const [, hours, minutes, seconds, fraction = '0'] = TIME.exec(time) ?? []
  if (minutes === undefined || Number(seconds) > 59) return null
  if (hours !== undefined && Number(minutes) > 59) return null
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`)
}

/** A time as it is written at a turn, to hundredths of a second where it needs them. @example `[00:01:32.5]` */
export function writeTurnTime(seconds: number): string {
  const hundredths = Math.round(seconds * 100)
  const whole = Math.floor(hundredths / 100)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const fraction = hundredths % 100 === 0 ? '' : `.${String(hundredths % 100).padStart(2, '0')}`
  return `[${parts.map((part) => String(part).padStart(2, '0')).join(':')}${fraction}]`
}

/** What is wrong with a time that cannot be read. */
export function damagedTime({ speaker, time }: { speaker: string; time: string }): Omit<Problem, 'line'> {
  const [seconds, minutes, hours] = time
    .split(':')
    .map((part) => Number.parseFloat(part.trim().replace(',', '.')) || 0)
    .toReversed()
  const meant = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
  return {
    what: `${quoted(`[${time}]`)} is no time of a turn.`,
    why: 'It is hours, minutes and seconds with colons between them, minutes and seconds below 60.',
    correction: `${speaker} ${writeTurnTime(meant)}: …`,
  }
}

interface TimedTurn {
  readonly speaker: string
  readonly line: number
  readonly seconds: number
}

/** The turns whose times are before those of turns above them: as few as can be wrong. */
export function fallingTimeProblems(
  turns: readonly { readonly speaker: string; readonly line: number; readonly seconds: number | null }[],
): Problem[] {
  const timed = turns.flatMap(({ seconds, ...turn }) => (seconds === null ? [] : [{ ...turn, seconds }]))
  const ranks = new Map(
    timed.toSorted((one, other) => one.seconds - other.seconds).map((turn, rank) => [turn, rank] as const),
  )
  const right = new Set(longestRising(timed.map((turn) => ranks.get(turn) ?? 0)))
  let before: TimedTurn | null = null
  let waiting: TimedTurn[] = [] // the wrong ones since then
  const problems: Problem[] = []
  const report = (after: TimedTurn | null) => {
    for (const turn of waiting) problems.push(wrongOrder(turn, { before, after }))
    waiting = []
  }
  timed.forEach((turn, index) => {
    if (!right.has(index)) return void waiting.push(turn)
    report(turn)
    before = turn
  })
  report(null)
  return problems
}

function wrongOrder(
  { speaker, line, seconds }: TimedTurn,
  { before, after }: { readonly before: TimedTurn | null; readonly after: TimedTurn | null },
): Problem {
  const isEarly = before !== null && seconds < before.seconds
  const other = isEarly ? before : after
  const from = before?.seconds ?? 0
  return {
    line,
    what: `The time ${writeTurnTime(seconds)} is ${isEarly ? 'before' : 'after'} that of the turn on line ${other?.line}, ${writeTurnTime(other?.seconds ?? 0)}.`,
    why: 'Turns stand in the order in which they are said, so their times rise.',
    correction: `${speaker} ${writeTurnTime(Math.floor((from + (after?.seconds ?? from)) / 2))}: …`,
  }
}
