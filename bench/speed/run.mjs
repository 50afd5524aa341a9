/**
 * Measures how fast a link to one answer opens, beside one plain static page of the same turns.
 *
 *     npm run bench                        17 and 1,000 turns, 5 rounds: about five minutes
 *     npm run bench -- --full              17, 1,000 and 10,000 turns; 25 rounds, 7 of the last: about an hour
 *     npm run bench -- --real              the ten longest real transcripts of the bench of links
 *     npm run bench -- --sizes 17,100000   interviews of other lengths
 *     npm run bench -- --rounds 9          another number of rounds
 *     npm run bench -- --only slow4g       one of the conditions: fast, cpu4, slow4g
 *     npm run bench -- --json file.json    where every sample is written; else node_modules/.cache/bench-speed/
 *     npm run bench -- --build             what the build takes of time, memory and room
 *     npm run bench -- --library 10        what a library of so many interviews takes, from nothing and with one changed
 *
 * Both pages are opened in turn, each in a new browser context, and in the other order every other round.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.mjs'
import { serve } from '../../scripts/serve.mjs'
import { measureBuilds, measureLibrary } from './builds.mjs'
import { madeInterview, realInterviews } from './interviews.mjs'
import { takeSample } from './sample.mjs'
import { buildPairs, folder, siteFolder } from './sites.mjs'
import { median, ratioOfMedians } from './statistics.mjs'

/**
 * @typedef {import('./sample.mjs').Sample} Sample
 * @typedef {import('./sample.mjs').Conditions} Conditions
 * @typedef {import('./sites.mjs').Pair} Pair
 * @typedef {{ ours: Sample, plain: Sample }} Round
 */

/** Above so many turns a sample takes long, and effects are far larger than their noise. */
const MANY_TURNS = 2000
const REAL_COUNT = 10

/** @type {Conditions[]} */
const CONDITIONS = [
  { name: 'fast', cpu: 1, isSlow4g: false },
  { name: 'cpu4', cpu: 4, isSlow4g: false },
  { name: 'slow4g', cpu: 1, isSlow4g: true },
]

const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    real: { type: 'boolean', default: false },
    build: { type: 'boolean', default: false },
    library: { type: 'string' },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string', default: join(folder, 'samples.json') },
  },
})

/** @param {number} turns */
function roundsOf(turns) {
  if (options.rounds) return Number(options.rounds)
  if (!options.full) return 5
  return turns > MANY_TURNS ? 7 : 25
}

/** The pages to measure. @returns {Promise<Pair[]>} */
function pairs() {
  if (options.real) return buildPairs(realInterviews(REAL_COUNT))
  const sizes = options.sizes ?? (options.full ? '17,1000,10000' : '17,1000')
  return buildPairs(sizes.split(',').map((size) => madeInterview(Number(size))))
}

/** @param {Round[]} rounds @param {(sample: Sample) => number} of */
function ratioText(rounds, of) {
  const { ratio, low, high } = ratioOfMedians(rounds.map(({ ours, plain }) => [of(ours), of(plain)]))
  return `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
}

/** @param {Round[]} rounds @param {(sample: Sample) => number} of */
function bothText(rounds, of) {
  const [ours, plain] = [rounds.map((round) => of(round.ours)), rounds.map((round) => of(round.plain))]
  return `${Math.round(median(ours))} / ${Math.round(median(plain))}`
}

/** @type {[name: string, of: (sample: Sample) => number][]} */
const RATIOS = [
  ['link → answer', ({ linkMs }) => linkMs],
  ['jump', ({ jumpMs }) => jumpMs],
  ['elements', ({ elements }) => elements],
  ['document', ({ documentBytes }) => documentBytes],
]

/** The measures of one page and its plain one, as a line of a table. @param {Round[]} rounds */
function lineOf(rounds) {
  const worst = Math.max(...rounds.map(({ ours }) => ours.landingError))
  return [
    ...RATIOS.map(([, of]) => ratioText(rounds, of)),
    bothText(rounds, ({ linkMs }) => linkMs),
    bothText(rounds, ({ blockingMs }) => blockingMs),
    `${worst.toFixed(1)} px`,
    bothText(rounds, ({ droppedShare }) => 100 * droppedShare),
  ].join(' | ')
}

const HEADINGS = [
  ...RATIOS.map(([name]) => `${name} ×`),
  'link, ms: ours / plain',
  'blocking, ms',
  'worst landing',
  'dropped frames, %',
].join(' | ')

/** Measures all pages under all conditions, and prints a table for each condition as soon as it is there. */
async function main() {
  const start = performance.now()
  const all = await pairs()
  const site = await serve({ dir: siteFolder, port: 0 })
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs })
  const results = []
  try {
    // The server compresses a file when it is first asked for it, which would count against the first sample.
    for (const { ours, plain } of all)
      for (const { path } of [ours, plain]) await (await fetch(new URL(path, site.url))).arrayBuffer()
    for (const conditions of CONDITIONS.filter(({ name }) => !options.only || name === options.only)) {
      console.log(`\n### ${conditions.name}\n\n| turns | ${HEADINGS} |\n| --: |${' --: |'.repeat(8)}`)
      for (const pair of all) {
        const rounds = await roundsOfPair(pair, { browser, siteUrl: site.url, conditions })
        results.push({ conditions: conditions.name, id: pair.script.id, turns: pair.script.turns.length, rounds })
        console.log(`| ${pair.script.turns.length.toLocaleString('en')} | ${lineOf(rounds)} |`)
        await writeFile(options.json, JSON.stringify(results, null, 1))
      }
    }
  } finally {
    await browser.close()
    await site.close()
  }
  console.log(`\n${((performance.now() - start) / 60_000).toFixed(1)} min; every sample: ${options.json}`)
}

/**
 * @param {Pair} pair
 * @param {{ browser: import('@playwright/test').Browser, siteUrl: string, conditions: Conditions }} where
 */
async function roundsOfPair(pair, { browser, siteUrl, conditions }) {
  /** @type {Round[]} */
  const rounds = []
  const sample = (/** @type {'ours' | 'plain'} */ which) =>
    takeSample(browser, { siteUrl, subject: pair[which], conditions })
  for (let round = 0; round < roundsOf(pair.script.turns.length); round += 1) {
    if (round % 2 === 0) {
      const ours = await sample('ours')
      rounds.push({ ours, plain: await sample('plain') })
    } else {
      const plain = await sample('plain')
      rounds.push({ ours: await sample('ours'), plain })
    }
  }
  return rounds
}

if (options.library) await measureLibrary(Number(options.library))
else await (options.build ? measureBuilds(options.sizes) : main())
