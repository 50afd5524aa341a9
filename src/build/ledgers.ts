import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatProblem } from '../domain/formats/problem.ts'
import type { Interview, TurnId } from '../domain/interview.ts'
import { pathOfPlace } from '../domain/link.ts'
import type { Ledger } from '../domain/ledger/ledger.ts'
import { readLedger } from '../domain/ledger/readLedger.ts'
import { goneTurnsOf, type GoneTurn } from '../domain/ledger/goneTurns.ts'
import { updateLedger, type LedgerUpdate } from '../domain/ledger/updateLedger.ts'

/** The folder of ledgers, in the project: `links/<interview id>.json`. */
export const LINKS_FOLDER = 'links'

/** The command that brings ledgers up to their interviews. */
export const PUBLISH_COMMAND = 'npm run publish'

/** The interviews with their lasting ids, and what else their ledgers know. */
export interface Ledgers {
  readonly interviews: readonly Interview[]
  /** The turns that were taken out, each with its address. */
  readonly gone: readonly { readonly path: string; readonly turn: GoneTurn; readonly interview: Interview }[]
  /** What stops a build, as it is printed. */
  readonly problems: readonly string[]
  /** What a build says and goes on, each one sentence. */
  readonly notices: readonly string[]
}

/**
 * Gives interviews the ids that their ledgers keep. The ledgers are only read. `isStrict` makes a ledger that is behind
 * its interview a problem: nobody is there to read a notice.
 */
export async function applyLedgers(
  interviews: readonly Interview[],
  { folder, isStrict }: { readonly folder: string; readonly isStrict: boolean },
): Promise<Ledgers> {
  const lasting: Interview[] = []
  const gone: Ledgers['gone'][number][] = []
  const problems: string[] = []
  const notices: string[] = []
  for (const interview of interviews) {
    const { ledger, problems: wrong } = await readLedgerFile(folder, interview.id)
    problems.push(...wrong)
    if (wrong.length > 0) continue
    const update = updateLedger(ledger, interview)
    const behind = update.isUpToDate ? null : behindText({ interview, ledger, update })
    if (behind !== null && isStrict) problems.push(`${behind}\n    Run: ${PUBLISH_COMMAND}`)
    else if (behind !== null) notices.push(`${behind} What is sure is carried over; ${PUBLISH_COMMAND} records it.`)
    lasting.push(update.interview)
    for (const turn of goneTurnsOf(update))
      gone.push({
        turn,
        interview: update.interview,
        path: pathOfPlace(interview, { kind: 'turn', turn: turn.entry.id }),
      })
  }
  return { interviews: lasting, gone, problems, notices }
}

/** The ledger of an interview, null when it has none yet; or what is wrong in its file, as it is printed. */
export async function readLedgerFile(
  folder: string,
  id: string,
): Promise<{ readonly ledger: Ledger | null; readonly problems: readonly string[] }> {
  const file = join(folder, `${id}.json`)
  if (!existsSync(file)) return { ledger: null, problems: [] }
  const result = readLedger({ id, text: await readFile(file, 'utf8') })
  if (result.ok) return { ledger: result.ledger, problems: [] }
  return {
    ledger: null,
    problems: result.problems.map((problem) => formatProblem(`${LINKS_FOLDER}/${id}.json`, problem)),
  }
}

/** The addresses that lead to turns under other ids than theirs, each with its interview, as paths from the site’s root. */
export function aliasPaths(interviews: readonly Interview[]): Map<string, Interview> {
  return new Map(
    interviews.flatMap((interview) =>
      Object.keys(interview.aliases ?? {}).map((id) => {
        const turn = id as TurnId // it was one once, and stands in the ledger as one
        return [pathOfPlace(interview, { kind: 'turn', turn }), interview] as const
      }),
    ),
  )
}

function behindText({
  interview,
  ledger,
  update,
}: {
  interview: Interview
  ledger: Ledger | null
  update: LedgerUpdate
}): string {
  const file = `${LINKS_FOLDER}/${interview.id}.json`
  if (!ledger) return `${file} is not there yet: the addresses of this interview are not recorded.`
  return `${file} is behind its interview: ${summaryOf(update)}.`
}

/** What an update changes, in a few words: "2 edited, 1 gone". */
export function summaryOf({ carried, gone, added, unsure }: LedgerUpdate): string {
  const counts = new Map<string, number>()
  for (const { how } of carried) counts.set(how, (counts.get(how) ?? 0) + 1)
  for (const [what, { length }] of Object.entries({ gone, new: added, unsure })) counts.set(what, length)
  const parts = Array.from(counts, ([what, count]) => (count > 0 ? `${count} ${what}` : '')).filter(Boolean)
  return parts.join(', ') || 'labels or order changed'
}
