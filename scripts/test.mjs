/**
 * The one test command. The cheap steps come first, the first step that fails ends the run, and the last line says
 * how many tests passed and failed.
 *
 *     node scripts/test.mjs                           everything
 *     node scripts/test.mjs --check                   format, types, lint
 *     node scripts/test.mjs --only unit link          one part (unit, prerender, browser); further words choose files
 *     node scripts/test.mjs --only browser --built    the same, on the sites that the last run built
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureChromium } from './chromium.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Counts>} run
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = join(root, 'node_modules', '.cache')
const sites = { root: join(cache, 'site', 'root'), sub: join(cache, 'site', 'sub') }

/** @type {Counts} */
const NOTHING = { passed: 0, failed: 0, skipped: 0 }
/** @type {Counts} */
const CRASHED = { passed: 0, failed: 1, skipped: 0 }

/**
 * Runs a program of node_modules and shows what it prints.
 *
 * @param {string} packageName
 * @param {string[]} args
 * @param {{ bin?: string, env?: Record<string, string> }} [options] `bin` when the program is not named as its package
 * @returns {Promise<boolean>} whether it ended well
 */
function runs(packageName, args, { bin = packageName, env = {} } = {}) {
  const program = join(root, 'node_modules', packageName)
  const manifest = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8'))
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin]
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(program, file), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, SITE_ROOT_DIR: sites.root, SITE_SUB_DIR: sites.sub, ...env },
    })
    child.on('error', () => done(false))
    child.on('close', (code) => done(code === 0))
  })
}

/**
 * A step that has no tests of its own: it passes or it breaks the run.
 *
 * @param {string} name
 * @param {() => Promise<boolean>} isWell
 * @returns {Step}
 */
function plainStep(name, isWell) {
  return { name, run: async () => ((await isWell()) ? NOTHING : CRASHED) }
}

/**
 * A step of tests. The counts are read from the report it writes; a run that ends badly without naming a failed
 * test, or well without having run any, counts as one failure.
 *
 * @param {string} name
 * @param {(reportFile: string) => Promise<boolean>} isWell
 * @param {(report: any) => Counts} countsOf
 * @returns {Step}
 */
function testStep(name, isWell, countsOf) {
  return {
    name,
    run: async () => {
      const reportFile = join(cache, `test-${name.replace(/\W+/g, '-')}.json`)
      mkdirSync(cache, { recursive: true })
      rmSync(reportFile, { force: true })
      const ended = await isWell(reportFile)
      let counts = CRASHED
      try {
        counts = countsOf(JSON.parse(readFileSync(reportFile, 'utf8')))
      } catch {
        console.error(`${name} ended without a report.`)
      }
      const isBroken = counts.failed === 0 && (!ended || counts.passed === 0)
      if (isBroken && ended) console.error(`${name} ran no test.`)
      return isBroken ? { ...counts, failed: 1 } : counts
    },
  }
}

/**
 * A step that runs projects of vitest.config.ts.
 *
 * @param {string} name
 * @param {string[]} projects
 * @param {string[]} files
 */
function vitestStep(name, projects, files) {
  return testStep(
    name,
    (reportFile) =>
      runs('vitest', [
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
        ...files,
      ]),
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0, testResults }) => {
      // A file that could not be loaded has no tests to count, and yet it failed.
      const unloaded = testResults.filter(
        (/** @type {any} */ file) =>
          file.status === 'failed' &&
          !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
      )
      return {
        passed: numPassedTests,
        failed: numFailedTests + unloaded.length,
        skipped: numPendingTests + numTodoTests,
      }
    },
  )
}

/**
 * The step that runs Playwright.
 *
 * @param {string[]} files
 */
function playwrightStep(files) {
  return testStep(
    'browser tests',
    (reportFile) =>
      runs('@playwright/test', ['test', '--forbid-only', '--reporter=list,json', ...files], {
        bin: 'playwright',
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile },
      }),
    ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    }),
  )
}

/**
 * Builds the site for an address.
 *
 * @param {string} dir
 * @param {string} siteUrl
 */
function builds(dir, siteUrl) {
  return runs('vite', ['build', '--outDir', dir, '--emptyOutDir', '--logLevel', 'warn'], { env: { SITE_URL: siteUrl } })
}

const checkSteps = [
  plainStep('format', () => runs('oxfmt', ['--check'])),
  plainStep('types', () => runs('typescript', ['-b'], { bin: 'tsc' })),
  plainStep('lint', () => runs('oxlint', ['--type-aware', '--deny-warnings'])),
]

const buildSteps = [
  plainStep('build for a site of its own', () => builds(sites.root, 'http://localhost:4173/')),
  plainStep('build for a sub-path', () => builds(sites.sub, 'https://example.org/colloquy/')),
]

const chromiumStep = plainStep('a Chromium', async () => {
  try {
    console.log(ensureChromium())
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
})

/**
 * The steps of a run.
 *
 * @returns {Step[]}
 * @throws {Error} when the command line asks for what there is not
 */
function stepsOfCommandLine() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean' }, only: { type: 'string' }, built: { type: 'boolean' } },
  })
  const files = positionals
  if (values.check) return checkSteps
  const parts = {
    unit: [vitestStep('unit and component tests', ['unit', 'component'], files)],
    prerender: [...(values.built ? [] : buildSteps), vitestStep('prerender tests', ['prerender'], files)],
    browser: [...(values.built ? [] : buildSteps), chromiumStep, playwrightStep(files)],
  }
  if (values.only) {
    const part = Object.entries(parts).find(([name]) => name === values.only)
    if (!part) throw new Error(`--only ${values.only}: there are the parts ${Object.keys(parts).join(', ')}.`)
    return part[1]
  }
  if (files.length > 0) throw new Error('Files can be chosen within one part: --only unit|prerender|browser.')
  return [...checkSteps, ...new Set([...parts.unit, ...parts.prerender, ...parts.browser])]
}

/** Runs the steps until one fails, then prints the sum as the last line. */
async function main() {
  const isCheck = process.argv.includes('--check')
  const sum = { passed: 0, failed: 0, skipped: 0 }
  try {
    for (const { name, run } of stepsOfCommandLine()) {
      console.log(`\n▸ ${name}`)
      const start = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- a step is worth running only when the one before it passed
      const { passed, failed, skipped } = await run()
      sum.passed += isCheck && failed === 0 ? 1 : passed
      sum.failed += failed
      sum.skipped += skipped
      console.log(`${failed ? '✗' : '✓'} ${name}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
      if (failed) break
    }
    if (sum.passed + sum.failed === 0) sum.failed = 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    sum.failed += 1
  }
  process.exitCode = sum.failed ? 1 : 0
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`)
}

await main()
