import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prerenderPlugin } from '../../src/build/prerenderPlugin.ts'
import { buildFixture } from '../support/buildFixture.ts'

const HEAD =
  '---\ntitle: Bread\nlanguage: en\nspeakers:\n  - { label: Host, role: interviewer }\n  - { label: Baker, role: guest }\n---\n'

let folder = ''
const write = (name: string, answer: string) =>
  writeFileSync(
    join(folder, `public/interviews/${name}.md`),
    `${HEAD}\nHost: What is good bread?\n\nBaker: ${answer}\n`,
  )
const build = (out: string, siteUrl = 'https://example.org/') =>
  buildFixture({
    configFile: false,
    plugins: [react(), prerenderPlugin({ siteUrl, links: join(folder, 'links') })],
    publicDir: join(folder, 'public'),
    logLevel: 'silent',
    build: { outDir: join(folder, out), emptyOutDir: true },
  })
const filesOf = (out: string) =>
  readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, out).length))
    .toSorted()
const contentOf = (out: string) => filesOf(out).map((file) => [file, readFileSync(join(folder, out, file), 'base64')])
const writtenAt = (name: string) => statSync(join(folder, 'out/interviews', name, 'index.html')).mtimeMs

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-kept-'))
  mkdirSync(join(folder, 'public/interviews'), { recursive: true })
  write('rye', 'Rye, because it forgives mistakes.')
  write('wheat', 'Wheat, since it rises by itself.')
  write('spelt', 'Spelt, for its old taste.')
  // So long that its pages share style sheets.
  write('flour', Array.from({ length: 35 }, (_, at) => `${at}.\n\nHost: And?\n\nBaker: More`).join(' of it. '))
  await build('out')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

test('a build writes the pages of the interviews that changed, and its site is the one that a build from nothing makes', async () => {
  const before = ['rye', 'wheat', 'flour'].map(writtenAt)
  write('wheat', 'Wheat, since it rises nearly by itself.')
  rmSync(join(folder, 'public/interviews/spelt.md'))
  writeFileSync(join(folder, 'out/interviews/stray.json'), 'left over')
  await build('out')
  expect(writtenAt('rye')).toBe(before[0])
  expect(writtenAt('wheat')).not.toBe(before[1])
  expect(writtenAt('flour')).toBe(before[2])
  expect(filesOf('out').filter((file) => /assets.(?:reading|player)-/.test(file))).toHaveLength(2)
  await build('anew')
  expect(contentOf('out')).toEqual(contentOf('anew'))
  expect(filesOf('out').filter((file) => /spelt|stray/.test(file))).toEqual([])
}, 60_000)

test('a build for another address writes every page', async () => {
  const before = writtenAt('rye')
  await build('out', 'https://example.com/')
  expect(writtenAt('rye')).not.toBe(before)
  expect(readFileSync(join(folder, 'out/interviews/rye/index.html'), 'utf8')).not.toContain('example.org')
}, 60_000)
