/**
 * Measures whether a link made on one edition of a transcript lands on the right turn of another.
 *
 *     node bench/links/run.mjs                     every scheme on everything, as the table of DESIGN.md
 *     node bench/links/run.mjs --only ours         schemes by a part of their name
 *     node bench/links/run.mjs --half tune|hold    half of the real pairs
 *     node bench/links/run.mjs --per 25            links per transcript edited by rule
 *     node bench/links/run.mjs --seed x            another draw of edits and links
 *     node bench/links/run.mjs --misses            lists each link that went wrong or got lost
 */
import { parseArgs } from 'node:util'
import { docs, pairsOf, SOURCES } from './data.mjs'
import { EDITS } from './edits.mjs'
import { drawn, likeness, normal, randomFrom, sentencesOf, shown, wordsOf } from './text.mjs'
import { schemes } from './schemes.mjs'

/**
 * @typedef {import('./text.mjs').Doc} Doc
 * @typedef {import('./schemes.mjs').Scheme} Scheme
 * @typedef {{ count: number, right: number, wrong: number }} Tally
 */

/** Turns of fewer words are counted apart: their own words say too little. */
const LONG_WORDS = 12
/** Deleted turns are told apart at this many words. */
const DELETED_LONG_WORDS = 6
const SHORT_PER_DOC = 10
const EDITED_PER_PAIR = 10
const ANY_PER_PAIR = 12

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    half: { type: 'string' },
    per: { type: 'string', default: '25' },
    seed: { type: 'string', default: '' },
    misses: { type: 'boolean', default: false },
  },
})
const half = options.half === 'tune' || options.half === 'hold' ? options.half : null
const seed = options.seed

/** @type {Map<string, Tally>} */
const tallies = new Map()

/**
 * @param {Scheme} scheme
 * @param {string} column
 * @param {'right' | 'wrong' | 'lost'} outcome
 */
function count(scheme, column, outcome) {
  const key = `${scheme.name}\n${column}`
  const tally = tallies.get(key) ?? { count: 0, right: 0, wrong: 0 }
  tallies.set(key, tally)
  tally.count += 1
  if (outcome !== 'lost') tally[outcome] += 1
}

/**
 * @param {Doc} doc
 * @param {number | undefined} turn
 */
function excerpt(doc, turn) {
  return turn === undefined ? '–' : `${turn}: ${doc.turns[turn]?.speaker}: ${doc.turns[turn]?.text.slice(0, 150)}`
}

/**
 * Makes a link, resolves it and counts what came of it. No turn in `right` means that the turn is gone.
 *
 * @param {Scheme} scheme
 * @param {string[]} columns
 * @param {{ before: Doc, after: Doc, turn: number, right: number[] }} task
 */
function follow(scheme, columns, { before, after, turn, right }) {
  const landed = scheme.resolve(after, scheme.makeLink(before, turn))
  const isRight = landed === null ? right.length === 0 : right.includes(landed)
  const outcome = isRight ? 'right' : landed === null ? 'lost' : 'wrong'
  for (const column of columns) count(scheme, column, outcome)
  if (!options.misses || isRight) return
  console.log(`${outcome} · ${scheme.name} · ${columns.join(', ')} · ${before.title}
   link to ${excerpt(before, turn)}\n   right   ${excerpt(after, right[0])}\n   landed  ${excerpt(after, landed ?? undefined)}`)
}

/**
 * @param {Scheme} scheme
 * @param {string[]} columns
 * @param {{ before: Doc, after: Doc, turn: number, right: number[] }} task
 * @param {string} sentence
 */
