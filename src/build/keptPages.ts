import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Interview } from '../domain/interview.ts'
import { INTERVIEWS_FOLDER } from './library.ts'
import type { GonePage } from './sitePages.ts'

/** Where it is noted what the last build wrote: a file for each folder that is built into. */
const RECORDS_FOLDER = 'node_modules/.cache/kept-pages'
/** All that makes pages out of interviews, from the project's folder. */
const MAKERS = ['src', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']

interface KeptRecord {
  /** A hash of all that makes pages out of interviews. */
  readonly makers: string
  /** By interview, a hash of all that its pages are made of. */
  readonly interviews: Readonly<Record<string, string>>
}

interface KeptPagesOptions {
  readonly root: string
  /** The folder that is built into. */
  readonly out: string
  /** What else the pages depend on, such as the site's address. */
  readonly settings: readonly string[]
  /** Whether everything is to be made anew. */
  readonly isFresh: boolean
}

/**
 * The pages of interviews that did not change since the last build into the same folder: they stand there already. When the
 * program changed, or anything else that all pages are made of, none is kept; nor after a build that was cut off.
 */
export class KeptPages {
  readonly #file: string
  readonly #out: string
  readonly #before: KeptRecord | null
  readonly #now: { makers: string; interviews: Record<string, string> }

  private constructor(
    file: string,
    { out, before, makers }: { out: string; before: KeptRecord | null; makers: string },
  ) {
    this.#file = file
    this.#out = out
    this.#before = before
    this.#now = { makers, interviews: {} }
  }

  /** Reads what is noted of the last build, and forgets it until this one is done. */
  static async open({ root, out, settings, isFresh }: KeptPagesOptions): Promise<KeptPages> {
    const name = createHash('sha256').update(relative(root, out)).digest('hex').slice(0, 16)
    const file = join(root, RECORDS_FOLDER, `${name}.json`)
    const makers = await hashOfFiles(root, settings)
    const noted = isFresh ? null : await readRecord(file)
    await rm(file, { force: true })
    return new KeptPages(file, { out, before: noted?.makers === makers ? noted : null, makers })
  }

  /** Notes an interview of this build. True when its pages stand there already, just as they would be made. */
  has(interview: Interview, gone: readonly GonePage[]): boolean {
    const hash = createHash('sha256')
      .update(JSON.stringify([interview, gone]))
      .digest('hex')
    this.#now.interviews[interview.id] = hash
    return (
      this.#before?.interviews[interview.id] === hash && existsSync(join(this.#folderOf(interview.id), 'index.html'))
    )
  }

  /** Empties the folder that is built into, but for the pages of interviews that `isKept` picks. */
  async clear(isKept: (id: string) => boolean): Promise<void> {
    if (!existsSync(this.#out)) return
    for (const name of await readdir(this.#out))
      if (name !== INTERVIEWS_FOLDER) await rm(join(this.#out, name), { recursive: true })
    const folder = join(this.#out, INTERVIEWS_FOLDER)
    if (!existsSync(folder)) return
    for (const entry of await readdir(folder, { withFileTypes: true }))
      if (!entry.isDirectory() || !isKept(entry.name)) await rm(join(folder, entry.name), { recursive: true })
  }

  /** Notes that the build is done. */
  async close(): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true })
    await writeFile(this.#file, JSON.stringify(this.#now))
  }

  #folderOf(id: string): string {
    return join(this.#out, INTERVIEWS_FOLDER, id)
  }
}

/** What is noted of the last build; null when nothing is, or not as it is noted here. */
async function readRecord(file: string): Promise<KeptRecord | null> {
  try {
    const noted = JSON.parse(await readFile(file, 'utf8')) as Partial<KeptRecord> | null // looked at right below
    const isRecord = typeof noted?.makers === 'string' && typeof noted.interviews === 'object' && noted.interviews
    return isRecord ? (noted as KeptRecord) : null
  } catch {
    return null // there is none, or it was cut off: everything is made anew
  }
}

async function hashOfFiles(root: string, settings: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for (const maker of MAKERS) {
    const path = join(root, maker)
    if (!existsSync(path)) continue
    const files = maker.includes('.') ? [''] : (await readdir(path, { recursive: true })).toSorted()
    for (const file of files) {
      const whole = join(path, file)
      hash.update(file)
      if (/\.\w+$/.test(whole)) hash.update(await readFile(whole))
    }
  }
  return hash.digest('hex')
}
