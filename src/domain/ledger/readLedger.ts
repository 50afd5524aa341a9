import { nearestOf } from '../formats/nearest.ts'
import type { Problem } from '../formats/problem.ts'
import { quoted } from '../formats/quoted.ts'
import type { InterviewId, TurnId } from '../interview.ts'
import { isTurnId } from '../link.ts'
import { idKey, LEDGER_VERSION, type Ledger, type LedgerEntry } from './ledger.ts'

/** A ledger, or everything that is wrong in its file, in the order of the lines. */
export type LedgerReadResult = { ok: true; ledger: Ledger } | { ok: false; problems: Problem[] }

const ENTRY_KEYS = ['id', 'speaker', 'text', 'into', 'gone']
const WHOLE = 'npm run publish writes it; a ledger that is lost can be had back from the history of the project.'
const ENTRY_EXAMPLE = '{"id":"words-of-the-turn","speaker":"Host","text":"What was said"}'

/** Reads the ledger of an interview. Never throws. */
export function readLedger({ id, text }: { id: string; text: string }): LedgerReadResult {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, problems: [brokenLine(text)] } // the problem says where
  }
  const { version, interview, turns } = isRecord(value) ? value : {}
  const correction = `"interview": ${JSON.stringify(id)},`
  if (!Array.isArray(turns))
    return {
      ok: false,
      problems: [{ line: 1, what: 'The file is no ledger: it lists no turns.', why: WHOLE, correction: '"turns": []' }],
    }
  const problems: Problem[] = []
  const lines = lineNumbers(text)
  if (version !== LEDGER_VERSION)
    problems.push({
      line: lineOf(text, '"version"'),
      what: `This ledger is of version ${quoted(String(version))}.`,
      why: `This Colloquy reads version ${LEDGER_VERSION}.`,
      correction: `"version": ${LEDGER_VERSION},`,
    })
  if (interview !== id)
    problems.push({
      line: lineOf(text, '"interview"'),
      what: `This is the ledger of ${quoted(String(interview))}.`,
      why: 'A ledger is named as its interview is.',
      correction,
    })
  const entries = turns.flatMap((fields: unknown, position) => {
    const found = readEntry(fields)
    const entry = typeof found === 'string' || 'what' in found ? null : found
    if (!entry) problems.push({ line: lines[position] ?? 1, ...(found as Omit<Problem, 'line'>) }) // it is no entry
    return entry ? [entry] : []
  })
  if (problems.length === 0) problems.push(...crossProblems(entries, lines))
  // That it is the ledger of this interview was checked above.
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ledger: { interview: id as InterviewId, entries } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readEntry(fields: unknown): LedgerEntry | Omit<Problem, 'line'> {
  const why = 'Each turn has an id, its speaker and its words; one that is not in the text says “into” or “gone”.'
  if (!isRecord(fields))
    return { what: `${quoted(JSON.stringify(fields))} is no turn.`, why, correction: ENTRY_EXAMPLE }
  const { id, speaker, text, into, gone } = fields
  const unknown = Object.keys(fields).find((key) => !ENTRY_KEYS.includes(key))
  const example = (change: object) => JSON.stringify({ id, speaker, text, ...change })
  if (unknown !== undefined)
    return {
      what: `${quoted(unknown)} says nothing about a turn.`,
      why,
      correction: `"${nearestOf(unknown, ENTRY_KEYS) ?? 'text'}": …`,
    }
  if (typeof id !== 'string' || !isTurnId(id))
    return {
      what: `${quoted(String(id))} can be no id of a turn.`,
      why: 'It stands in addresses: letters and digits joined by hyphens.',
      correction: example({ id: 'words-of-the-turn' }),
    }
  if (typeof speaker !== 'string' || typeof text !== 'string')
    return {
      what: `The turn ${quoted(id)} has no ${typeof text === 'string' ? 'speaker' : 'text'}.`,
      why,
      correction: ENTRY_EXAMPLE,
    }
  const remembered = { id: id as TurnId, speaker, text } // ids that were made once are read here
  if (into !== undefined && gone !== undefined)
    return { what: `The turn ${quoted(id)} is both gone and in another.`, why, correction: example({ gone }) }
  if (gone !== undefined && gone !== true)
    return {
      what: `“gone” of the turn ${quoted(id)} is ${quoted(JSON.stringify(gone))}.`,
      why,
      correction: example({ gone: true }),
    }
  if (gone === true) return { kind: 'gone', ...remembered }
  if (into === undefined) return { kind: 'live', ...remembered }
  if (typeof into !== 'string')
    return { what: `“into” of the turn ${quoted(id)} is no id.`, why, correction: example({ into: 'another-turn' }) }
  return { kind: 'alias', into: into as TurnId, ...remembered } // crossProblems looks for its entry
}

/** What only shows when all turns are read: ids that stand twice, aliases of what is not there. */
function crossProblems(entries: readonly LedgerEntry[], lines: readonly number[]): Problem[] {
  const problems: Problem[] = []
  const positions = new Map<string, number>()
  entries.forEach((entry, position) => {
    const first = positions.get(idKey(entry.id))
    if (first === undefined) positions.set(idKey(entry.id), position)
    else
      problems.push({
        line: lines[position] ?? 1,
        what: `The id ${quoted(entry.id)} stands on line ${lines[first] ?? 1} already.`,
        why: 'An id is one turn’s for ever. Take out the line that is wrong.',
        correction: JSON.stringify({ id: `${entry.id}-2`, speaker: entry.speaker, text: entry.text }),
      })
  })
  const live = new Set(entries.flatMap(({ kind, id }) => (kind === 'live' ? [id] : [])))
  entries.forEach((entry, position) => {
    if (entry.kind !== 'alias' || live.has(entry.into)) return
    const { id, speaker, text } = entry
    problems.push({
      line: lines[position] ?? 1,
      what: `${quoted(id)} leads into ${quoted(entry.into)}, which is no turn of the text.`,
      why: 'An address leads to a turn that stands in the text, or the turn is gone.',
      correction: JSON.stringify({ id, gone: true, speaker, text }),
    })
  })
  return problems
}

/** The line of each turn, told by its key "id", which a text can hold only with backslashes before its quotes. */
function lineNumbers(text: string): number[] {
  return text.split('\n').flatMap((line, index) => Array.from(line.matchAll(/(?<!\\)"id"\s*:/g), () => index + 1))
}

function lineOf(text: string, key: string): number {
  return (
    Math.max(
      text.split('\n').findIndex((line) => line.includes(key)),
      0,
    ) + 1
  )
}

/** Where a file stops being JSON: the first line of a turn that is none, such as a conflict that a merge left. */
function brokenLine(text: string): Problem {
  const lines = text.split('\n')
  const bad = lines.findIndex((line) => {
    const trimmed = line.trim().replace(/,$/, '')
    if (/^(<{7}|={7}|>{7})/.test(trimmed)) return true
    if (!trimmed.startsWith('{"')) return false
    try {
      JSON.parse(trimmed)
      return false
    } catch {
      return true // this is the line that the author has to mend
    }
  })
  const line = Math.max(bad, 0) + 1
  return {
    line,
    what: `${quoted(lines[line - 1]?.trim() ?? '')} is not JSON.`,
    why: WHOLE,
    correction: bad < 0 ? `{ "version": ${LEDGER_VERSION}, …` : ENTRY_EXAMPLE,
  }
}
