/**
 * Records the addresses of the interviews, so that they last: brings `links/<interview>.json` up to the texts and says
 * what it did. It asks nothing; where it is unsure it stops, shows the choices, and ends with 1.
 *
 *     npm run publish                                            all interviews
 *     npm run publish -- --interview bread                       one of them
 *     npm run publish -- --interview bread --same old-id=new-id  the turn of old-id is the one that would get new-id
 *     npm run publish -- --interview bread --gone old-id         the turn of old-id was taken out
 *     npm run publish -- --interview bread --forget old-id       it was taken out, and its words are not to be kept
 *
 * --same, --gone and --forget can be repeated.
 */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Reads the command line. @throws {Error} when it asks for what there is not */
function optionsOfCommandLine() {
  const { values } = parseArgs({
    options: {
      interview: { type: 'string' },
      same: { type: 'string', multiple: true, default: [] },
      gone: { type: 'string', multiple: true, default: [] },
      forget: { type: 'string', multiple: true, default: [] },
      public: { type: 'string', default: join(root, 'public') },
      links: { type: 'string', default: join(root, 'links') },
    },
  })
  const same = values.same.map((pair) => {
    const [old = '', now = '', ...rest] = pair.split('=')
    if (!old || !now || rest.length > 0) throw new Error(`--same ${pair}: write it as --same old-id=new-id.`)
    return { old, now }
  })
  return {
    publicFolder: resolve(values.public),
    linksFolder: resolve(values.links),
    only: values.interview ?? null,
    answers: { same, gone: [...values.gone, ...values.forget] },
    forget: values.forget,
  }
}

try {
  const options = optionsOfCommandLine()
  // Vite is what turns TypeScript into what Node runs; no other package is needed for it.
  const { module } = await runnerImport(join(root, 'src/build/publishLedgers.ts'), {
    configFile: false,
    root,
    logLevel: 'warn',
  })
  const { publishLedgers } = /** @type {typeof import('../src/build/publishLedgers.ts')} */ (module)
  const { lines, isDone } = await publishLedgers(options)
  console.log(lines.join('\n'))
  process.exitCode = isDone ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
