/** Finds a Chromium for the browser tests, or gets one. `node scripts/chromium.mjs` prints where it is. */
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const isRoot = process.getuid?.() === 0

/** Nothing in the background that could reach the network or slow a test; root has no sandbox to start. */
export const chromiumArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/**
 * Where a Chromium is: CHROMIUM_PATH, else Playwright's own, else the system's; null when there is none.
 *
 * @returns {string | null}
 * @throws {Error} when CHROMIUM_PATH names a file that does not exist
 */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`)
  }
  return [chromium.executablePath(), ...systemPlaces()].find((place) => place && existsSync(place)) ?? null
}

/** Where Chromium, Chrome and Edge are usually installed. */
function systemPlaces() {
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    return roots.flatMap((root) =>
      root
        ? [
            join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(root, 'Chromium', 'Application', 'chrome.exe'),
            join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ]
        : [],
    )
  }
  if (process.platform === 'darwin') {
    return [process.env['HOME'] ?? '', ''].flatMap((root) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
    )
  }
  return [
    '/usr/bin/chromium-headless-shell', // the same without windows: the tests take four fifths of the time
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ]
}

/**
 * Where a Chromium is, after getting one if there was none: root on Debian by apt-get, others by Playwright.
 *
 * @returns {string}
 * @throws {Error} one sentence that says how to get one by hand
 */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  console.error('No Chromium was found: getting one (CHROMIUM_PATH=… names your own).')
  const got = getByApt() ?? getByPlaywright()
  if (got) return got
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge: install one, run "npx playwright install chromium", or name one by CHROMIUM_PATH.',
  )
}

/** Installs Debian's Chromium; null when that is not possible here. */
function getByApt() {
  if (!isRoot || !existsSync('/etc/debian_version')) return null
  if (!run('apt-get', ['update', '-qq'])) return null
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])) break
  return findChromium()
}

/** Downloads Playwright's Chromium; null when that is not possible here. */
function getByPlaywright() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  run(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'])
  return findChromium()
}

/**
 * Whether a command succeeded; what it prints goes to stderr.
 *
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
