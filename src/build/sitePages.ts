import { chunkRules } from '../components/Transcript/chunkExtent.ts'
import type { GoneTurn } from '../domain/ledger/goneTurns.ts'
import { indexOfTurn, type Interview } from '../domain/interview.ts'
import { pathOfPlace, START } from '../domain/link.ts'
import { Parts } from '../domain/parts.ts'
import type { Sources } from '../routes.tsx'
import type { BuiltProgram } from './builtProgram.ts'
import type * as entryServer from './entryServer.tsx'
import { aliasPaths } from './ledgers.ts'
import { isInParts, isLong, longPages, type LongPage } from './longPages.ts'
import { assemblePage, readingScript } from './pageHtml.ts'
import type { Previews } from './previews.ts'
import { stylesShown, type SharedSheets } from './styles.ts'

/** The pages of a site that are of no interview. */
const SITE_PATHS = ['/', '/interviews/', '/format/', '/check/', '/marks/']

/** Every page of an interview, by its path from the site's root. */
function pathsOf(interview: Interview): string[] {
  return [
    pathOfPlace(interview, START),
    ...interview.topics.map(({ id }) => pathOfPlace(interview, { kind: 'topic', topic: id })),
    ...interview.turns.map(({ id }) => pathOfPlace(interview, { kind: 'turn', turn: id })),
  ]
}

/** Every page of a site, by its path from the site's root, with the interview that it shows. */
export function pagesOf(interviews: readonly Interview[]): Map<string, Interview | null> {
  const pages = new Map<string, Interview | null>(SITE_PATHS.map((path) => [path, null]))
  for (const interview of interviews) for (const path of pathsOf(interview)) pages.set(path, interview)
  return pages
}

export interface SitePagesOptions {
  readonly siteUrl: string
  /** The site's path, with a slash at both ends. */
  readonly base: string
  /** What draws pages, built for Node. */
  readonly renderer: typeof entryServer
  readonly program: BuiltProgram
  readonly sources: Sources
  readonly previews: Previews
  /** The styles of pages that do not hold them. */
  readonly sheets: SharedSheets
  /** Writes a file of the site, by its path from the root. */
  readonly write: (file: string, content: string) => Promise<void>
}

/** Draws the pages of a site and writes them. */
export class SitePages {
  readonly #options: SitePagesOptions

  constructor(options: SitePagesOptions) {
    this.#options = options
  }

  /** Writes the pages that are of no interview, and the one for addresses at which there is nothing. */
  async writeSite(): Promise<void> {
    for (const path of SITE_PATHS) await this.#write(path, await this.#page(path, null))
    await this.#options.write('404.html', asShell(await this.#page('/404/', null)))
  }

  /** Writes the pages of an interview, those that `only` picks, with the pages of the turns that were taken out of it. */
  async writeInterview(
    interview: Interview,
    { gone, only }: { readonly gone: readonly GonePage[]; readonly only: (path: string) => boolean },
  ): Promise<void> {
    if (isLong(interview)) await this.#writeLong(interview, only)
    else
      for (const path of [...pathsOf(interview), ...aliasPaths([interview]).keys()].filter(only))
        await this.#write(path, await this.#page(path, interview))
    const parts = gone.length > 0 && isInParts(interview) ? new Parts(interview) : null
    for (const { path, turn } of gone) await this.#write(path, await this.#gonePage(turn, interview, parts))
  }

  async #writeLong(interview: Interview, only: (path: string) => boolean): Promise<void> {
    for (const { pages, data } of longPages(interview)) {
      for (const [file, value] of data) await this.#options.write(file, JSON.stringify(value))
      // One part at a time: while some of its pages are written, others are drawn.
      const wanted = pages.filter(({ path }) => only(path))
      await Promise.all(wanted.map(async (page) => this.#write(page.path, await this.#longPage(interview, page))))
    }
  }

  #write(path: string, html: string): Promise<void> {
    return this.#options.write(`${decodeURIComponent(path).slice(1)}index.html`, html)
  }

  async #page(path: string, interview: Interview | null): Promise<string> {
    const { siteUrl, sources, renderer, previews } = this.#options
    const rendered = await renderer.renderPage(path, { siteUrl, sources, interview })
    const preview = await previews.headOf(path, interview, rendered)
    return this.#assemble(rendered, { preview, rules: interview ? chunkRules(interview) : '' })
  }

  async #longPage(interview: Interview, page: LongPage): Promise<string> {
    const { siteUrl, base, sources, renderer, previews, program, sheets } = this.#options
    const { path, place, part, shown, around, isSmall } = page
    const rules = chunkRules(shown)
    if (!around) {
      const loaded = Promise.resolve(shown)
      const options = { siteUrl, sources: { ...sources, loadInterview: () => loaded }, interview: shown }
      const rendered = await renderer.renderPage(path, options)
      const preview = await previews.headOf(path, interview, rendered, { isSmall })
      return asPart(this.#assemble(rendered, { preview, rules }), part)
    }
    const rendered = await renderer.renderGlimpsePage({ siteUrl, interview: shown, place, around })
    const preview = await previews.headOf(path, interview, rendered, { isSmall })
    // Of these there are very many, so their styles stand in a file, unless one shows what the others do not.
    const later = rules + stylesShown(program.styles, rendered)
    const look = sheets.fits(rendered)
      ? { style: later, styleFile: base + sheets.reading.path }
      : { style: program.styles.atOnce + later }
    const html = assemblePage({ ...program, ...look, rendered, preview })
    return asPart(html, part).replace('<html ', `<html data-glimpse="${base + sheets.player.path}" `)
  }

  async #gonePage(turn: GoneTurn, interview: Interview, parts: Parts | null): Promise<string> {
    const { siteUrl, renderer, program } = this.#options
    const rendered = await renderer.renderGonePage(turn, { siteUrl, interview })
    const preview = { tags: '', data: '' } // nobody is to find it anew
    const html = asShell(this.#assemble(rendered, { preview, script: readingScript({ program: program.file }) }))
    // The words of a link to it are looked for in the part that it stood in.
    const near = indexOfTurn(interview, turn.near[0]?.turn.id ?? '')
    return parts && near !== null ? asPart(html, parts.numberOf(near)) : html
  }

  #assemble(
    rendered: string,
    { rules = '', ...rest }: Pick<Parameters<typeof assemblePage>[0], 'preview'> & { rules?: string; script?: string },
  ): string {
    const { program } = this.#options
    const style = program.styles.atOnce + stylesShown(program.styles, rendered) + rules
    return assemblePage({ ...program, style, rendered, ...rest })
  }
}

/** The page of a turn that was taken out. */
export interface GonePage {
  readonly path: string
  readonly turn: GoneTurn
}

/** Marks a page that the program draws anew, since it does not know from the address alone what stands there. */
function asShell(html: string): string {
  return html.replace('<html ', '<html data-shell ')
}

/** Says in a page which part of its interview it is of, where it has parts. */
function asPart(html: string, part: number | null): string {
  return part === null ? html : html.replace('<html ', `<html data-part="${part}" `)
}
