/**
 * Measures how busy the page is while it reads a long interview aloud, by a stub of the browser's voices.
 *
 *     npm run bench:playing                     17 and 1,000 turns, 5 rounds of 30 s each: about six minutes
 *     npm run bench:playing -- --rounds 9       another number of rounds
 *     npm run bench:playing -- --cpu 1          how many times slower than this machine; else 4
 *     npm run bench:playing -- --explain        also what the longest tasks were made of; the tracing takes some time itself
 *
 * Every round begins at the turn of the link and goes on from there, in a new browser context, the sizes in turn. A task is told
 * twice: how long it took by the clock, and for how much of that it had the processor, which other programs of the machine (and
 * other machines on the same one) take away from it. The browser's great collections of garbage are told apart: it makes two to four
 * some half a minute after a page was loaded, whether it plays or not.
 */
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.mjs'
import { serve } from '../../scripts/serve.mjs'
import { voicesInPage } from '../../tests/support/voicesInPage.mjs'
import { madeInterview } from '../speed/interviews.mjs'
import { buildPairs, siteFolder } from '../speed/sites.mjs'
import { median } from '../speed/statistics.mjs'

/**
 * @typedef {{ at: number, clock: number, processor: number, isCollection: boolean, parts: Part[] }} Task when it began after the
 *   press of play and what it took, in milliseconds; whether most of it was a great collection of garbage; what it was made of
 *
 * @typedef {{ name: string, processor: number, depth: number }} Part
 *
 * @typedef {{ tasks: Task[], busy: number, sentences: number }} Heard
 */

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    cpu: { type: 'string', default: '4' },
    explain: { type: 'boolean', default: false },
  },
})
const SIZES = [17, 1000]
const LISTENED_MS = 30_000
/** A reader feels a task that takes longer, in milliseconds (W3C, Long Tasks). */
const LONG_MS = 50
/** So long after their first sign the reader presses play: what waits for the sign has come by then. */
const BEFORE_PLAY_MS = 1000
/** Some 45 characters a second: the fastest that there is to hear, a voice of 15 at the rate of 3. */
const MS_PER_CHARACTER = 22

/**
 * Plays for a while. Returns what each task of the main thread took, how much of the time it was busy (0 to 1), and how many
 * sentences were said.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @returns {Promise<Heard>}
 */
async function listen(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    await page.addInitScript(voicesInPage, MS_PER_CHARACTER)
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('Shift') // a sign of the reader, for which the voices wait
    await page.waitForTimeout(BEFORE_PLAY_MS)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: Number(options.cpu) })
    await session.send('Performance.enable', { timeDomain: 'timeTicks' })
    const busyMs = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
    }
    const explaining = options.explain ? ['devtools.timeline'] : []
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', 'v8', ...explaining] })
    await page.evaluate((mark) => {
      addEventListener('keydown', () => performance.mark(mark), { capture: true, once: true })
    }, PLAY)
    const before = await busyMs()
    await page.keyboard.press('p')
    await page.waitForTimeout(LISTENED_MS)
    const busy = ((await busyMs()) - before) / LISTENED_MS
    const sentences = await page.evaluate(
      () => /** @type {{ saidByStub: unknown[] }} */ (/** @type {unknown} */ (window)).saidByStub.length,
    )
    return { tasks: tasksSince(PLAY, await browser.stopTracing()), busy, sentences }
  } finally {
    await context.close()
  }
}

/** What took less within a task is not told, in milliseconds. */
const TOLD_MS = 1.5
/** So many of the longest tasks are explained. */
const EXPLAINED = 5

/** The moment of the press, in the trace. */
const PLAY = 'the press of play'

/**
 * The tasks of the main thread since a mark.
 *
 * @param {string} mark
 * @param {Buffer} trace in the Trace Event Format of Chromium, times in microseconds
 * @returns {Task[]}
 */
function tasksSince(mark, trace) {
  /** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number }} TraceEvent */
  const { traceEvents } = /** @type {{ traceEvents: TraceEvent[] }} */ (JSON.parse(trace.toString()))
  const start = traceEvents.find(({ name, ph }) => name === mark && ph !== 'M')
  if (!start) throw new Error(`the trace has no ${mark}`)
  const events = traceEvents
    .filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === start.pid && tid === start.tid && ts > start.ts)
    .toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
  /** @type {Task[]} */
  const tasks = []
  /** When what the next event stands in ends, from the outermost to the innermost. @type {number[]} */
  let ends = []
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    ends = ends.filter((end) => end > ts)
    const [at, clock, processor] = [(ts - start.ts) / 1000, dur / 1000, tdur / 1000]
    const isTask = /\bRunTask$/.test(name)
    const task = tasks.at(-1)
    if (isTask && ends.length === 0) tasks.push({ at, clock, processor, isCollection: false, parts: [] })
    else if (task && ends.length > 0) {
      task.isCollection ||= name === 'MajorGC' && processor > task.processor / 2
      if (!isTask && processor >= TOLD_MS) task.parts.push({ name, processor, depth: ends.length })
    }
    ends.push(ts + dur)
  }
  return tasks
}

const pairs = await buildPairs(SIZES.map((size) => madeInterview(size)))
const site = await serve({ dir: siteFolder, port: 0 })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs })
/** @type {Map<string, Heard[]>} */
const heard = new Map()
for (let round = 0; round < Number(options.rounds); round += 1)
  for (const { script, ours } of pairs) {
    // oxlint-disable-next-line no-await-in-loop -- one page at a time, or each would slow the other
    const one = await listen(browser, new URL(ours.path, site.url).href)
    heard.set(script.id, [...(heard.get(script.id) ?? []), one])
  }
await browser.close()
await site.close()

console.log(`\nReading aloud for ${LISTENED_MS / 1000} s, ${options.rounds} rounds, ${options.cpu} times slower\n`)
console.log(
  `turns | tasks of over ${LONG_MS} ms of the processor, in all rounds | the longest | tasks of over ${LONG_MS} ms by the clock | the longest | main thread busy | sentences said | garbage collections of over ${LONG_MS} ms | the longest`,
)
for (const { script } of pairs) {
  const all = heard.get(script.id) ?? []
  const tasks = all.flatMap((one) => one.tasks)
  const cells = (/** @type {'processor' | 'clock'} */ by, isCollection = false) => {
    const times = tasks.filter((task) => task.isCollection === isCollection).map((task) => task[by])
    return [times.filter((ms) => ms > LONG_MS).length, `${Math.round(Math.max(0, ...times))} ms`]
  }
  const busy = Math.round(100 * median(all.map((one) => one.busy)))
  const sentences = median(all.map((one) => one.sentences))
  const own = [...cells('processor'), ...cells('clock')]
  console.log([script.turns.length, ...own, `${busy} %`, sentences, ...cells('processor', true)].join(' | '))
}
if (options.explain)
  for (const { script } of pairs) {
    console.log(`\nThe longest at ${script.turns.length} turns:`)
    const tasks = (heard.get(script.id) ?? []).flatMap((one) => one.tasks)
    for (const task of tasks.toSorted((one, other) => other.processor - one.processor).slice(0, EXPLAINED)) {
      const [at, clock, processor] = [task.at, task.clock, task.processor].map((ms) => ms.toFixed(1))
      console.log(`- ${processor} ms of the processor, ${clock} by the clock, ${at} after the press`)
      for (const part of task.parts) console.log(`${'  '.repeat(part.depth)}${part.name} ${part.processor.toFixed(1)}`)
    }
  }
