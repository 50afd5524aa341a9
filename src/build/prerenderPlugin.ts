import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, ViteDevServer } from 'vite'
import type { Interview } from '../domain/interview.ts'
import { libraryEntryOf } from '../domain/library.ts'
import { pathOfPlace, START } from '../domain/link.ts'
import type { renderPage } from './entryServer.tsx'
import { dataFiles, INTERVIEWS_FOLDER, readLibrary } from './library.ts'
import { assemblePage, bareTemplate, bootScript, PREFERENCES_KEY } from './pageHtml.ts'
import { Previews } from './previews.ts'
import { ShareImages } from './shareImages.ts'

/** Where the pages' program for Node is built, to be run once and thrown away. */
const SERVER_FOLDER = 'node_modules/.cache/prerender'

/** What the bundler knows of a module, as far as it is needed here. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/**
 * Puts all that the entry imports at once into one file; without this, what is loaded later and shares a module with the
 * entry would split that module off into a file of its own, to be fetched one step later.
 */
function nameChunks(): (id: string, graph: ModuleGraph) => string | null {
  const isAtOnce = new Map<string, boolean>()
  const look = (id: string, graph: ModuleGraph): boolean => {
    const known = isAtOnce.get(id)
    if (known !== undefined) return known
    isAtOnce.set(id, false) // while its importers are looked at: a circle alone leads to no entry
    const info = graph.getModuleInfo(id)
    const is = info !== null && (info.isEntry || info.importers.some((importer) => look(importer, graph)))
    isAtOnce.set(id, is)
    return is
  }
  return (id, graph) => (look(id, graph) ? 'player' : null)
}

/** Every page of a site, by its path from the site's root, with the interview that it shows. */
export function pagesOf(interviews: readonly Interview[]): Map<string, Interview | null> {
  const pages = new Map<string, Interview | null>([
    ['/', null],
    ['/interviews/', null],
    ['/format/', null],
  ])
  for (const interview of interviews) {
    pages.set(pathOfPlace(interview, START), interview)
    for (const { id } of interview.topics) pages.set(pathOfPlace(interview, { kind: 'topic', topic: id }), interview)
    for (const { id } of interview.turns) pages.set(pathOfPlace(interview, { kind: 'turn', turn: id }), interview)
  }
  return pages
}

/** Builds the site: the program for browsers, then a page for every address, and the interviews as data. */
export function prerenderPlugin({ siteUrl }: { siteUrl: string }): Plugin {
  return {
    name: 'colloquy:prerender',
    enforce: 'pre',
    config: () => ({
      define: { __SITE_URL__: JSON.stringify(siteUrl), __PREFERENCES_KEY__: JSON.stringify(PREFERENCES_KEY) },
      environments: {
        client: {
          build: {
            manifest: true,
            cssCodeSplit: false,
            modulePreload: false,
            rolldownOptions: {
              output: { codeSplitting: { groups: [{ name: nameChunks() }] } },
            },
          },
        },
        ssr: {
          build: {
            ssr: true,
            outDir: SERVER_FOLDER,
            emptyOutDir: true,
            copyPublicDir: false,
            rolldownOptions: { input: 'src/build/entryServer.tsx' },
          },
        },
      },
      builder: {
        async buildApp(builder) {
          const { client, ssr } = builder.environments
          if (!client || !ssr) throw new Error('the build needs its client and its ssr environment')
          const { root, publicDir, base, logger } = client.config
          const { interviews, problems } = await readLibrary(publicDir)
          if (problems.length > 0)
            throw new Error(`The interviews cannot be published as they are.\n\n${problems.join('\n\n')}\n`)

          await builder.build(client)
          await builder.build(ssr)
          const out = resolve(root, client.config.build.outDir)
          const write = async (file: string, content: string | Buffer) => {
            const path = join(out, file)
            await mkdir(dirname(path), { recursive: true })
            await writeFile(path, content)
          }
          const server = join(resolve(root, SERVER_FOLDER), 'entryServer.js')
          // Its own build wrote it, from that file.
          const render = ((await import(pathToFileURL(server).href)) as { renderPage: typeof renderPage }).renderPage
          const library = Promise.resolve(interviews.map(libraryEntryOf))
          const byId = new Map(interviews.map((interview) => [String(interview.id), Promise.resolve(interview)]))
          const none = Promise.resolve(null)
          const sources = { loadInterview: (id: string) => byId.get(id) ?? none, loadLibrary: () => library }
          const { template, script, style, fonts } = await readBuild(out, base)
          const images = new ShareImages({ root, notice: (text) => logger.warn(text) })
          const previews = new Previews({ siteUrl, images, write })
          const page = async (path: string, interview: Interview | null) => {
            const rendered = await render(path, { siteUrl, sources, interview })
            const preview = await previews.headOf(path, interview, rendered)
            return assemblePage({ template, script, style, fonts, rendered, preview })
          }

          const pages = pagesOf(interviews)
          for (const [path, interview] of pages)
            await write(`${decodeURIComponent(path).slice(1)}index.html`, await page(path, interview))
          for (const [file, text] of dataFiles(interviews)) await write(file, text)
          await previews.writeSiteFiles(pages, publicDir)
          await write('404.html', (await page('/404/', null)).replace('<html ', '<html data-shell '))
          await write('.nojekyll', '')
          await rm(join(out, '.vite'), { recursive: true })
          await rm(resolve(root, SERVER_FOLDER), { recursive: true })
          logger.info(
            `${pages.size} pages of ${interviews.length} ${interviews.length === 1 ? 'interview' : 'interviews'} for ${siteUrl}`,
          )
        },
      },
    }),
    load(id) {
      // Vite's own helper preloads styles and chunks of a dynamic import. All styles stand in the page, and no chunk that
      // is loaded later needs another: 0.8 kB less in the program.
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null
    },
    configureServer: serveInterviews,
  }
}

/** What the bundler made, as the pages need it. */
async function readBuild(out: string, base: string) {
  const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  > // Vite's own format
  const program = manifest['index.html']?.file
  const styleFile = Object.values(manifest).find(({ file }) => file.endsWith('.css'))?.file
  if (!program || !styleFile) throw new Error('the manifest names no program or no styles')
  const fonts = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.woff2'))
  const style = (await readFile(join(out, styleFile), 'utf8')).trim()
  await rm(join(out, styleFile)) // it stands in every page
  return {
    template: bareTemplate(await readFile(join(out, 'index.html'), 'utf8')),
    script: bootScript({ program: base + program }),
    style,
    fonts: fonts.map((file) => base + file),
  }
}

/** While working: serves the interviews as data, shows their problems in the page, and reloads it when a text changes. */
function serveInterviews(server: ViteDevServer): void {
  const { publicDir, base } = server.config
  const data = `${base}${INTERVIEWS_FOLDER}/`
  const report = async () => {
    const { problems } = await readLibrary(publicDir)
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
    if (!path.startsWith(data) || !path.endsWith('.json')) return next()
    void readLibrary(publicDir).then(({ interviews, problems }) => {
      const text = dataFiles(interviews).get(path.slice(base.length))
      response.statusCode = text === undefined ? 404 : 200
      response.setHeader('content-type', text === undefined ? 'text/plain; charset=utf-8' : 'application/json')
      response.end(text ?? (problems.join('\n\n') || `There is no ${path}.`))
    }, next)
  })
}
