/**
 * Measures how busy the page is while it reads a long interview aloud, by a stub of the browser's voices.
 *
 *     npm run bench:playing                     17 and 1,000 turns, 5 rounds of 15 s each: about three minutes
 *     npm run bench:playing -- --rounds 9       another number of rounds
 *     npm run bench:playing -- --cpu 1          how many times slower than this machine; else 4
 *
 * Every round begins at the turn of the link and goes on from there, in a new browser context, the sizes in turn. A task is told
 * twice: how long it took by the clock, and for how much of that it had the processor, which other programs of the machine (and
 * other machines on the same one) take away from it.
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
 * @typedef {{ clock: number, processor: number }} Task what it took, in milliseconds
 *
 * @typedef {{ tasks: Task[], busy: number, sentences: number }} Heard
 */

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, cpu: { type: 'string', default: '4' } },
})
const SIZES = [17, 1000]
const LISTENED_MS = 15_000
/** A reader feels a task that takes longer, in milliseconds (W3C, Long Tasks). */
const LONG_MS = 50
/** So long after their first sign the reader presses play: what waits for the sign has come by then. */
const BEFORE_PLAY_MS = 1000
/** A sentence of the interview takes about half a second: ten times as many sentences as a voice would say. */
const MS_PER_CHARACTER = 5

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
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
    await page.evaluate((mark) => performance.mark(mark), PLAY)
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
  return traceEvents
    .filter(
      ({ name, pid, tid, ts }) => /\bRunTask$/.test(name) && pid === start.pid && tid === start.tid && ts > start.ts,
    )
    .map(({ dur = 0, tdur = dur }) => ({ clock: dur / 1000, processor: tdur / 1000 }))
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
  `turns | tasks of over ${LONG_MS} ms of the processor, in all rounds | the longest | tasks of over ${LONG_MS} ms by the clock | the longest | main thread busy | sentences said`,
)
for (const { script } of pairs) {
  const all = heard.get(script.id) ?? []
  const cells = (/** @type {'processor' | 'clock'} */ by) => {
    const times = all.flatMap(({ tasks }) => tasks.map((task) => task[by]))
    return [times.filter((ms) => ms > LONG_MS).length, `${Math.round(Math.max(0, ...times))} ms`]
  }
  const busy = Math.round(100 * median(all.map((one) => one.busy)))
  const sentences = median(all.map((one) => one.sentences))
  console.log([script.turns.length, ...cells('processor'), ...cells('clock'), `${busy} %`, sentences].join(' | '))
}
