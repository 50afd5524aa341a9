import { act, render, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BrowserRouter, useRoutes } from 'react-router-dom'
import type { Interview } from '../../src/domain/interview.ts'
import { libraryEntryOf } from '../../src/domain/library.ts'
import type { PartSources } from '../../src/domain/ports.ts'
import { createRoutes } from '../../src/routes.tsx'
import { laterTask } from '../../src/state/laterTask.ts'
import { persistPreferences } from '../../src/state/persistPreferences.ts'
import { createAppStore } from '../../src/state/store.ts'
import { StoreProvider } from '../../src/state/StoreProvider.tsx'
import { siteAt, SiteContext } from '../../src/views/SiteContext.ts'
import { fakePlatform } from './fakePlatform.ts'
import { blinkenInterview } from './interviews.ts'
import { searchFilesOf, sourceOf } from './searchSite.ts'

/** Opens the app at an address with the real route table, and hands out what a test needs to look at. */
export async function renderApp(
  path: string,
  interviews: readonly Interview[] = [blinkenInterview()],
  parts?: PartSources,
  { keptTrail = null as string | null } = {},
) {
  window.history.replaceState(null, '', path)
  const platform = fakePlatform({ keptTrail })
  const store = createAppStore(platform, null)
  const library = Promise.resolve(interviews.map(libraryEntryOf))
  const byId = new Map(interviews.map((interview) => [String(interview.id), Promise.resolve(interview)]))
  const none = Promise.resolve(null)
  const search = sourceOf(searchFilesOf(interviews))
  const opened = Promise.resolve(search)
  const routes = createRoutes({
    loadInterview: (id) => byId.get(id) ?? none,
    loadLibrary: () => library,
    openSearch: () => opened,
    ...(parts && { parts }),
  })
  const Routes = () => useRoutes(routes)
  const stopKeeping = persistPreferences(store, platform.preferences)
  const view = await act(async () =>
    render(
      <SiteContext value={siteAt('https://example.org/')}>
        <StoreProvider store={store}>
          <BrowserRouter>
            <Routes />
          </BrowserRouter>
        </StoreProvider>
      </SiteContext>,
    ),
  )
  // Its data and its views that are loaded when they are asked for have arrived.
  await waitFor(() => {
    if (!document.querySelector('h1')) throw new Error(`${path} shows nothing`)
  })
  return { ...view, store, platform, search, user: userEvent.setup(), stopKeeping }
}

/** Waits until how far playing has come is drawn, which is done in a task of its own. */
export async function drawn(): Promise<void> {
  await act(() => new Promise<void>((resolve) => laterTask(resolve)()))
}
