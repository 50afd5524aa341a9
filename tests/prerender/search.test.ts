// @vitest-environment jsdom
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { createServer } from 'vite'
import { describe, expect, test } from 'vitest'
import { MAX_QUERY_BYTES } from '../../src/domain/librarySearch/limits.ts'
import { searchLibrary } from '../../src/domain/librarySearch/searchLibrary.ts'
import { searchInterview } from '../../src/domain/search.ts'
import { blinkenInterview } from '../support/interviews.ts'
import { searchFilesOf, sourceOf } from '../support/searchSite.ts'

const interview = blinkenInterview()
const query = { words: 'human rights', isExact: false, speaker: null, topic: null }
const filesIn = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file.split(sep).join('/'), readFileSync(join(folder, file), 'utf8')]),
  )

describe.each([process.env['SITE_ROOT_DIR'] ?? '', process.env['SITE_SUB_DIR'] ?? ''])('the search of %s', (dir) => {
  test('is published beside the interviews, and finds what stands in them', async () => {
    const files = filesIn(join(dir, 'search'))
    expect(files).toEqual(searchFilesOf([interview]))
    const found = await searchLibrary(sourceOf(files), query, { signal: new AbortController().signal })
    expect(found.bytes).toBeLessThanOrEqual(MAX_QUERY_BYTES)
    expect(found.answers.flatMap(({ index, ranges }) => ranges.map((range) => ({ turn: index, ...range })))).toEqual(
      searchInterview(interview, query),
    )
  })

  test('has its field in the page of the library, and nothing of it in other pages', () => {
    const read = (path: string) =>
      new DOMParser().parseFromString(readFileSync(join(dir, path, 'index.html'), 'utf8'), 'text/html')
    const form = read('').querySelector('form[role="search"]')
    expect(form?.hasAttribute('data-needs-script')).toBe(true)
    expect(form?.querySelector('label')?.textContent).toContain('Search all interviews')
    expect(form?.querySelectorAll('input[type="search"]')).toHaveLength(1)
    expect(read('').querySelector('[aria-label="Found"]')).toBeNull()
    expect(read(`interviews/${interview.id}`).querySelector('form[role="search"]')).toBeNull()
  })
})

test('the dev server serves the search too', async () => {
  const server = await createServer({ logLevel: 'silent', server: { port: 0 } })
  try {
    await server.listen()
    const url = `${server.resolvedUrls?.local[0] ?? ''}search/`
    expect(await (await fetch(`${url}index.json`)).json()).toEqual({ interviews: 1, blocks: 1, keys: [''] })
    expect(await (await fetch(`${url}words/0/0.txt`)).text()).toContain('china A\n')
    expect((await fetch(`${url}blocks/0/7.json`)).status).toBe(404)
  } finally {
    await server.close()
  }
})
