import type { RouteObject } from 'react-router-dom'
import type { Interview } from './domain/interview.ts'
import type { LibraryEntry } from './domain/library.ts'
import { InterviewView, type InterviewData } from './views/interview/InterviewView.tsx'
import { PageError } from './views/PageError.tsx'
import { Shell } from './views/Shell.tsx'

/** Where the pages get what they show: from the files at build time, over the network in a browser. */
export interface Sources {
  /** The interview of that id; null when there is none. @throws Error when it cannot be fetched. */
  loadInterview(id: string): Promise<Interview | null>
  /** @throws Error when it cannot be fetched. */
  loadLibrary(): Promise<readonly LibraryEntry[]>
}

/** The one table of routes: path, view, data. All places in an interview are one route, so that stepping loads nothing. */
export function createRoutes({ loadInterview, loadLibrary }: Sources): RouteObject[] {
  const library: RouteObject = {
    loader: loadLibrary,
    lazy: async () => ({ Component: (await import('./views/library/LibraryView.tsx')).LibraryView }),
  }
  return [
    {
      Component: Shell,
      ErrorBoundary: PageError,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: PageError,
          children: [
            { ...library, path: '/' },
            { ...library, path: '/interviews' },
            {
              path: '/interviews/:interviewId/*',
              Component: InterviewView,
              loader: async ({ params }): Promise<InterviewData> => {
                const id = params['interviewId'] ?? ''
                const interview = await loadInterview(id)
                if (interview) return { kind: 'found', interview }
                return { kind: 'missing', id, library: await loadLibrary() }
              },
              shouldRevalidate: ({ currentParams, nextParams }) =>
                currentParams['interviewId'] !== nextParams['interviewId'],
            },
            {
              path: '/format',
              lazy: async () => ({ Component: (await import('./views/format/FormatView.tsx')).FormatView }),
            },
            {
              path: '*',
              lazy: async () => ({ Component: (await import('./views/notFound/NotFoundView.tsx')).NotFoundView }),
            },
          ],
        },
      ],
    },
  ]
}
