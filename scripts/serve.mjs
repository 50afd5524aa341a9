/**
 * A small static server for the built site, with the manners of the hosts that it will live on: `dir/` shows
 * `dir/index.html`, what is not there shows `404.html`.
 *
 *     node scripts/serve.mjs [--dir dist] [--port 4173] [--host 127.0.0.1] [--base /]
 *
 * One long file, so that it can be read, copied and run by itself; a third of it is types in comments.
 */
import { createReadStream, realpathSync, statSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { gzip } from 'node:zlib'

/**
 * @typedef {object} Found A file that answers a request.
 * @property {string} file its place on disk
 * @property {number} size in bytes
 * @property {string} etag quoted, for the bytes as they are on disk
 *
 * @typedef {object} Site
 * @property {string} root the real path of the folder that is served
 * @property {string} base the path it is served under, with a slash at both ends
 * @property {Map<string, { etag: string, bytes: Promise<Buffer> }>} compressed what was compressed so far, by file
 */

/** Compressed on the way out when the browser takes gzip; all else is sent as it is, whole or in ranges. */
const TEXT_TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.srt': 'application/x-subrip; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
})

const MEDIA_TYPES = /** @type {Record<string, string>} */ ({
  '.aac': 'audio/aac',
  '.avif': 'image/avif',
  '.flac': 'audio/flac',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.m4a': 'audio/mp4',
  '.m4v': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.oga': 'audio/ogg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.png': 'image/png',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
})

/** How many ports after the wanted one are tried when it is taken. */
const FURTHER_PORTS = 20

const compress = promisify(gzip)

/**
 * Serves a folder until `close` is called; port 0 takes any free port.
 *
 * @param {{ dir: string, port?: number, host?: string, base?: string }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws {Error} when the folder does not exist or no port is free
 */
export async function serve({ dir, port = 4173, host = '127.0.0.1', base = '/' }) {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`There is no built site in ${dir}: run "npm run build" first.`)
  }
  const site = { root: await realpath(resolve(dir)), base: `/${base}/`.replace(/\/+/g, '/'), compressed: new Map() }
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    answer(site, request, response).catch((error) => {
      // Most often the reader has gone away in the middle of a file.
      if (error?.code !== 'ERR_STREAM_PREMATURE_CLOSE') console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const taken = await listen(server, { port, host })
  const close = () =>
    /** @type {Promise<void>} */ (
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
    )
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return { url: `http://${name}:${taken}${site.base}`, close }
}

/**
 * Listens on the port, or on the first free one after it.
 *
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string }} where
 * @returns {Promise<number>} the port
 */
async function listen(server, { port, host }) {
  for (let attempt = 0; ; attempt += 1) {
    const wanted = port === 0 ? 0 : port + attempt
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next port is tried only when this one is taken
      await /** @type {Promise<void>} */ (
        new Promise((done, fail) => {
          server.once('error', fail)
          server.listen(wanted, host, () => {
            server.off('error', fail)
            done()
          })
        })
      )
      const address = server.address()
      return address && typeof address === 'object' ? address.port : wanted
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error)
      if (code !== 'EADDRINUSE' || attempt >= FURTHER_PORTS) throw error
    }
  }
}

/**
 * Answers one request.
 *
 * @param {Site} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(site, request, response) {
  response.setHeader('x-content-type-options', 'nosniff')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' })
    response.end('Only GET and HEAD are answered here.\n')
    return
  }
  const [path = '', query] = splitOnce(request.url ?? '', '?')
  const segments = segmentsOfPath(path)
  const place = segments && (await find(site, segments))
  if (place && 'redirect' in place) {
    const location = place.redirect + (query === undefined ? '' : `?${query}`)
    response.writeHead(301, { location, 'cache-control': 'no-cache' })
    response.end()
    return
  }
  if (place) {
    const isHashed = path.startsWith(`${site.base}assets/`)
    response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    await send(site, request, response, { found: place, status: 200 })
    return
  }
  response.setHeader('cache-control', 'no-cache')
  const notFound = await fileAt(site, join(site.root, '404.html'))
  if (notFound) {
    await send(site, request, response, { found: notFound, status: 404 })
    return
  }
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('There is nothing at this address.\n')
}

/**
 * The decoded parts of an address, the last one '' when it ends in a slash; null when it can name no file here.
 * Empty parts are refused with the rest: `//host` sent back in a redirect would lead to another site.
 *
 * @param {string} path
 * @returns {string[] | null}
 */
function segmentsOfPath(path) {
  if (!path.startsWith('/')) return null
  let segments
  try {
    segments = path.slice(1).split('/').map(decodeURIComponent)
  } catch {
    // A per cent sign that starts no character.
    return null
  }
  const isSafe = segments.every(
    (segment, index) =>
      (segment !== '' || index === segments.length - 1) &&
      segment !== '.' &&
      segment !== '..' &&
      !/[/\\\0]/.test(segment),
  )
  return isSafe ? segments : null
}

/** The longest request that gets a page, in bytes: a damaged link may be far longer than any of ours. */
const MAX_HEADER_BYTES = 256 * 1024

/**
 * What stands at an address: a file, the address with its slash, or nothing.
 *
 * @param {Site} site
 * @param {string[]} segments
 * @returns {Promise<Found | { redirect: string } | null>}
 */
