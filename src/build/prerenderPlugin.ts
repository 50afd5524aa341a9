import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type { Interview } from '../domain/interview.ts'
import { libraryEntryOf } from '../domain/library.ts'
import type { Sources } from '../routes.tsx'
import { readProgram } from './builtProgram.ts'
import { chunkGroups, PRELOAD_HELPER } from './chunks.ts'
import { serveInterviews } from './devServer.ts'
import type * as entryServer from './entryServer.tsx'
import { KeptPages } from './keptPages.ts'
import { applyLedgers, LINKS_FOLDER } from './ledgers.ts'
import { dataFiles, readLibrary } from './library.ts'
import { isLong } from './longPages.ts'
import { PREFERENCES_KEY } from './pageHtml.ts'
import { Previews } from './previews.ts'
import { searchIndex } from './searchIndex.ts'
import { ShareImages } from './shareImages.ts'
import { pagesOf, SitePages } from './sitePages.ts'
import { sharedSheets } from './styles.ts'

/** Where the pages' program for Node is built, to be run once and thrown away: one for each process, as builds may meet. */
const SERVER_FOLDER = `node_modules/.cache/prerender/${process.pid}`

interface PrerenderOptions {
  /** The whole address of the site. */
  readonly siteUrl: string
  /** The folder of ledgers, from the project’s folder. */
  readonly links?: string
  /** Which pages of interviews to write, by their paths from the site's root; all of them unless tests or measures need few. */
  readonly only?: (path: string) => boolean
}

/** Builds the site: the program for browsers, then a page for every address, and the interviews as data. */
export function prerenderPlugin({ siteUrl, links = LINKS_FOLDER, only = everyPage }: PrerenderOptions): Plugin {
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

          const out = resolve(root, client.config.build.outDir)
          const goneOf = (interview: Interview) =>
            ledgers.gone.filter(({ interview: each }) => each === interview).map(({ path, turn }) => ({ path, turn }))
          const settings = [siteUrl, base, client.config.mode]
          const kept = await KeptPages.open({ root, out, settings, isFresh: isStrict || only !== everyPage })
          const isThere = new Set(interviews.filter((each) => kept.has(each, goneOf(each))).map(({ id }) => String(id)))
          // Emptied here instead of by Vite, where it would be, since some of it may be kept.
          if (client.config.build.emptyOutDir ?? !relative(root, out).startsWith('..'))
            await kept.clear((id) => isThere.has(id))
          client.config.build.emptyOutDir = false
          await builder.build(client)
          await builder.build(ssr)
          const write = async (file: string, content: string | Buffer) => {
            const path = join(out, file)
            await mkdir(dirname(path), { recursive: true })
            await writeFile(path, content)
          }
          const server = join(resolve(root, SERVER_FOLDER), 'entryServer.js')
          const renderer = (await import(pathToFileURL(server).href)) as typeof entryServer // its own build wrote it
          const images = new ShareImages({ root, notice: (text) => logger.warn(text) })
          const previews = new Previews({ siteUrl, images, write, hasFeed: interviews.length > 0 })
          const program = await readProgram(out, base)
          const sources = sourcesOf(interviews)
          const sheets = sharedSheets(program.styles, await renderer.renderSamplePages(siteUrl))
          if (interviews.some(isLong))
            for (const { path, text } of [sheets.reading, sheets.player]) await write(path, text)
          const pages = new SitePages({ siteUrl, base, renderer, program, sources, previews, sheets, write })
          await pages.writeSite()
          for (const interview of interviews)
            if (!isThere.has(interview.id)) await pages.writeInterview(interview, { gone: goneOf(interview), only })
          for (const [file, text] of dataFiles(interviews)) await write(file, text())
          for (const [file, text] of searchIndex(interviews)) await write(file, text)
          const all = pagesOf(interviews)
          await previews.writeSiteFiles(all, publicDir)
          await write('.nojekyll', '')
          await rm(join(out, '.vite'), { recursive: true })
          await rm(resolve(root, SERVER_FOLDER), { recursive: true })
          await kept.close()
          const unchanged = isThere.size > 0 ? ` (${isThere.size} unchanged)` : ''
          logger.info(
            `${all.size} pages of ${interviews.length} ${interviews.length === 1 ? 'interview' : 'interviews'}${unchanged} for ${siteUrl}`,
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

function everyPage(): boolean {
  return true
}

/** Where the pages get what they show. */
function sourcesOf(interviews: readonly Interview[]): Sources {
  const entries = Promise.resolve(interviews.map(libraryEntryOf))
  const byId = new Map(interviews.map((interview) => [String(interview.id), Promise.resolve(interview)]))
  const none = Promise.resolve(null)
  return { loadInterview: (id) => byId.get(id) ?? none, loadLibrary: () => entries }
}