function followQuote(scheme, columns, { before, after, turn, right }, sentence) {
  const landed = scheme.resolveQuote?.(after, scheme.makeQuote?.(before, turn, sentence) ?? '') ?? null
  const isRight =
    landed !== null &&
    right.includes(landed.turn) &&
    likeness(normal(sentence).split(' '), normal(landed.text).split(' ')) >= 0.5
  for (const column of columns) count(scheme, column, landed === null ? 'lost' : isRight ? 'right' : 'wrong')
  if (options.misses && !isRight)
    console.log(`quote ${landed ? 'wrong' : 'lost'} · ${columns.join(', ')} · ${before.title} ${turn} → ${right.join()}
   quote  ${sentence.slice(0, 200)}\n   landed ${landed && `${landed.turn}: ${landed.text.slice(0, 200)}`}`)
}

/** @param {Scheme} scheme */
function followSynthetic(scheme) {
  for (const [name, edit] of Object.entries(EDITS))
    for (const [number, doc] of docs().entries()) {
      const edited = edit(doc, randomFrom(`${seed}${name}${number}`))
      const where = doc.turns.map(() => /** @type {number[]} */ ([]))
      for (const [index, { ids }] of edited.turns.entries()) for (const id of ids ?? []) where[id]?.push(index)
      const random = randomFrom(`${seed}pick${number}`)
      const [before, after] = [shown(doc), shown(edited)]
      const turns = doc.turns.map((_, index) => index)
      const words = doc.turns.map(({ text }) => wordsOf(text).length)
      const long = drawn(turns.filter((turn) => (words[turn] ?? 0) >= LONG_WORDS), Number(options.per), random)
      const short = drawn(turns.filter((turn) => (words[turn] ?? 0) < LONG_WORDS), SHORT_PER_DOC, random)
      for (const turn of long) follow(scheme, [`edit ${name}`], { before, after, turn, right: where[turn] ?? [] })
      for (const turn of short) follow(scheme, [`short ${name}`], { before, after, turn, right: where[turn] ?? [] })
      if (scheme.resolveQuote)
        for (const turn of long) {
          const right = where[turn] ?? []
          const sentences = sentencesOf(doc.turns[turn]?.text ?? '').filter((sentence) => wordsOf(sentence).length >= 6)
          if (sentences.length === 0 || right.length === 0) continue
          followQuote(scheme, [`quote ${name}`], { before, after, turn, right }, drawn(sentences, 1, random)[0] ?? '')
        }
    }
}

/**
 * @param {Scheme} scheme
 * @param {string} source
 */
function followReal(scheme, source) {
  for (const { id, old: before, new: after, truth } of pairsOf(source, half)) {
    const random = randomFrom(seed + id)
    const isShifted = before.turns.length !== after.turns.length
    const counted = truth.flatMap(({ words, share, ok }, turn) =>
      words < LONG_WORDS || (share > 0 && share < 0.5 && ok.length === 0) ? [] : [turn],
    )
    const isSame = (/** @type {number} */ turn) => {
      const best = truth[turn]?.best
      return best != null && normal(before.turns[turn]?.text ?? '') === normal(after.turns[best]?.text ?? '')
    }
    const task = (/** @type {number} */ turn) => ({ before, after, turn, right: truth[turn]?.ok ?? [] })
    const edited = counted.filter((turn) => !isSame(turn))
    for (const turn of drawn(edited, EDITED_PER_PAIR, random)) follow(scheme, [`edited ${source}`, 'edited pooled'], task(turn))
    const any = drawn([...edited, ...counted.filter(isSame)], ANY_PER_PAIR, random)
    for (const turn of any) {
      follow(scheme, [`any ${source}`, 'any pooled'], task(turn))
      if (isShifted) follow(scheme, [`shifted ${source}`, 'shifted pooled'], task(turn))
    }
    followDeleted(scheme, source, { before, after, truth, random })
    if (!scheme.resolveQuote) continue
    for (const turn of drawn(edited, EDITED_PER_PAIR, random)) {
      const right = truth[turn]?.ok ?? []
      const sentences = sentencesOf(before.turns[turn]?.text ?? '').filter((sentence) => wordsOf(sentence).length >= 6)
      if (sentences.length === 0 || right.length === 0) continue
      followQuote(scheme, [`quote ${source}`, 'quote pooled'], task(turn), drawn(sentences, 1, random)[0] ?? '')
    }
  }
}

