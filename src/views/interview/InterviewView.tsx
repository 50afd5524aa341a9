import { lazy, Suspense, useLayoutEffect, useRef } from 'react'
import { useLoaderData, useLocation } from 'react-router-dom'
import { carriesMore } from '../../domain/address.ts'
import type { Interview } from '../../domain/interview.ts'
import type { LibraryEntry } from '../../domain/library.ts'
import { isSamePlace, placeOfPath, type Place } from '../../domain/link.ts'
import { useApp, useAppStore } from '../../state/StoreProvider.tsx'
import { PageHead } from '../PageHead.tsx'
import { pageTexts } from './pageTexts.ts'
import { Player } from './Player.tsx'

// Never part of a published page, so that no page has a boundary that is filled later.
const MissingInterview = lazy(async () => ({
  default: (await import('../notFound/MissingInterview.tsx')).MissingInterview,
}))
const LostLink = lazy(async () => ({ default: (await import('./sharing/LostLink.tsx')).LostLink }))
const MissingPlace = lazy(async () => ({ default: (await import('../notFound/MissingPlace.tsx')).MissingPlace }))

/** What the route finds at an interview's address. */
export type InterviewData =
  | { readonly kind: 'found'; readonly interview: Interview }
  | { readonly kind: 'missing'; readonly id: string; readonly library: readonly LibraryEntry[] }

/** The page of an interview, at any place in it. */
export function InterviewView() {
  const data = useLoaderData<InterviewData>()
  const { pathname, search } = useLocation()
  if (data.kind === 'missing')
    return (
      <Suspense>
        <MissingInterview id={data.id} library={data.library} />
      </Suspense>
    )
  const place = placeOfPath(data.interview, pathname)
  if (!place)
    return (
      <Suspense>
        {carriesMore(search) ? (
          <LostLink interview={data.interview} />
        ) : (
          <MissingPlace interview={data.interview} pathname={pathname} />
        )}
      </Suspense>
    )
  return <OpenInterview key={data.interview.id} interview={data.interview} place={place} />
}

function OpenInterview({ interview, place }: { interview: Interview; place: Place }) {
  const store = useAppStore()
  const isOpen = useApp((state) => state.interview === interview)
  const arrival = useRef(place)
  useLayoutEffect(() => {
    const { interview: open, visit, openInterview } = store.getState()
    const isMadeForThis = open === interview && visit.by === 'opening' && isSamePlace(visit.place, arrival.current)
    if (!isMadeForThis) openInterview(interview, arrival.current)
  }, [store, interview])
  return (
    <>
      <PageHead {...pageTexts(interview, place)} />
      {isOpen && <Player interview={interview} />}
    </>
  )
}
