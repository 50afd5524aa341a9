import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, ViteDevServer } from 'vite'
import { chunkRules } from '../components/Transcript/chunkExtent.ts'
import type { Interview } from '../domain/interview.ts'
import { libraryEntryOf } from '../domain/library.ts'
import { pathOfPlace, START } from '../domain/link.ts'
import type * as entryServer from './entryServer.tsx'
import { aliasPaths, applyLedgers, LINKS_FOLDER } from './ledgers.ts'
import { isLong, longDataFile, longPages, type LongPage } from './longPages.ts'
import { dataFiles, INTERVIEWS_FOLDER, readLibrary } from './library.ts'
import { assemblePage, bareTemplate, bootScript, PREFERENCES_KEY, readingScript } from './pageHtml.ts'
import { Previews } from './previews.ts'
import { readStyles, stylesShown, type BuiltFile } from './styles.ts'
import { ShareImages } from './shareImages.ts'

/** Where the pages' program for Node is built, to be run once and thrown away: one for each process, as builds may meet. */
const SERVER_FOLDER = `node_modules/.cache/prerender/${process.pid}`

/**
 * Stands for Vite's own helper, which preloads styles and chunks of a dynamic import, in 0.1 kB instead of 0.8: what is loaded
 * later brings its styles, and is not shown before they are there; without them it is shown all the same.
 */
const PRELOAD_HELPER = `const loaded = {}
const style = (file) => loaded[file] ||= new Promise((done) => {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = new URL('../' + file, import.meta.url).href
  link.onload = link.onerror = done
  document.head.append(link)
})
export const __vitePreload = (program, files = []) => Promise.all([program(), ...files.map(style)]).then(([module]) => module)`

/** What the bundler knows of a module, as far as it is needed here. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/** What is loaded later as one file each, instead of one step after the other, by the folder of its views. */
const LATER = { sharing: '/views/interview/sharing/', parts: '/views/interview/parts/' }

/** Whether a module is there for the views of a folder alone. */
function isOnlyOf(folder: string, id: string, graph: ModuleGraph, below: readonly string[] = []): boolean {
  if (id.includes(folder)) return true
  const importers = graph.getModuleInfo(id)?.importers ?? []
  const others = importers.filter((importer) => !below.includes(importer))
  return others.length > 0 && others.every((importer) => isOnlyOf(folder, importer, graph, [...below, id]))
}

/**
 * Puts all that the entry imports at once into one file; without this, what is loaded later and shares a module with the
 * entry would split that module off into a file of its own, to be fetched one step later.
 */
