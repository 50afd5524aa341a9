import './styles/index.css' // first, since it puts the cascade layers in their order
import { startTransition, StrictMode, type ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter, useRoutes } from 'react-router-dom'
import type { Interview } from './domain/interview.ts'
import { placeOfPath } from './domain/link.ts'
import { browserPlatform } from './platform/browserPlatform.ts'
import { networkSources } from './platform/networkSources.ts'
import { createRoutes } from './routes.tsx'
import { keepPlaces } from './state/keepPlaces.ts'
import { persistPreferences } from './state/persistPreferences.ts'
import { selectIsPlaying } from './state/playbackSelectors.ts'
import { createAppStore, type AppStore } from './state/store.ts'
import { StoreProvider } from './state/StoreProvider.tsx'
import { siteAt, SiteContext } from './views/SiteContext.ts'

const site = siteAt(__SITE_URL__)
const root = document.getElementById('app_root')
const { shell, part, glimpse } = document.documentElement.dataset
/** A page of the build stands there already; the shell at unknown addresses is drawn anew. */
const isPrerendered = Boolean(root?.firstElementChild) && shell === undefined
/** On a page with some turns of a long interview, whose place the player takes: the address of the player’s styles. */
const playerStyles = isPrerendered ? glimpse : undefined

/**
 * Makes an address one that the router can tell: a page is also served under the name of its file, and with a stray % or a
 * control character the router would fail before the page can say that there is nothing at this address.
 */
function mendAddress() {
  const { pathname, search, hash } = location
  // Two slashes at the beginning would make the next part a host.
  let path = pathname.replace(/^\/{2,}/, '/').replace(/\/index\.html$/, '/')
  try {
    if (/\p{Cc}/u.test(decodeURIComponent(path))) path = path.replaceAll('%', '%25')
  } catch {
    path = path.replaceAll('%', '%25')
  }
  if (path !== pathname) history.replaceState(history.state, '', path + search + hash)
}

/** Round a page that stands there already there is nothing. */
function Plain({ children }: { readonly children: ReactNode }): ReactNode {
  return children
}

/** What puts the player in the place of what stands there, once its styles are there, which are asked for beside it. */
async function loadFrame(stylesUrl: string) {
  const [{ inPlace }] = await Promise.all([import('./views/interview/inPlace/InPlace.tsx'), addStyles(stylesUrl)])
  return inPlace()
}

function addStyles(href: string): Promise<unknown> {
  return new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload, onerror }))
  })
}

async function start(element: HTMLElement) {
  if (!isPrerendered) document.documentElement.dataset['shell'] = '' // also where pages are not prerendered at all
  mendAddress()
  const path = location.pathname.slice(site.base.length - 1)
  const [, folder, name = ''] = path.split('/')
  const id = folder === 'interviews' ? decodeURIComponent(name) : ''
  const page = id ? { id, part: part === undefined ? null : Number(part) } : null
  const sources = networkSources({ base: site.base, mayBeUnknown: !isPrerendered, page })
  let interview: Interview | null = null
  let Frame = Plain
  try {
    // With its interview at hand the page is taken over in one go.
    ;[interview, Frame] = await Promise.all([
      id ? sources.loadInterview(id) : null,
      playerStyles === undefined ? Plain : loadFrame(playerStyles),
    ])
  } catch {
    if (isPrerendered) return failQuietly()
  }

  // The sites of one host share their storage, and interviews of the same name are not the same.
  const platform = browserPlatform({
    preferencesKey: __PREFERENCES_KEY__,
    placesKey: `colloquy.places ${site.base}`,
    marksKey: `colloquy.marks ${site.base}`,
    trailKey: `colloquy.trail ${site.base}`,
  })
  const place = isPrerendered && interview ? placeOfPath(interview, path) : null
  const store = createAppStore(platform, interview && place ? { interview, place } : null)
  const routes = createRoutes(sources)
  const Routes = () => useRoutes(routes)
  const app = (
    <StrictMode>
      <SiteContext value={site}>
        <StoreProvider store={store}>
          <BrowserRouter basename={site.base}>
            <Frame>
              <Routes />
            </Frame>
          </BrowserRouter>
        </StoreProvider>
      </SiteContext>
    </StrictMode>
  )
  // As a transition it is done in small pieces, between which the page answers.
  if (Frame !== Plain) startTransition(() => createRoot(element).render(app))
  else if (isPrerendered) startTransition(() => void hydrateRoot(element, app))
  else createRoot(element).render(app)
  persistPreferences(store, platform.preferences)
  keepPlaces(store, platform)
  attendOncePlaying(store)
}

/** What something that plays needs of the browser is loaded with the first thing that plays. */
function attendOncePlaying(store: AppStore) {
  const stop = store.subscribe((state) => {
    if (!selectIsPlaying(state)) return
    stop()
    // Not in the task of the press, which has enough to do.
    setTimeout(async () => (await import('./attend.ts')).attend(store))
  })
}

/** The text is on the page and stays; what needs the program is hidden, as it is without JavaScript. */
function failQuietly() {
  document.documentElement.dataset['player'] = 'off'
  const status = document.getElementById('status_line')
  if (status)
    status.textContent = 'The player could not be loaded. The text and its links work; load the page again to step.'
}

if (root) void start(root)
