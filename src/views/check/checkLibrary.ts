import type { Interview } from '../../domain/interview.ts'
import type { LibraryEntry } from '../../domain/library.ts'
import { MAX_WHOLE_TURNS } from '../../domain/part.ts'
import { checkQuote } from '../../domain/quoteCheck/checkQuote.ts'
import type { Check, Verdict } from '../../domain/quoteCheck/verdict.ts'
import type { PartSources } from '../../domain/ports.ts'

/** Where the interviews come from. */
export interface LibrarySources {
  loadLibrary(): Promise<readonly LibraryEntry[]>
  loadInterview(id: string): Promise<Interview | null>
  readonly parts?: PartSources
}

/** What a check found in one interview, or in a part of a long one. */
export interface LibraryFinding {
  readonly interview: Interview
  readonly check: Check
}

export interface LibraryCheck {
  /** Every interview that has something like the quotation, the best first. */
  readonly findings: readonly LibraryFinding[]
  /** How many interviews were looked at, of how many. */
  readonly looked: number
  readonly of: number
  /** The titles of those that could not be fetched. */
  readonly missing: readonly string[]
}

/** So many findings are kept: whoever looks for the source of a quotation needs no more. */
const MOST_FINDINGS = 20

/** Checks a quotation against one interview after the other, and tells after each how far it has come. */
export async function* checkLibrary(quotation: string, sources: LibrarySources): AsyncGenerator<LibraryCheck> {
  const entries = await sources.loadLibrary()
  let findings: LibraryFinding[] = []
  const missing: string[] = []
  for (const [index, entry] of entries.entries()) {
    try {
      // One after the other: the page stays free between them, and no more is fetched than the reader waits for.
      // oxlint-disable-next-line no-await-in-loop
      for await (const interview of piecesOf(entry, sources)) {
        const check = checkQuote(interview, quotation)
        if (check.verdict.kind !== 'absent') findings.push({ interview, check })
      }
    } catch {
      missing.push(entry.shortTitle) // it is said, and the others are looked at all the same
    }
    findings = findings
      .toSorted((one, other) => rankOf(one.check.verdict) - rankOf(other.check.verdict))
      .slice(0, MOST_FINDINGS)
    yield { findings, looked: index + 1, of: entries.length, missing }
  }
  if (entries.length === 0) yield { findings, looked: 0, of: 0, missing }
}

async function* piecesOf(
  { id, turns }: LibraryEntry,
  { loadInterview, parts }: LibrarySources,
): AsyncGenerator<Interview> {
  if (turns <= MAX_WHOLE_TURNS || !parts) {
    const interview = await loadInterview(id)
    if (interview) yield interview
    return
  }
  const { length } = await parts.loadStarts(id)
  // oxlint-disable-next-line no-await-in-loop -- see above
  for (let number = 1; number <= length; number += 1) yield await parts.loadPart(id, number)
}

/** The better the lower. */
function rankOf(verdict: Verdict): number {
  const kinds: readonly Verdict['kind'][] = ['verbatim', 'shortened', 'differs', 'joined', 'absent']
  return kinds.indexOf(verdict.kind) * 1e4 + (verdict.kind === 'differs' ? verdict.changes : 0)
}
