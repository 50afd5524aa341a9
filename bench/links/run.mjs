/**
 * Measures whether a link made on one edition of a transcript lands on the right turn of another.
 *
 *     npm run bench:links                        every scheme on everything, as the table of DESIGN.md
 *     npm run bench:links -- --only ours         schemes by a part of their name
 *     npm run bench:links -- --half tune|hold    half of the real pairs
 *     npm run bench:links -- --per 25            links per transcript edited by rule
 *     npm run bench:links -- --seed x            another draw of edits and links
 *     npm run bench:links -- --misses            lists each link that went wrong or got lost
 */
import { parseArgs } from 'node:util'
import { SOURCES } from './data.mjs'
import { EDITS } from './edits.mjs'
import { schemes } from './schemes.mjs'
import { realTasks, syntheticTasks } from './tasks.mjs'
import { likeness, normal } from './text.mjs'

/**
 * @typedef {import('./schemes.mjs').Scheme} Scheme
 * @typedef {import('./tasks.mjs').Task} Task
 * @typedef {{ count: number, right: number, wrong: number }} Tally
 */

/** A stretch that is found counts as the sentence when so much of both is the same words. */
const SENTENCE_LIKENESS = 0.5

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    half: { type: 'string' },
    per: { type: 'string', default: '25' },
    seed: { type: 'string', default: '' },
    misses: { type: 'boolean', default: false },
  },
})

/** What came of the links, by scheme and column. @type {Map<string, Tally>} */
const tallies = new Map()

/**
 * Follows a link; null when it says that its turn is gone, or cannot be made.
 *
 * @param {Scheme} scheme
 * @param {Task} task
 * @returns {{ turn: number, text: string } | null}
 */
function followed({ makeLink, resolve, makeQuote, resolveQuote }, { before, after, turn, sentence }) {
  if (sentence !== undefined) return resolveQuote?.(after, makeQuote?.(before, turn, sentence) ?? '') ?? null
  const landed = resolve(after, makeLink(before, turn), before)
  return landed === null ? null : { turn: landed, text: after.turns[landed]?.text ?? '' }
}

/**
 * @param {Scheme} scheme
 * @param {Task} task
 */
function follow(scheme, task) {
  const { columns, before, turn, right, sentence } = task
  if (sentence !== undefined && !scheme.resolveQuote) return
  const landed = followed(scheme, task)
  const isLike =
    sentence === undefined ||
    likeness(normal(sentence).split(' '), normal(landed?.text ?? '').split(' ')) >= SENTENCE_LIKENESS
  const isRight = landed === null ? right.length === 0 : right.includes(landed.turn) && isLike
  for (const column of columns) {
    const key = `${scheme.name}\n${column}`
    const tally = tallies.get(key) ?? { count: 0, right: 0, wrong: 0 }
    tallies.set(key, tally)
    tally.count += 1
    if (isRight) tally.right += 1
    else if (landed) tally.wrong += 1
  }
  if (!options.misses || isRight) return
  const linked = sentence ?? before.turns[turn]?.text ?? ''
  console.log(`${landed ? 'wrong' : 'lost'} · ${scheme.name} · ${columns.join(', ')} · ${before.title}
   linked ${turn}: ${linked.slice(0, 150)}
   right  ${right.map((index) => `${index}: ${task.after.turns[index]?.text.slice(0, 150)}`).join(' or ') || '–'}
   landed ${landed ? `${landed.turn}: ${landed.text.slice(0, 150)}` : '–'}`)
}

/**
 * `right / silently wrong`, in per cent of the links of the columns, each column weighing the same.
 *
 * @param {Scheme} scheme
 * @param {string[]} columns
 */
function cell(scheme, columns) {
  const some = columns.flatMap((column) => tallies.get(`${scheme.name}\n${column}`) ?? [])
  const mean = (/** @type {'right' | 'wrong'} */ what) =>
    ((100 * some.reduce((sum, tally) => sum + tally[what] / tally.count, 0)) / some.length).toFixed(1)
  return some.length > 0 ? `${mean('right')} / ${mean('wrong')}` : '–'
}

/**
 * @param {string} title
 * @param {[name: string, columns: string[]][]} columns
 */
function print(title, columns) {
  console.log(`\n### ${title}\n\n| scheme | ${columns.map(([name]) => name).join(' | ')} |`)
  console.log(`| --- |${' --: |'.repeat(columns.length)}`)
  for (const scheme of chosen)
    console.log(`| ${[scheme.name, ...columns.map(([, all]) => cell(scheme, all))].join(' | ')} |`)
}

const half = options.half === 'tune' || options.half === 'hold' ? options.half : null
/** @type {import('./tasks.mjs').Draw} */
const draw = { per: Number(options.per), seed: options.seed, half }
const chosen = schemes.filter(({ name }) => name.includes(options.only))
const start = performance.now()
for (const tasks of [syntheticTasks(draw), ...SOURCES.map((source) => realTasks(source, draw))])
  for (const task of tasks) for (const scheme of chosen) follow(scheme, task)

const edits = Object.keys(EDITS).filter((name) => name !== 'no edit')
const every = (/** @type {string} */ kind) => edits.map((name) => `${kind} ${name}`)
console.log(`right % / silently wrong %${half ? `, ${half} half of the real pairs` : ''}`)
for (const source of ['pooled', ...SOURCES])
  print(`real pairs, ${source}`, [
    ['any answer', [`any ${source}`]],
    ['answer itself edited', [`edited ${source}`]],
    ['number of turns changed', [`shifted ${source}`]],
    ['deleted, 6+ words', [`deleted ${source}`]],
    ['deleted, shorter', [`deleted short ${source}`]],
    ['sentence of an edited answer', [`quote ${source}`]],
  ])
print('edited by rule, mean of all kinds', [
  ['answers of 12+ words', every('edit')],
  ['turns under 12 words', every('short')],
  ['quoted sentence', every('quote')],
])
for (const [kind, title] of [
  ['edit', 'answers of 12+ words'],
  ['short', 'turns under 12 words'],
  ['quote', 'quoted sentences'],
])
  print(
    `edited by rule, ${title}`,
    Object.keys(EDITS).map((name) => [name, [`${kind} ${name}`]]),
  )
console.log(`\n${((performance.now() - start) / 1000).toFixed(0)} s`)