async function find(site, segments) {
  const address = `/${segments.map(encodeURIComponent).join('/')}`
  if (`${address}/` === site.base) return { redirect: site.base }
  const baseParts = site.base.split('/').slice(1, -1).map(decodeURIComponent)
  if (baseParts.some((part, index) => part !== segments[index]) || segments.length <= baseParts.length) return null
  const inside = segments.slice(baseParts.length)
  const isFolder = inside.at(-1) === ''
  const place = join(site.root, ...inside)
  if (isFolder) return fileAt(site, join(place, 'index.html'))
  return (await fileAt(site, place)) ?? ((await fileAt(site, join(place, 'index.html'))) && { redirect: `${address}/` })
}

/**
 * The file at a place on disk; null when there is none, or when a symbolic link leads out of the site.
 *
 * @param {Site} site
 * @param {string} place
 * @returns {Promise<Found | null>}
 */
async function fileAt(site, place) {
  let file
  let entry
  try {
    file = await realpath(place)
    entry = await stat(file)
  } catch {
    // Not there, not to be read, or a name that the file system cannot have: for the reader all the same.
    return null
  }
  if (!entry.isFile() || !file.startsWith(site.root + sep)) return null
  const etag = `"${entry.size.toString(36)}-${Math.round(entry.mtimeMs).toString(36)}"`
  return { file, size: entry.size, etag }
}

/**
 * Sends a file: not at all when the browser has it, compressed, whole, or the part that was asked for.
 *
 * @param {Site} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ found: Found, status: number }} what
 */
async function send(site, request, response, { found, status }) {
  const extension = extname(found.file).toLowerCase()
  const textType = TEXT_TYPES[extension]
  const isCompressed = textType !== undefined && takesGzip(request.headers['accept-encoding'])
  const etag = isCompressed ? found.etag.replace(/"$/, '-gzip"') : found.etag
  response.setHeader('content-type', textType ?? MEDIA_TYPES[extension] ?? 'application/octet-stream')
  response.setHeader('etag', etag)
  if (textType) response.setHeader('vary', 'accept-encoding')
  else response.setHeader('accept-ranges', 'bytes')

  if (status === 200 && hasEtag(request.headers['if-none-match'], etag)) {
    response.removeHeader('content-type')
    response.writeHead(304)
    response.end()
    return
  }
  const isHead = request.method === 'HEAD'
  if (isCompressed) {
    const bytes = await compressedOnce(site, found)
    response.writeHead(status, { 'content-encoding': 'gzip', 'content-length': bytes.length })
    response.end(isHead ? undefined : bytes)
    return
  }
  const ifRange = request.headers['if-range']
  const isRangeMeant = status === 200 && !textType && !isHead && (ifRange === undefined || ifRange === etag)
  const range = isRangeMeant ? readRange(request.headers.range, found.size) : null
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${found.size}` })
    response.end()
    return
  }
  if (range) {
    response.setHeader('content-range', `bytes ${range.start}-${range.end}/${found.size}`)
    response.writeHead(206, { 'content-length': range.end - range.start + 1 })
    await pipeline(createReadStream(found.file, range), response)
    return
  }
  response.writeHead(status, { 'content-length': found.size })
  if (isHead) response.end()
  else await pipeline(createReadStream(found.file), response)
}

/**
 * The file's bytes in gzip, compressed when first asked for and kept until the file changes.
 *
 * @param {Site} site
 * @param {Found} found
 * @returns {Promise<Buffer>}
 */
function compressedOnce({ compressed }, { file, etag }) {
  const kept = compressed.get(file)
  if (kept?.etag === etag) return kept.bytes
  const bytes = readFile(file).then((content) => compress(content))
  compressed.set(file, { etag, bytes })
  return bytes
}

/**
 * Whether an Accept-Encoding header admits gzip.
 *
 * @param {string | string[] | undefined} header
 */
function takesGzip(header) {
  return String(header ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/i))
    .some(([coding, weight]) => coding?.toLowerCase() === 'gzip' && Number(weight ?? 1) > 0)
}

/**
 * Whether an If-None-Match header names this version of the file.
 *
 * @param {string | undefined} header
 * @param {string} etag
 */
function hasEtag(header, etag) {
  return (header ?? '').split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag)
}

/**
 * The first and last byte that a Range header asks for; null when there is no header, or one that is not simple
 * (several ranges, another unit) and may be passed over.
 *
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{ start: number, end: number } | 'unsatisfiable' | null}
 */
function readRange(header, size) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}

/**
 * A text up to the first separator and the text after it.
 *
 * @param {string} text
 * @param {string} separator
 */
function splitOnce(text, separator) {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}

/** Serves what the command line says, until Ctrl+C. */
async function main() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: basePathOf(process.env['SITE_URL']) },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port.`)
  const { url, close } = await serve({ ...values, port })
  console.log(`Colloquy is at ${url}`)
  console.log('Press Ctrl+C to stop it.')
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close().then(() => process.exit(0)))
}

/**
 * The path under which a site with this address lives.
 *
 * @param {string | undefined} siteUrl
 */
function basePathOf(siteUrl) {
  if (!siteUrl) return '/'
  if (!URL.canParse(siteUrl)) throw new Error(`SITE_URL is no address: ${siteUrl}`)
  return new URL(siteUrl).pathname
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
