import type { Interview } from '../../domain/interview.ts'
import type { LibraryEntry } from '../../domain/library.ts'
import { likelySources, MOST_SIMILAR } from '../../domain/librarySearch/likelySources.ts'
import { checkQuote } from '../../domain/quoteCheck/checkQuote.ts'
import type { Check, Verdict } from '../../domain/quoteCheck/verdict.ts'
import type { SearchSource } from '../../domain/ports.ts'
import { loadWhole, type WholeSources } from '../loadWhole.ts'

/** Where the interviews come from. */
export interface LibrarySources extends WholeSources {
  loadLibrary(): Promise<readonly LibraryEntry[]>
  openSearch?(): Promise<SearchSource>
}

/** What a check found in one interview. */
export interface LibraryFinding {
  readonly interview: Interview
  readonly check: Check
}

export interface LibraryCheck {
  /** Every interview that has something like the quotation, the best first. */
  readonly findings: readonly LibraryFinding[]
  /** How many interviews were looked at, of how many that it may be from. */
  readonly looked: number
  readonly likely: number
  /** How many interviews there are. */
  readonly of: number
  /** `checking` until all likely ones were looked at, or `enough` were found that hold it as it is. */
  readonly state: 'checking' | 'done' | 'enough'
  /** The titles of those that could not be fetched. */
  readonly missing: readonly string[]
}

/** So many findings are kept: whoever looks for the source of a quotation needs no more. */
const MOST_FINDINGS = 20
/** Nobody stops a look into the index: it takes a moment, and what was fetched is kept. */
const NEVER = { throwIfAborted() {} }

/** Checks a quotation against one interview after the other that it may be from, and tells after each how far it has come. */
export async function* checkLibrary(quotation: string, sources: LibrarySources): AsyncGenerator<LibraryCheck> {
  const library = await sources.loadLibrary()
  const { holding, similar } = await likelyOnes(quotation, library, sources)
  const check = new Checking(quotation, sources, library.length)
  const likely = holding.length + similar.length
  for (const entry of holding) {
    // One after the other: the page stays free between them, and no more is fetched than the reader waits for.
    // oxlint-disable-next-line no-await-in-loop
    await check.lookAt(entry)
    if (check.verbatim >= MOST_FINDINGS && check.looked < likely) return yield check.come(likely, 'enough')
    yield check.come(likely, check.looked < likely ? 'checking' : 'done')
  }
  // What stands somewhere letter by letter needs no guess.
  if (check.verbatim === 0)
    for (const entry of similar) {
      // oxlint-disable-next-line no-await-in-loop -- see above
      await check.lookAt(entry)
      yield check.come(likely, check.looked < likely ? 'checking' : 'done')
    }
  yield check.come(check.looked, 'done')
}

/** The interviews that are looked at: all of a small library, and wherever the index cannot say. */
async function likelyOnes(quotation: string, library: readonly LibraryEntry[], { openSearch }: LibrarySources) {
  if (library.length <= MOST_SIMILAR || !openSearch) return { holding: library, similar: [] }
  try {
    return await likelySources({ source: await openSearch(), library, signal: NEVER }, quotation)
  } catch {
    return { holding: library, similar: [] } // it takes longer, and finds no less
  }
}

/** What a check has found so far. */
class Checking {
  readonly #quotation: string
  readonly #sources: LibrarySources
  readonly #of: number
  #findings: readonly LibraryFinding[] = []
  readonly #missing: string[] = []
  looked = 0
  /** So many interviews hold the quotation as it is. */
  verbatim = 0

  constructor(quotation: string, sources: LibrarySources, of: number) {
    this.#quotation = quotation
    this.#sources = sources
    this.#of = of
  }

  async lookAt(entry: LibraryEntry): Promise<void> {
    this.looked += 1
    let interview
    try {
      interview = await loadWhole(this.#sources, entry.id)
    } catch {
      this.#missing.push(entry.shortTitle) // it is said, and the others are looked at all the same
    }
    if (!interview) return
    const check = checkQuote(interview, this.#quotation)
    if (check.verdict.kind === 'absent') return
    if (check.verdict.kind === 'verbatim') this.verbatim += 1
    this.#findings = [...this.#findings, { interview, check }]
      .toSorted((one, other) => rankOf(one.check.verdict) - rankOf(other.check.verdict))
      .slice(0, MOST_FINDINGS)
  }

  come(likely: number, state: LibraryCheck['state']): LibraryCheck {
    return { findings: this.#findings, looked: this.looked, likely, of: this.#of, state, missing: this.#missing }
  }
}

/** The better the lower. */
function rankOf(verdict: Verdict): number {
  const kinds: readonly Verdict['kind'][] = ['verbatim', 'shortened', 'differs', 'joined', 'absent']
  return kinds.indexOf(verdict.kind) * 1e4 + (verdict.kind === 'differs' ? verdict.changes : 0)
}
