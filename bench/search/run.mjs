/**
 * Measures the index of the search across the library: how large it is, what it takes to build, what queries load, and how few
 * interviews it leaves to the check of a quotation.
 *
 *     npm run bench:search              1, 100 and 1,000 interviews of 200 turns: about two minutes
 *     npm run bench:search -- --full    10,000 too: memory for all files at once is needed, some 2 GB
 *     npm run bench:search -- --texts folder    also writes each interview as a page, for other searches to index
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { madeLibrary } from './library.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const outDir = join(root, 'node_modules/.cache/bench-search')

const { values: options } = parseArgs({
  options: { full: { type: 'boolean', default: false }, texts: { type: 'string' }, sizes: { type: 'string' } },
})

await build({
  configFile: false,
  root,
  logLevel: 'error',
  build: {
    outDir,
    emptyOutDir: true,
    minify: false,
    lib: {
      entry: {
        searchFiles: join(root, 'src/domain/librarySearch/searchFiles.ts'),
        searchLibrary: join(root, 'src/domain/librarySearch/searchLibrary.ts'),
        likelySources: join(root, 'src/domain/librarySearch/likelySources.ts'),
      },
      formats: ['es'],
    },
  },
})
const { searchFiles } = await import(join(outDir, 'searchFiles.js'))
const { searchLibrary } = await import(join(outDir, 'searchLibrary.js'))
const { likelySources } = await import(join(outDir, 'likelySources.js'))

/** What is looked for, by what kind of query it is. */
const QUERIES = [
  ['common word', 'the '],
  ['usual word', 'diplomatic'],
  ['two words', 'china strategy'],
  ['phrase', 'human rights advocacy'],
  ['five words', 'allies and partners in the'],
  ['2 letters', 'ch'],
  ['3 letters', 'str'],
  ['nothing', 'xylophone'],
]
/** Quotations of so many words are looked for, from one turn. */
const QUOTED_WORDS = [8, 15, 25]
const TURN = 101
const KB = 1000

/** @param {number} bytes */
const kb = (bytes) => (bytes / KB).toFixed(1)

/** @param {number} count */
async function measure(count) {
  const interviews = [...madeLibrary(count)]
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const start = performance.now()
  /** @type {Map<string, string>} */
  const files = new Map()
  let seconds = 0
  /** @type {Record<string, { bytes: number, files: number, largest: number }>} */
  const kinds = {}
  for (const [file, text] of searchFiles(interviews)) {
    const bytes = Buffer.byteLength(text)
    const kind = (kinds[file.split('/')[0] ?? ''] ??= { bytes: 0, files: 0, largest: 0 })
    kind.bytes += bytes
    kind.files += 1
    kind.largest = Math.max(kind.largest, bytes)
    files.set(file, text)
    if (files.size % 500 === 0) most = Math.max(most, process.memoryUsage().rss)
  }
  seconds = (performance.now() - start) / 1000
  most = Math.max(most, process.memoryUsage().rss)
  clearInterval(timer)
  console.log(
    `\n${count} interviews of 200 turns: ${seconds.toFixed(1)} s, ${Math.round((most - before) / 1e6)} MB (with all files held)`,
  )
  for (const [kind, { bytes, files: number, largest }] of Object.entries(kinds))
    console.log(`  ${kind}: ${number} files, ${kb(bytes / count)} kB an interview, largest ${kb(largest)} kB`)
  const rare = interviews[Math.floor(count / 2)].turns.flatMap(
    (/** @type {any} */ turn) => turn.paragraphs[0].match(/[a-z]{8,}(?=\.$)/) ?? [],
  )[0]
  let asked = 0
  const source = {
    loadText: (/** @type {string} */ file) => {
      asked += 1
      return Promise.resolve(files.get(file))
    },
  }
  const { signal } = new AbortController()
  for (const [name, words] of [['rare word', rare], ...QUERIES]) {
    asked = 0
    const query = { words, isExact: false, speaker: null, topic: null }
    const begun = performance.now()
    const { answers, bytes, looked, of } = await searchLibrary(source, query, { signal })
    const ms = performance.now() - begun
    console.log(
      `  ${name} “${words}”: ${kb(bytes)} kB in ${asked} files, ${ms.toFixed(0)} ms, ${answers.length} turns, ${looked} of ${of} blocks`,
    )
  }
  const library = interviews.map(({ turns, ...rest }) => ({ ...rest, turns: turns.length }))
  const said = interviews[Math.floor(count / 2)].turns[TURN].paragraphs[0].split(' ')
  for (const length of QUOTED_WORDS) {
    const words = said.slice(0, length)
    for (const [name, quoted] of [
      ['as it is', words],
      ['one word changed', words.with(length >> 1, 'xylophone')],
    ]) {
      asked = 0
      const begun = performance.now()
      const { holding, similar } = await likelySources({ source, library, signal }, quoted.join(' '))
      const ms = performance.now() - begun
      console.log(
        `  quotation of ${length} words, ${name}: ${asked} files, ${ms.toFixed(0)} ms, ${holding.length} interviews may hold it, ${similar.length} may be like it`,
      )
    }
  }
  return interviews
}

const sizes = (options.sizes ?? (options.full ? '1,100,1000,10000' : '1,100,1000')).split(',').map(Number)
for (const size of sizes) {
  const interviews = await measure(size)
  if (options.texts === undefined) continue
  const folder = join(options.texts, String(size))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const { id, turns } of interviews) {
    const text = turns.map((/** @type {any} */ { paragraphs: [words] }) => `<p>${words}</p>`).join('\n')
    await writeFile(
      join(folder, `${id}.html`),
      `<!doctype html><html lang="en"><title>${id}</title><main>${text}</main></html>`,
    )
  }
}
