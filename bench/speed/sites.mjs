/** Builds what is measured: a site of interviews by the site’s own build, and the plain page of each beside it. */
import { fork } from 'node:child_process'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { textOf } from './interviews.mjs'
import { plainPage } from './plainPage.mjs'

/**
 * @typedef {import('./interviews.mjs').Script} Script
 *
 * @typedef {object} Link A way to a turn.
 * @property {string} path from the site's root
 * @property {string} hash with its `#`; empty where the path itself names the turn
 * @property {string} target selects the turn
 * @property {string} text what the turn says first
 *
 * @typedef {Link & { jump: Link }} Subject One page to measure, and where is jumped to on it.
 * @typedef {{ script: Script, ours: Subject, plain: Subject }} Pair
 */

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Where all that is measured is kept. */
export const folder = join(root, 'node_modules/.cache/bench-speed')

/** The link leads so far down, and the jump goes up again to here, as shares of all turns. */
const LINK_DEPTH = 0.7
const JUMP_DEPTH = 0.2
/** So much of a turn's text, in UTF-16 code units, tells it from others. */
const TELLING = 40

/** The folder of the built site. */
export const siteFolder = join(folder, 'site')

/** Sends the most memory that the process ever took to the process that started it, in kilobytes. */
const REPORT_MEMORY = "process.on('exit', () => process.send?.(process.resourceUsage().maxRSS))"

/**
 * Builds a site in a process of its own.
 *
 * @param {{ publicDir: string, outDir: string, only?: readonly string[] }} options `only` these pages of interviews
 * @returns {Promise<{ peakMb: number }>}
 * @throws {Error} when the build fails
 */
export function buildSite({ publicDir, outDir, only }) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const config = join(root, 'bench/speed/vite.config.ts')
  const args = ['build', root, '--config', config, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error']
  // With CI a build ends where addresses are not recorded; those of what is measured never are.
  const env = { ...process.env, CI: '', BENCH_PUBLIC: publicDir, ...(only && { BENCH_ONLY: only.join('\n') }) }
  return new Promise((done, fail) => {
    const execArgv = ['--import', `data:text/javascript,${encodeURIComponent(REPORT_MEMORY)}`]
    const child = fork(vite, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env, execArgv })
    let peakMb = 0
    child.on('message', (kilobytes) => (peakMb = Number(kilobytes) / 1024))
    child.on('error', fail)
    child.on('close', (code) => (code === 0 ? done({ peakMb }) : fail(new Error(`the build ended with ${code}`))))
  })
}

/**
 * Writes interviews as the public files of a site.
 *
 * @param {readonly Script[]} scripts
 * @param {string} publicDir
 * @param {(script: Script) => Record<number, string>} [pinsOf] ids for some of their turns
 */
export async function writeInterviews(scripts, publicDir, pinsOf = () => ({})) {
  await rm(publicDir, { recursive: true, force: true })
  await mkdir(join(publicDir, 'interviews'), { recursive: true })
  await copyFile(join(root, 'public/icon.svg'), join(publicDir, 'icon.svg'))
  for (const script of scripts)
    await writeFile(join(publicDir, 'interviews', `${script.id}.md`), textOf(script, pinsOf(script)))
}

/** The ids of the turns that are linked and jumped to; all others have the ids that the site gives them. */
const LINKED = 'the-turn-that-is-linked-to'
const JUMPED = 'the-turn-that-is-jumped-to'

/**
 * Builds the pages that are measured, and nothing else.
 *
 * @param {readonly Script[]} scripts
 * @returns {Promise<Pair[]>}
 */
export async function buildPairs(scripts) {
  const pairs = scripts.map((script) => pairOf(script))
  const publicDir = join(folder, 'public')
  await writeInterviews(scripts, publicDir, ({ turns }) => ({
    [turnAt(turns, LINK_DEPTH)]: LINKED,
    [turnAt(turns, JUMP_DEPTH)]: JUMPED,
  }))
  await buildSite({ publicDir, outDir: siteFolder, only: pairs.flatMap(({ ours }) => [ours.path, ours.jump.path]) })
  for (const { script, ours, plain } of pairs) {
    const html = await readFile(join(siteFolder, ours.path, 'index.html'), 'utf8')
    const fonts = Array.from(
      html.matchAll(/<link rel="preload" as="font"[^>]* href="([^"]+)"/g),
      ([, font = '']) => font,
    )
    await mkdir(join(siteFolder, plain.path), { recursive: true })
    await writeFile(join(siteFolder, plain.path, 'index.html'), plainPage(script, fonts))
  }
  return pairs
}

/**
 * @param {Script} script
 * @returns {Pair}
 */
function pairOf(script) {
  const { id, turns } = script
  const linked = turnAt(turns, LINK_DEPTH)
  const jumped = turnAt(turns, JUMP_DEPTH)
  const textAt = (/** @type {number} */ turn) => turns[turn]?.text.slice(0, TELLING) ?? ''
  const ours = (/** @type {string} */ turn) => ({ path: `/interviews/${id}/${turn}/`, hash: '', target: `#${turn}` })
  const plain = (/** @type {number} */ turn) => ({ path: `/plain/${id}/`, hash: `#t-${turn}`, target: `#t-${turn}` })
  return {
    script,
    ours: { ...ours(LINKED), text: textAt(linked), jump: { ...ours(JUMPED), text: textAt(jumped) } },
    plain: { ...plain(linked), text: textAt(linked), jump: { ...plain(jumped), text: textAt(jumped) } },
  }
}

/**
 * @param {readonly unknown[]} turns
 * @param {number} depth as a share of all turns
 */
function turnAt(turns, depth) {
  return Math.floor(turns.length * depth)
}
