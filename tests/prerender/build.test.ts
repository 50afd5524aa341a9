import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBuilder, createServer, type ViteDevServer } from 'vite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const BROKEN = `---
title: Broken
language: en
speakers:
  - label: Host
    role: presenter
---

Host: Hello.
`

describe('a file that cannot be read', () => {
  let publicDir: string
  let server: ViteDevServer | undefined

  beforeEach(() => {
    publicDir = mkdtempSync(join(tmpdir(), 'colloquy-'))
    mkdirSync(join(publicDir, 'interviews'))
    cpSync('public/interviews', join(publicDir, 'interviews'), { recursive: true })
    writeFileSync(join(publicDir, 'interviews', 'broken.md'), BROKEN)
  })
  afterEach(async () => {
    await server?.close()
    server = undefined
    rmSync(publicDir, { recursive: true })
  })

  test('stops the build, which says file, line, what, why, and the line as it should be', async () => {
    const builder = await createBuilder({ publicDir, logLevel: 'silent', build: { outDir: join(publicDir, 'out') } })
    await expect(builder.buildApp()).rejects.toThrow(/public\/interviews\/broken\.md:6: .*presenter[\s\S]*role: guest/)
  })

  test('is told by the dev server where its data would be, and the others are served', async () => {
    server = await createServer({ publicDir, logLevel: 'silent', server: { port: 0 } })
    await server.listen()
    const url = server.resolvedUrls?.local[0] ?? ''
    const broken = await fetch(`${url}interviews/broken.json`)
    expect(broken.status).toBe(404)
    expect(await broken.text()).toContain('public/interviews/broken.md:6')
    const fine = await fetch(`${url}interviews/blinken-initiatives.json`)
    expect(await fine.json()).toMatchObject({ id: 'blinken-initiatives' })
  })
})
