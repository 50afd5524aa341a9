import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createBuilder } from 'vite'
import { serve } from '../../scripts/serve.mjs'
import { prerenderPlugin } from '../../src/build/prerenderPlugin.ts'
import { publishLedgers } from '../../src/build/publishLedgers.ts'
import type { Interview } from '../../src/domain/interview.ts'

const HEAD =
  '---\ntitle: Bread\nlanguage: en\nspeakers:\n  - { label: Host, role: interviewer }\n  - { label: Baker, role: guest }\n---\n'

/** A site with one interview, at `interviews/bread/`, that is published again and again at one address. */
export interface EditedSite {
  readonly url: string
  /** Publishes the interview as it is from now on; each turn begins with its label. */
  publish(...turns: string[]): Promise<Interview>
  close(): Promise<void>
}

/** Publishes a site for the first time, and serves it. */
export async function openEditedSite(...first: string[]): Promise<EditedSite & { readonly before: Interview }> {
  const folder = await mkdtemp(join(tmpdir(), 'colloquy-edited-'))
  const [publicFolder, linksFolder, out] = [join(folder, 'public'), join(folder, 'links'), join(folder, 'out')]
  await mkdir(join(publicFolder, 'interviews'), { recursive: true })
  await copyFile('public/icon.svg', join(publicFolder, 'icon.svg'))
  const build = async (turns: readonly string[]) => {
    await writeFile(join(publicFolder, 'interviews/bread.md'), `${HEAD}\n${turns.join('\n\n')}\n`)
    await publishLedgers({ publicFolder, linksFolder, only: null, answers: { same: [], gone: [] }, forget: [] })
    const builder = await createBuilder({
      configFile: false,
      base: '/',
      plugins: [react(), prerenderPlugin({ siteUrl: 'https://example.org/', links: linksFolder })],
      publicDir: publicFolder,
      logLevel: 'silent',
      build: { outDir: out, emptyOutDir: true },
    })
    await builder.buildApp()
  }
  await build(first)
  const site = await serve({ dir: out, port: 0 })
  const read = async () => (await (await fetch(`${site.url}interviews/bread.json`)).json()) as Interview // by our own build
  return {
    url: site.url,
    before: await read(),
    async publish(...turns) {
      await build(turns)
      return read()
    },
    async close() {
      await site.close()
      await rm(folder, { recursive: true })
    },
  }
}
