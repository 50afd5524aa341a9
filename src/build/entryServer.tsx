import { StrictMode, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { StaticRouter, useRoutes } from 'react-router-dom'
import { readMarkdown } from '../domain/formats/markdown.ts'
import { turnAt, type Interview } from '../domain/interview.ts'
import { placeOfPath, type Place } from '../domain/link.ts'
import type { GoneTurn } from '../domain/ledger/goneTurns.ts'
import { Parts } from '../domain/parts.ts'
import type { Platform, Storage } from '../domain/ports.ts'
import { createRoutes, type Sources } from '../routes.tsx'
import { createAppStore } from '../state/store.ts'
import { StoreProvider } from '../state/StoreProvider.tsx'
import example from '../views/format/example.md?raw'
import { GlimpseView, type Around } from '../views/interview/GlimpseView.tsx'
import { GonePlace } from '../views/notFound/GonePlace.tsx'
import { siteAt, SiteContext } from '../views/SiteContext.ts'

const nothing: Storage = { read: () => null, write: () => {}, subscribe: () => () => {} }

/** Nobody reads at build time. */
const nobody: Platform = {
  clipboard: { write: () => Promise.resolve('refused') },
  preferences: nothing,
  places: nothing,
  marksHint: nothing,
  trail: nothing,
  openMarks: () => Promise.reject(new Error('nobody marks anything at build time')),
  onLeave: () => () => {},
  openShareSheet: null,
  fullScreen: { enter: () => {}, leave: () => {} },
  openNarrator: () => {
    throw new Error('nothing plays at build time')
  },
}

export interface RenderOptions {
  readonly siteUrl: string
  readonly sources: Sources
  /** The interview that the page shows; null when it shows none. */
  readonly interview: Interview | null
}

/**
 * Renders the page at a path from the site's root, as React hands it out: its title and meta tags first, then its body.
 *
 * @throws Error when a component fails.
 */
export async function renderPage(path: string, { siteUrl, sources, interview }: RenderOptions): Promise<string> {
  const site = siteAt(siteUrl)
  const place = interview && placeOfPath(interview, path)
  const store = createAppStore(nobody, interview && place ? { interview, place } : null)
  const routes = createRoutes(sources)
  const Routes = () => useRoutes(routes)
  return markupOf(
    <SiteContext value={site}>
      <StoreProvider store={store}>
        <StaticRouter basename={site.base} location={site.base + path.slice(1)}>
          <Routes />
        </StaticRouter>
      </StoreProvider>
    </SiteContext>,
  )
}

/** Some turns of a long interview, and where the text goes on: see GlimpseView. */
export interface GlimpseOptions {
  readonly siteUrl: string
  readonly interview: Interview
  readonly place: Place
  readonly around: Around
}

/** Renders a page of a long interview that the program does not take over, but puts the player in its place. */
export function renderGlimpsePage({ siteUrl, ...glimpse }: GlimpseOptions): Promise<string> {
  return markupOf(
    <SiteContext value={siteAt(siteUrl)}>
      <GlimpseView {...glimpse} />
    </SiteContext>,
  )
}

/**
 * Renders such a page with what these pages usually hold, of the interview that shows all that a file may hold: once with a sound
 * recording, once with a picture.
 *
 * @throws Error when that interview has a mistake.
 */
export async function renderSamplePages(siteUrl: string): Promise<string> {
  const read = readMarkdown({ id: 'example', text: example })
  if (!read.ok) throw new Error('the example of the format has a mistake')
  const interview = new Parts(read.interview).part(1)
  const turn = turnAt(interview, 0).id
  const around: Around = { earlier: turn, later: turn, more: { path: '', isWhole: true } }
  const pages = (['audio', 'video'] as const).map((kind) => {
    const recording = { kind, file: '', turns: [], end: 0, words: null }
    return renderGlimpsePage({ siteUrl, interview: { ...interview, recording }, place: { kind: 'turn', turn }, around })
  })
  return (await Promise.all(pages)).join('')
}

/** Renders the page of a turn that was taken out. It is only read: no program takes it over. */
export function renderGonePage(gone: GoneTurn, { siteUrl, interview }: { siteUrl: string; interview: Interview }) {
  return markupOf(
    <SiteContext value={siteAt(siteUrl)}>
      <StoreProvider store={createAppStore(nobody, null)}>
        <GonePlace interview={interview} gone={gone} />
      </StoreProvider>
    </SiteContext>,
  )
}

async function markupOf(app: ReactNode): Promise<string> {
  const { prelude } = await prerender(<StrictMode>{app}</StrictMode>, {
    // A boundary that is streamed later needs an inline script, which the Content-Security-Policy forbids.
    progressiveChunkSize: Infinity,
    onError: (error) => {
      throw error
    },
  })
  return new Response(prelude).text()
}
