import { Suspense, type ComponentType } from 'react'
import type { RouteObject } from 'react-router-dom'
import type { Interview } from './domain/interview.ts'
import type { LibraryEntry } from './domain/library.ts'
import type { PartSources, SearchSource } from './domain/ports.ts'
import { InterviewView } from './views/interview/InterviewView.tsx'
import { Shell } from './views/Shell.tsx'
import { lazyView } from './views/lazyView.ts'

/**
 * Where the pages get what they show: from the files at build time, over the network in a browser. Asked twice for the
 * same thing, a source hands out the same promise.
 */
export interface Sources {
  /** The interview of that id, of a long one a part; null when there is none. @throws Error when it cannot be fetched. */
  loadInterview(id: string): Promise<Interview | null>
  /** @throws Error when it cannot be fetched. */
  loadLibrary(): Promise<readonly LibraryEntry[]>
  /** The other parts of long interviews; left out where nobody moves. */
  readonly parts?: PartSources
  /** The search across all interviews, opened when it is used; left out where nobody searches. @throws Error when it cannot be. */
  openSearch?(): Promise<SearchSource>
}

const LibraryView = lazyView(async () => (await import('./views/library/LibraryView.tsx')).LibraryView)
const FormatView = lazyView(async () => (await import('./views/format/FormatView.tsx')).FormatView)
const MarksView = lazyView(async () => (await import('./views/marks/MarksView.tsx')).MarksView)
const CheckView = lazyView(async () => (await import('./views/check/CheckView.tsx')).CheckView)
const NotFoundView = lazyView(async () => (await import('./views/notFound/NotFoundView.tsx')).NotFoundView)

/** The one table of routes: path, view, data. All places in an interview are one route, so that stepping loads nothing. */
export function createRoutes(sources: Sources): RouteObject[] {
  const library = later(() => <LibraryView sources={sources} />)
  return [
    {
      Component: Shell,
      children: [
        { path: '/', Component: library },
        { path: '/interviews', Component: library },
        {
          path: '/interviews/:interviewId/*',
          element: <InterviewView sources={sources} />,
        },
        { path: '/format', Component: later(FormatView) },
        { path: '/marks', Component: later(() => <MarksView sources={sources} />) },
        { path: '/check', Component: later(() => <CheckView sources={sources} />) },
        { path: '*', Component: later(NotFoundView) },
      ],
    },
  ]
}

/** A view whose program is loaded when it is asked for. */
function later(View: ComponentType): ComponentType {
  return function LaterView() {
    return (
      <Suspense>
        <View />
      </Suspense>
    )
  }
}