/**
 * Takes a linked turn out of the new edition, all else staying: the link has to say that it is gone.
 *
 * @param {Scheme} scheme
 * @param {string} source
 * @param {{ before: Doc, after: Doc, truth: import('./data.mjs').Fate[], random: () => number }} pair
 */
function followDeleted(scheme, source, { before, after, truth, random }) {
  const turns = truth.flatMap(({ best, words }, turn) => (best === null || words === 0 ? [] : [turn]))
  const isLong = (/** @type {number} */ turn) => (truth[turn]?.words ?? 0) >= DELETED_LONG_WORDS
  for (const turn of drawn(turns.filter(isLong), ANY_PER_PAIR, random).concat(
    drawn(turns.filter((one) => !isLong(one)), ANY_PER_PAIR, random),
  )) {
    const out = new Set([truth[turn]?.best, ...(truth[turn]?.ok ?? [])])
    const cut = { ...after, turns: after.turns.filter((_, index) => !out.has(index)) }
    const column = isLong(turn) ? 'deleted' : 'deleted short'
    follow(scheme, [`${column} ${source}`, `${column} pooled`], { before, after: cut, turn, right: [] })
  }
}

/**
 * `right / silently wrong`, in per cent of the links of the columns, each column weighing the same.
 *
 * @param {Scheme} scheme
 * @param {string[]} columns
 */
function cell(scheme, columns) {
  const shares = columns.flatMap((column) => tallies.get(`${scheme.name}\n${column}`) ?? [])
  const mean = (/** @type {'right' | 'wrong'} */ what) =>
    ((100 * shares.reduce((sum, tally) => sum + tally[what] / tally.count, 0)) / shares.length).toFixed(1)
  return shares.length > 0 ? `${mean('right')} / ${mean('wrong')}` : '–'
}

/**
 * @param {string} title
 * @param {Record<string, string[]>} columns
 * @param {Scheme[]} rows
 */
function print(title, columns, rows) {
  const names = Object.keys(columns)
  console.log(`\n### ${title}\n| scheme | ${names.join(' | ')} |\n|---|${names.map(() => '--:|').join('')}`)
  for (const scheme of rows)
    console.log(`| ${scheme.name} | ${Object.values(columns).map((all) => cell(scheme, all)).join(' | ')} |`)
}

const chosen = schemes.filter(({ name }) => !options.only || name.includes(options.only))
for (const scheme of chosen) {
  followSynthetic(scheme)
  for (const source of SOURCES) followReal(scheme, source)
}

const edits = Object.keys(EDITS).filter((name) => name !== 'no edit')
console.log(`right % / silently wrong %${half ? `, the ${half} half of the real pairs` : ''}`)
for (const source of ['pooled', ...SOURCES])
  print(`real pairs: ${source}`, {
    any: [`any ${source}`],
    'answer itself edited': [`edited ${source}`],
    'number of turns changed': [`shifted ${source}`],
    'deleted, 6+ words': [`deleted ${source}`],
    'deleted, shorter': [`deleted short ${source}`],
    'quoted sentence in an edited answer': [`quote ${source}`],
  }, chosen)
print('edited by rule: means', {
  'answers of 12+ words': edits.map((name) => `edit ${name}`),
  'turns under 12 words': edits.map((name) => `short ${name}`),
  'quoted sentence': edits.map((name) => `quote ${name}`),
}, chosen)
print('edited by rule: answers of 12+ words', Object.fromEntries(Object.keys(EDITS).map((name) => [name, [`edit ${name}`]])), chosen)
print('edited by rule: turns under 12 words', Object.fromEntries(Object.keys(EDITS).map((name) => [name, [`short ${name}`]])), chosen)
print('edited by rule: quoted sentences', Object.fromEntries(Object.keys(EDITS).map((name) => [name, [`quote ${name}`]])), chosen)