function nameAtOnce(): (id: string, graph: ModuleGraph) => string | null {
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

function nameLater(id: string, graph: ModuleGraph): string | null {
  return Object.entries(LATER).find(([, folder]) => isOnlyOf(folder, id, graph))?.[0] ?? null
}

/** What is there at once is in no file that is loaded later. */
const chunkGroups = () => [
  { name: nameAtOnce(), priority: 2, debugName: 'player' },
  { name: nameLater, priority: 1, debugName: 'later' },
]

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

interface PrerenderOptions {
  /** The whole address of the site. */
  readonly siteUrl: string
  /** The folder of ledgers, from the project’s folder. */
  readonly links?: string
  /** Which pages of interviews to write, by their paths from the site's root; all of them unless tests or measures need few. */
  readonly only?: (path: string) => boolean
}

/** Builds the site: the program for browsers, then a page for every address, and the interviews as data. */
export function prerenderPlugin({ siteUrl, links = LINKS_FOLDER, only = () => true }: PrerenderOptions): Plugin {
  return {
    name: 'colloquy:prerender',
    enforce: 'pre',
    config: () => ({
      define: { __SITE_URL__: JSON.stringify(siteUrl), __PREFERENCES_KEY__: JSON.stringify(PREFERENCES_KEY) },
      environments: {
        client: {
          build: {
            manifest: true,
            modulePreload: false,
            rolldownOptions: {
              output: { codeSplitting: { includeDependenciesRecursively: false, groups: chunkGroups() } },
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
          const library = await readLibrary(publicDir)
          const isStrict = Boolean(process.env['CI']) && process.env['CI'] !== 'false'
          const ledgers = await applyLedgers(library.interviews, { folder: resolve(root, links), isStrict })
          const problems = [...library.problems, ...ledgers.problems]
          if (problems.length > 0)
            throw new Error(`The interviews cannot be published as they are.\n\n${problems.join('\n\n')}\n`)
          for (const notice of ledgers.notices) logger.warn(notice)
          const { interviews } = ledgers

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
          const { renderPage, renderGonePage, renderGlimpsePage } = (await import(
            pathToFileURL(server).href
          )) as typeof entryServer
          const entries = Promise.resolve(interviews.map(libraryEntryOf))
          const byId = new Map(interviews.map((interview) => [String(interview.id), Promise.resolve(interview)]))
          const none = Promise.resolve(null)
          const sources = { loadInterview: (id: string) => byId.get(id) ?? none, loadLibrary: () => entries }
          const { styles, ...parts } = await readBuild(out, base, { keepsStyle: interviews.some(isLong) })
          const images = new ShareImages({ root, notice: (text) => logger.warn(text) })
          const previews = new Previews({ siteUrl, images, write, hasFeed: interviews.length > 0 })
          const page = async (path: string, interview: Interview | null) => {
            const rendered = await renderPage(path, { siteUrl, sources, interview })
            const preview = await previews.headOf(path, interview, rendered)
            const style = styles.atOnce + stylesShown(styles, rendered) + (interview ? chunkRules(interview) : '')
            return assemblePage({ ...parts, style, rendered, preview })
          }
          const writePage = (path: string, html: string) =>
            write(`${decodeURIComponent(path).slice(1)}index.html`, html)

          const pages = pagesOf(interviews)
          const whole = interviews.filter((interview) => !isLong(interview))
          for (const [path, interview] of [...pages, ...aliasPaths(whole)])
            if (!interview || (!isLong(interview) && only(path))) await writePage(path, await page(path, interview))
          const longPage = async (interview: Interview, { path, place, part, shown, around, isSmall }: LongPage) => {
            const rules = isSmall ? '' : chunkRules(shown)
            const head = (rendered: string) => previews.headOf(path, interview, rendered, { isSmall })
            if (!around) {
              const loaded = Promise.resolve(shown)
              const options = { siteUrl, sources: { ...sources, loadInterview: () => loaded }, interview: shown }
              const rendered = await renderPage(path, options)
              const style = styles.atOnce + stylesShown(styles, rendered) + rules
              return asPart(assemblePage({ ...parts, style, rendered, preview: await head(rendered) }), part)
            }
            const rendered = await renderGlimpsePage({ siteUrl, interview: shown, place, around })
            const sheet = { style: rules + stylesShown(styles, rendered), styleFile: base + styles.file }
            const html = assemblePage({ ...parts, ...sheet, rendered, preview: await head(rendered) })
            return asPart(html, part).replace('<html ', '<html data-glimpse ')
          }
          for (const interview of interviews.filter(isLong))
            for (const { pages: some, data } of longPages(interview)) {
              for (const [file, value] of data) await write(file, JSON.stringify(value))
              // One part at a time: while some of its pages are written, others are drawn.
              const wanted = some.filter(({ path }) => only(path))
              await Promise.all(wanted.map(async (each) => writePage(each.path, await longPage(interview, each))))
            }
          for (const { path, turn, interview } of ledgers.gone) {
            const rendered = await renderGonePage(turn, { siteUrl, interview })
            const preview = { tags: '', data: '' } // nobody is to find it anew
            const html = assemblePage({
              ...parts,
              style: styles.atOnce + stylesShown(styles, rendered),
              script: readingScript({ program: parts.program }),
              rendered,
              preview,
            })
            await writePage(path, asShell(html))
          }
          for (const [file, text] of dataFiles(interviews)) await write(file, text)
          await previews.writeSiteFiles(pages, publicDir)
          await write('404.html', asShell(await page('/404/', null)))
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
      return id === '\0vite/preload-helper.js' ? PRELOAD_HELPER : null
    },
    configureServer: (server) => serveInterviews(server, links),
  }
}

/** Marks a page that the program draws anew, since it does not know from the address alone what stands there. */
function asShell(html: string): string {
  return html.replace('<html ', '<html data-shell ')
}

/** Says in a page which part of its interview it is of. */
function asPart(html: string, part: number): string {
  return html.replace('<html ', `<html data-part="${part}" `)
}

/** What the bundler made, as the pages need it. */
async function readBuild(out: string, base: string, { keepsStyle }: { readonly keepsStyle: boolean }) {
  // Vite's own format.
  const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Record<string, BuiltFile>
  const program = manifest['index.html']?.file
  if (!program) throw new Error('the manifest names no program')
  const fonts = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.woff2'))
  return {
    template: bareTemplate(await readFile(join(out, 'index.html'), 'utf8')),
    program: base + program,
    script: bootScript({ program: base + program }),
    fonts: fonts.map((file) => base + file),
    styles: await readStyles(out, manifest, { keepsFile: keepsStyle }),
  }
}

/** While working: serves the interviews as data, shows their problems in the page, and reloads it when a text changes. */
function serveInterviews(server: ViteDevServer, links: string): void {
  const { root, publicDir, base } = server.config
  const read = async () => {
    const library = await readLibrary(publicDir)
    const ledgers = await applyLedgers(library.interviews, { folder: resolve(root, links), isStrict: false })
    return { interviews: ledgers.interviews, problems: [...library.problems, ...ledgers.problems] }
  }
  const data = `${base}${INTERVIEWS_FOLDER}/`
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
    if (!path.startsWith(data) || !path.endsWith('.json')) return next()
    void read().then(({ interviews, problems }) => {
      const file = path.slice(base.length)
      const text = dataFiles(interviews).get(file) ?? longDataFile(interviews, file)
      response.statusCode = text === undefined ? 404 : 200
      response.setHeader('content-type', text === undefined ? 'text/plain; charset=utf-8' : 'application/json')
      response.end(text ?? (problems.join('\n\n') || `There is no ${path}.`))
    }, next)
  })
}
