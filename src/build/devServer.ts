import { join, resolve } from 'node:path'
import type { ViteDevServer } from 'vite'
import { SEARCH_FOLDER } from '../domain/librarySearch/searchFolder.ts'
import { applyLedgers } from './ledgers.ts'
import { dataFiles, INTERVIEWS_FOLDER, readLibrary } from './library.ts'
import { longDataFile } from './longPages.ts'
import { searchIndexFile } from './searchIndex.ts'

/** While working: serves the interviews as data, shows their problems in the page, and reloads it when a text changes. */
export function serveInterviews(server: ViteDevServer, links: string): void {
  const { root, publicDir, base } = server.config
  const read = async () => {
    const library = await readLibrary(publicDir)
    const ledgers = await applyLedgers(library.interviews, { folder: resolve(root, links), isStrict: false })
    return { interviews: ledgers.interviews, problems: [...library.problems, ...ledgers.problems] }
  }
  const isData = (path: string) =>
    [INTERVIEWS_FOLDER, SEARCH_FOLDER].some((folder) => path.startsWith(`${base}${folder}/`)) &&
    /\.(?:json|txt)$/.test(path)
  const report = async () => {
    const { problems } = await read()
    if (problems.length > 0) server.ws.send({ type: 'error', err: { message: problems.join('\n\n'), stack: '' } })
    return problems.length === 0
  }
  server.ws.on('connection', () => void report())
  server.watcher.on('all', (_event, file) => {
    if (!file.startsWith(join(publicDir, INTERVIEWS_FOLDER))) return
    void report().then((isFine) => isFine && server.ws.send({ type: 'full-reload' }))
  })
  server.middlewares.use((request, response, next) => {
    const path = decodeURI((request.url ?? '').replace(/\?.*/, ''))
    if (!isData(path)) return next()
    void read().then(({ interviews, problems }) => {
      const file = path.slice(base.length)
      const text =
        dataFiles(interviews).get(file)?.() ?? longDataFile(interviews, file) ?? searchIndexFile(interviews, file)
      response.statusCode = text === undefined ? 404 : 200
      response.setHeader('content-type', text === undefined ? 'text/plain; charset=utf-8' : 'application/json')
      response.end(text ?? (problems.join('\n\n') || `There is no ${path}.`))
    }, next)
  })
}
