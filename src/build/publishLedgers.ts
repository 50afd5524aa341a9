import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { turnText, type Interview } from '../domain/interview.ts'
import type { Answers } from '../domain/ledger/answers.ts'
import { writeLedger, type Ledger } from '../domain/ledger/ledger.ts'
import { updateLedger, type LedgerUpdate, type Unsure } from '../domain/ledger/updateLedger.ts'
import { forgetTurns } from '../domain/ledger/forgetTurns.ts'
import { LINKS_FOLDER, PUBLISH_COMMAND, readLedgerFile, summaryOf } from './ledgers.ts'
import { readLibrary } from './library.ts'

export interface PublishOptions {
  /** The folder of public files, with the interviews in it. */
  readonly publicFolder: string
  /** The folder of ledgers. */
  readonly linksFolder: string
  /** The interview to publish; null for all. */
  readonly only: string | null
  readonly answers: Answers
  /** Ids of turns that are gone and whose words are to be forgotten too. */
  readonly forget: readonly string[]
}

/** What was done, as lines for an author to read; and whether everything could be done. */
export interface PublishResult {
  readonly lines: readonly string[]
  readonly isDone: boolean
}

/** How much of a turn is shown, in UTF-16 code units: enough to know it again. */
const WORDS_SHOWN = 90
/** How many turns of a kind are listed one by one. */
const LISTED = 20

/** Brings the ledgers up to the interviews. A ledger is written when all of its turns are sure. */
export async function publishLedgers(options: PublishOptions): Promise<PublishResult> {
  const { publicFolder, linksFolder, only } = options
  const { interviews, problems } = await readLibrary(publicFolder)
  const chosen = interviews.filter(({ id }) => only === null || id === only)
  const lines = [...problems]
  let isDone = problems.length === 0
  if (chosen.length === 0 && problems.length === 0) {
    const names = interviews.map(({ id }) => id).join(', ') || 'none'
    lines.push(
      only === null ? 'There is no interview to publish.' : `There is no interview ${only}. There are: ${names}.`,
    )
    isDone = false
  }
  if (chosen.length > 1 && hasAnswers(options))
    return { lines: ['Say which interview is meant: --interview and its id.'], isDone: false }
  for (const interview of chosen) {
    const { ledger, problems: wrong } = await readLedgerFile(linksFolder, interview.id)
    if (wrong.length > 0) {
      lines.push(...wrong)
      isDone = false
      continue
    }
    const result = publish(interview, ledger, options)
    lines.push(...result.lines)
    isDone &&= result.isDone
    if (result.text === null) continue
    await mkdir(linksFolder, { recursive: true })
    await writeFile(join(linksFolder, `${interview.id}.json`), result.text)
  }
  if (only === null && problems.length === 0) lines.push(...(await orphanLines(linksFolder, interviews)))
  return { lines, isDone }
}

/** The ledgers whose interviews are not there: their addresses lead nowhere until the text comes back. */
async function orphanLines(linksFolder: string, interviews: readonly Interview[]): Promise<string[]> {
  if (!existsSync(linksFolder)) return []
  const files = new Set(interviews.map(({ id }) => `${id}.json`))
  const orphans = (await readdir(linksFolder)).filter((name) => name.endsWith('.json') && !files.has(name)).toSorted()
  return orphans.map((name) => `${LINKS_FOLDER}/${name} has no interview: nothing stands at the addresses in it.`)
}

function hasAnswers({ answers: { same, gone }, forget }: PublishOptions): boolean {
  return same.length + gone.length + forget.length > 0
}

/** What publishing an interview says, and the text of its ledger when it is to be written. */
function publish(
  interview: Interview,
  before: Ledger | null,
  { answers, forget }: PublishOptions,
): PublishResult & { readonly text: string | null } {
  const update = updateLedger(before, interview, answers)
  const { ledger, refused } = forgetTurns(update.ledger, forget)
  const no = [...update.refused, ...refused]
  if (no.length > 0) return { lines: no.map((each) => `${interview.id}: ${each}`), isDone: false, text: null }
  const file = `${LINKS_FOLDER}/${interview.id}.json`
  if (update.unsure.length > 0)
    return { lines: unsureLines({ interview: update.interview, update, file, answers }), isDone: false, text: null }
  if (update.isUpToDate && before && forget.length === 0)
    return { lines: [`${interview.id}: nothing changed; ${file} stays as it is.`], isDone: true, text: null }
  const summary = before ? summaryOf(update) : `${update.added.length} turns recorded`
  const lines = [`${interview.id}: ${summary}. ${file} is written; commit it.`, ...(before ? changeLines(update) : [])]
  return { lines, isDone: true, text: writeLedger(ledger) }
}

/** What happened to which turn, in a sentence each. */
function changeLines({ carried, gone, added, interview }: LedgerUpdate): string[] {
  const textOf = new Map(interview.turns.map((turn) => [turn.id, turnText(turn)]))
  return [
    ...listed(carried, ({ how, id, now, after }) =>
      id === now ? `${id} is carried over, ${how}: ${shown(after)}` : `${id} leads to ${now} (${how}): ${shown(after)}`,
    ),
    ...listed(gone, ({ id, text }) => `${id} is gone: ${shown(text)}`),
    ...listed(added, (id) => `${id} is new: ${shown(textOf.get(id) ?? '')}`),
  ]
}

function listed<Item>(items: readonly Item[], say: (item: Item) => string): string[] {
  const lines = items.slice(0, LISTED).map((item) => `  ${say(item)}`)
  return items.length > LISTED ? [...lines, `  and ${items.length - LISTED} more.`] : lines
}

function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return `“${line.length > WORDS_SHOWN ? `${line.slice(0, WORDS_SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line}”`
}

interface Question {
  /** The interview with the ids that it would have. */
  readonly interview: Interview
  readonly update: LedgerUpdate
  readonly file: string
  /** What was answered already, to be repeated: nothing is written until all is answered. */
  readonly answers: Answers
}

function unsureLines({ interview, update: { unsure }, file, answers }: Question): string[] {
  const command = [
    `${PUBLISH_COMMAND} -- --interview ${interview.id}`,
    ...answers.same.map(({ old, now }) => `--same ${old}=${now}`),
    ...answers.gone.map((id) => `--gone ${id}`),
  ].join(' ')
  const turns = unsure.length === 1 ? 'One turn is' : `${unsure.length} turns are`
  return [
    `${interview.id}: ${turns} unsure, so ${file} stays as it was. Choose for each, and run the command behind your choice.`,
    ...unsure.flatMap((each) => ['', ...choiceLines(interview, each, command)]),
    ...(unsure.length > 1 ? ['', 'Each option can be repeated, so that one command answers all of them.'] : []),
  ]
}

function choiceLines(interview: Interview, { entry, candidates }: Unsure, command: string): string[] {
  const { id, speaker, text } = entry
  return [
    `  ${id}`,
    `  ${speaker} said: ${shown(text)}`,
    ...candidates.flatMap((index) => {
      const turn = interview.turns[index]
      if (!turn) return []
      return [
        `    It is now turn ${index + 1}, ${turn.speaker}: ${shown(turnText(turn))}`,
        `      ${command} --same ${id}=${turn.id}`,
      ]
    }),
    '    It is another turn: write its id behind the label of that turn in the text',
    `      ${speaker} {#${id}}: …`,
    '    It is gone:',
    `      ${command} --gone ${id}`,
  ]
}
