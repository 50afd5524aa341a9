import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { networkSources } from '../../src/platform/networkSources.ts'

const asked: string[] = []
const FILES: Readonly<Record<string, unknown>> = {
  '/interviews/index.json': [
    { id: 'long', turns: 2100 },
    { id: 'short', turns: 17 },
  ],
  '/interviews/short.json': { id: 'short' },
  '/interviews/long/parts/1.json': { id: 'long', part: { number: 1 } },
  '/interviews/long/parts/7.json': { id: 'long', part: { number: 7 } },
}

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(Response.json(FILES[url] ?? null, { status: url in FILES ? 200 : 404 }))
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a page of a part begins with that part, without a look into the library', async () => {
  const sources = networkSources({ base: '/', mayBeUnknown: false, page: { id: 'long', part: 7 } })
  expect(await sources.loadInterview('long')).toMatchObject({ part: { number: 7 } })
  expect(asked).toEqual(['/interviews/long/parts/7.json'])
})

test('the page of a turn that was cut begins with the part that it stood in', async () => {
  const sources = networkSources({ base: '/', mayBeUnknown: true, page: { id: 'long', part: 7 } })
  expect(await sources.loadInterview('long')).toMatchObject({ part: { number: 7 } })
  expect(asked).toEqual(['/interviews/long/parts/7.json'])
})

test('at an address that nobody knows a long interview begins with its first part, and a short one is whole', async () => {
  for (const [id, expected] of [
    ['long', { id: 'long', part: { number: 1 } }],
    ['short', { id: 'short' }],
    ['none', null],
  ] as const) {
    const sources = networkSources({ base: '/', mayBeUnknown: true, page: { id, part: null } })
    expect(await sources.loadInterview(id)).toEqual(expected)
  }
})
