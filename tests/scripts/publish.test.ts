import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const INTERVIEW = 'blinken-initiatives'
let folder = ''

/** Runs the script as npm does, without anybody at the terminal. */
function publish(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('scripts/publish.mjs'), '--public', join(folder, 'public'), '--links', join(folder, 'links'), ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: folder },
  )
  return { status, stdout, stderr }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-publish-'))
  mkdirSync(join(folder, 'public/interviews'), { recursive: true })
  copyFileSync(`public/interviews/${INTERVIEW}.md`, join(folder, `public/interviews/${INTERVIEW}.md`))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('npm run publish', () => {
  it('writes the ledger that the project keeps, from a terminal that gives no answer', () => {
    expect(publish()).toMatchObject({ status: 0, stderr: '' })
    const written = readFileSync(join(folder, `links/${INTERVIEW}.json`), 'utf8')
    expect(written).toBe(readFileSync(`links/${INTERVIEW}.json`, 'utf8'))
  })

  it('ends with 1 and says what is wrong, and writes nothing', () => {
    const file = join(folder, `public/interviews/${INTERVIEW}.md`)
    const text = readFileSync(file, 'utf8')
    expect(publish('--interview', 'nobody')).toMatchObject({ status: 1, stdout: expect.stringContaining(INTERVIEW) })
    expect(publish('--same', 'one')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--same old-id=new-id'),
    })
    expect(publish('--unknown').status).toBe(1)
    writeFileSync(file, text.replace('title:', 'tilte:'))
    rmSync(join(folder, 'links'), { recursive: true })
    expect(publish()).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`public/interviews/${INTERVIEW}.md:2`),
    })
    expect(existsSync(join(folder, 'links'))).toBe(false)
    writeFileSync(file, text)
  })
})
