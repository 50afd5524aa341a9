import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/serve.mjs'
import { RECORDING_TYPES } from '../../src/domain/recordingTypes.ts'

const LONG_TEXT = 'What was said stays readable. '.repeat(200)

let folder = ''
let site = { url: '', close: async () => {} }
let subSite = { url: '', close: async () => {} }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-serve-'))
  const dist = join(folder, 'dist')
  const files = {
    'index.html': '<title>Library</title>',
    '404.html': '<title>Not found</title>',
    'interviews/one/index.html': `<title>One</title>${LONG_TEXT}`,
    'interviews/one.md': '# One',
    'interviews/ü b/index.html': '<title>Spaces</title>',
    'assets/app-1234.js': 'export {}',
    'sound.mp3': '0123456789',
    ...Object.fromEntries([...RECORDING_TYPES.keys()].map((ending) => [`recording.${ending}`, ''])),
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(dist, name, '..'), { recursive: true })
    writeFileSync(join(dist, name), content)
  }
  mkdirSync(join(dist, 'empty'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'way-out.txt'))
  site = await serve({ dir: dist, port: 0 })
  subSite = await serve({ dir: dist, port: 0, base: '/colloquy/' })
})

afterAll(async () => {
  await Promise.all([site.close(), subSite.close()])
  rmSync(folder, { recursive: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Asks for a path exactly as written, where fetch would tidy it up first. */
function ask(path: string, { method = 'GET', headers = {}, from = site } = {}): Promise<Answer> {
  const { hostname, port } = new URL(from.url)
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
    asked.on('error', fail)
    asked.end()
  })
}

describe('an address', () => {
  it('of a folder shows its index.html', async () => {
    const { status, headers, body } = await ask('/interviews/one/?from=a-friend')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(String(body)).toContain('<title>One</title>')
  })

  it.each([
    ['/interviews/one', '/interviews/one/'],
    ['/interviews/one?a=//b&c', '/interviews/one/?a=//b&c'],
    ['/interviews/%C3%BC%20b', '/interviews/%C3%BC%20b/'],
  ])('%s of a folder without its slash leads to %s', async (path, location) => {
    const { status, headers } = await ask(path)
    expect([status, headers.location]).toEqual([301, location])
  })

  it.each([
    '/nothing/',
    '/interviews/one.md/',
    '/empty',
    '/empty/',
    '/%',
    '/%E0%A4%A',
    '/a%00b',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/interviews/../../secret.txt',
    '/..%5csecret.txt',
    '/way-out.txt',
    '//interviews/one',
    '/%2Finterviews/one',
    '/\\interviews/one',
    `/${'long'.repeat(500)}`,
  ])('%s that leads nowhere shows 404.html', async (path) => {
    const { status, headers, body } = await ask(path)
    expect(status).toBe(404)
    expect(headers.location).toBeUndefined()
    expect(String(body)).toBe('<title>Not found</title>')
  })
})

describe('under a sub-path', () => {
  it('the site is found, with and without the slash', async () => {
    expect(subSite.url).toMatch(/^http:\/\/localhost:\d+\/colloquy\/$/)
    expect((await ask('/colloquy/interviews/one/', { from: subSite })).status).toBe(200)
    expect((await ask('/colloquy', { from: subSite })).headers.location).toBe('/colloquy/')
    expect((await ask('/colloquy/interviews/one', { from: subSite })).headers.location).toBe(
      '/colloquy/interviews/one/',
    )
  })

  it('what lies beside it is not found', async () => {
    expect((await ask('/interviews/one/', { from: subSite })).status).toBe(404)
  })
})

describe('caching', () => {
  it('keeps files with a hash in their name for a year and asks again for the others', async () => {
    expect((await ask('/assets/app-1234.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await ask('/interviews/one.md')).headers['cache-control']).toBe('no-cache')
    expect((await ask('/nothing')).headers['cache-control']).toBe('no-cache')
  })

  it('answers 304 without a body when the browser has the file', async () => {
    const { headers } = await ask('/interviews/one.md')
    const again = await ask('/interviews/one.md', { headers: { 'if-none-match': `"other", W/${headers.etag}` } })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag])
    expect((await ask('/interviews/one.md', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })
})

describe('compression', () => {
  it('is for text, when the browser takes it, under an etag of its own', async () => {
    const plain = await ask('/interviews/one/')
    const small = await ask('/interviews/one/', { headers: { 'accept-encoding': 'br, gzip' } })
    expect(small.headers['content-encoding']).toBe('gzip')
    expect(small.body.length).toBeLessThan(plain.body.length / 4)
    expect(gunzipSync(small.body)).toEqual(plain.body)
    expect(small.headers.etag).not.toBe(plain.headers.etag)
    expect(plain.headers.vary).toBe('accept-encoding')
  })

  it.each(['gzip;q=0', 'br', 'identity'])('is left out for "%s"', async (accepted) => {
    const { headers } = await ask('/', { headers: { 'accept-encoding': accepted } })
    expect(headers['content-encoding']).toBeUndefined()
  })

  it('is left out for media', async () => {
    const { headers } = await ask('/sound.mp3', { headers: { 'accept-encoding': 'gzip' } })
    expect([headers['content-type'], headers['content-encoding']]).toEqual(['audio/mpeg', undefined])
  })
})

describe('a recording', () => {
  it.each([...RECORDING_TYPES])('in .%s is sent as what pages say that it is', async (ending, { mediaType }) => {
    expect((await ask(`/recording.${ending}`)).headers['content-type']).toBe(mediaType)
  })
})

describe('ranges of media', () => {
  it.each([
    ['bytes=2-4', 'bytes 2-4/10', '234'],
    ['bytes=7-', 'bytes 7-9/10', '789'],
    ['bytes=-3', 'bytes 7-9/10', '789'],
    ['bytes=5-99', 'bytes 5-9/10', '56789'],
  ])('%s is %s', async (range, contentRange, body) => {
    const answer = await ask('/sound.mp3', { headers: { range } })
    expect([answer.status, answer.headers['content-range'], String(answer.body)]).toEqual([206, contentRange, body])
    expect(answer.headers['content-length']).toBe(String(body.length))
  })

  it('beyond the end are refused', async () => {
    const { status, headers } = await ask('/sound.mp3', { headers: { range: 'bytes=10-' } })
    expect([status, headers['content-range']]).toEqual([416, 'bytes */10'])
  })

  it.each(['bytes=0-1,4-5', 'lines=1-2', 'bytes=-', 'bytes=4-2'])('"%s" is passed over', async (range) => {
    const { status, body } = await ask('/sound.mp3', { headers: { range } })
    expect([status, body.length]).toEqual([200, 10])
  })

  it('of an older version give the whole file', async () => {
    const { headers } = await ask('/sound.mp3')
    const ifRange = async (etag = '') =>
      (await ask('/sound.mp3', { headers: { range: 'bytes=0-1', 'if-range': etag } })).status
    expect(await ifRange(headers.etag)).toBe(206)
    expect(await ifRange('"older"')).toBe(200)
  })
})

describe('methods', () => {
  it('HEAD says everything but the content', async () => {
    const get = await ask('/interviews/one/')
    const head = await ask('/interviews/one/', { method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.headers.etag).toBe(get.headers.etag)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
    const { status, headers } = await ask('/', { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('starting', () => {
  it('says in a sentence that there is no site yet', async () => {
    await expect(serve({ dir: join(folder, 'dist', 'none'), port: 0 })).rejects.toThrow(
      /^There is no built site in .+: run/,
    )
  })

  it('takes the next port when the wanted one is taken', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const address = other.address()
    const taken = address && typeof address === 'object' ? address.port : 0
    const started = await serve({ dir: join(folder, 'dist'), port: taken })
    expect(Number(new URL(started.url).port)).toBeGreaterThan(taken)
    await started.close()
    other.close()
  })
})
