import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** The names of 100,000 files fit in this, in bytes. */
const MAX_LISTING = 64 * 1024 * 1024

/**
 * When each file of a folder was last changed as it is published: the date of the last commit that touched it, or of
 * the file itself when git does not know it or it was changed since. It is a fact about the file, not about the
 * interview, which states no date. By file name, as RFC 3339 writes it.
 */
export async function publishedDates(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  const committed = await commitDates(folder)
  const dates = new Map<string, string>()
  for (const name of names) dates.set(name, committed.get(name) ?? (await stat(join(folder, name))).mtime.toISOString())
  return dates
}

/** The last commit’s date of each unchanged file; nothing when the folder is in no repository or git is not there. */
async function commitDates(folder: string): Promise<Map<string, string>> {
  const dates = new Map<string, string>()
  const git = async (...args: string[]) =>
    (await run('git', ['-C', folder, ...args, '--', '.'], { maxBuffer: MAX_LISTING })).stdout
  try {
    const changed = await git('status', '--porcelain', '-z', '--no-renames')
    const isChanged = new Set(changed.split('\0').map((line) => basename(line.slice(3))))
    let date = ''
    // Commits from the newest on, each a line with its date (a NUL before it), then the names of its files.
    for (const line of (await git('log', '--format=%x01%cI', '--name-only', '-z')).split(/[\0\n]/)) {
      if (line.startsWith('\u0001')) date = new Date(line.slice(1)).toISOString()
      else if (line && !dates.has(basename(line)) && !isChanged.has(basename(line))) dates.set(basename(line), date)
    }
  } catch {
    dates.clear() // no git, or no repository: the files' own dates are what there is
  }
  return dates
}
