/** Measures what building all pages of an interview takes, and whether it grows with its length. */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { madeInterview } from './interviews.mjs'
import { buildSite, folder, writeInterviews } from './sites.mjs'

/** Every page holds the whole interview, only its own page does, and none does: the three ways to publish one. */
const SIZES = '17,60,200,1000,2000,10000'

/**
 * Builds sites of one interview each with all their pages, and prints a table. Share images that an earlier build drew are not
 * drawn again.
 *
 * @param {string} [sizes] numbers of turns, separated by commas
 */
export async function measureBuilds(sizes = SIZES) {
  const publicDir = join(folder, 'build-public')
  const outDir = join(folder, 'build-site')
  console.log(
    `| turns | s | ms a turn | peak memory, MB | output, MB | output, kB a turn |\n| --: |${' --: |'.repeat(5)}`,
  )
  for (const turns of sizes.split(',').map(Number)) {
    await writeInterviews([madeInterview(turns)], publicDir)
    const start = performance.now()
    const { peakMb } = await buildSite({ publicDir, outDir })
    const seconds = (performance.now() - start) / 1000
    const bytes = await sizeOf(outDir)
    const cells = [
      turns.toLocaleString('en'),
      seconds.toFixed(1),
      ((1000 * seconds) / turns).toFixed(0),
      peakMb.toFixed(0),
      (bytes / 1e6).toFixed(0),
      (bytes / 1e3 / turns).toFixed(0),
    ]
    console.log(`| ${cells.join(' | ')} |`)
    await rm(outDir, { recursive: true })
  }
}

/** So many turns each interview of a library has. */
const LIBRARY_TURNS = 200

/**
 * Builds a library, then once more with the last turn of one interview taken away, then with nothing changed, and prints what each took.
 *
 * @param {number} interviews how many it has
 */
export async function measureLibrary(interviews) {
  const publicDir = join(folder, 'build-public')
  const outDir = join(folder, 'build-site')
  await rm(outDir, { recursive: true, force: true })
  const { turns, ...script } = madeInterview(LIBRARY_TURNS)
  const library = Array.from({ length: interviews }, (_, number) => ({ ...script, turns, id: `made-${number}` }))
  for (const what of ['from nothing', 'one interview changed', 'nothing changed']) {
    if (what === 'one interview changed') library[0] = { ...script, turns: turns.slice(0, -1), id: 'made-0' }
    await writeInterviews(library, publicDir)
    const start = performance.now()
    const { peakMb } = await buildSite({ publicDir, outDir })
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(
      `${interviews} interviews of ${LIBRARY_TURNS} turns, ${what}: ${seconds} s, ${peakMb.toFixed(0)} MB at most`,
    )
  }
  await rm(outDir, { recursive: true })
}

/**
 * The bytes of all files in a folder.
 *
 * @param {string} directory
 */
async function sizeOf(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  let bytes = 0
  for (const entry of entries) if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  return bytes
}
