import { Suspense, use, useLayoutEffect, useRef, useState } from 'react'
import { useLocation, useParams } from 'react-router-dom'
import { carriesMore } from '../../domain/address.ts'
import type { Interview } from '../../domain/interview.ts'
import type { LibraryEntry } from '../../domain/library.ts'
import { isSamePlace, placeOfPath, type Place } from '../../domain/link.ts'
import type { PartSources, SearchSource } from '../../domain/ports.ts'
import { useApp, useAppStore } from '../../state/StoreProvider.tsx'
import { PageHead } from '../PageHead.tsx'
import { pageTexts } from './pageTexts.ts'
import { Player } from './Player.tsx'
import { lazyView } from '../lazyView.ts'

// Never part of a published page, so that no page has a boundary that is filled later.
const MissingInterview = lazyView(async () => (await import('../notFound/MissingInterview.tsx')).MissingInterview)
const LostLink = lazyView(async () => (await import('./sharing/LostLink.tsx')).LostLink)
const OtherPart = lazyView(async () => (await import('./parts/OtherPart.tsx')).OtherPart)
const MissingPlace = lazyView(async () => (await import('../notFound/MissingPlace.tsx')).MissingPlace)

interface InterviewSources {
  loadInterview(id: string): Promise<Interview | null>
  loadLibrary(): Promise<readonly LibraryEntry[]>
  readonly parts?: PartSources
  openSearch?(): Promise<SearchSource>
}

/** The page of an interview, at any place in it. */
export function InterviewView({ sources }: { readonly sources: InterviewSources }) {
  const { interviewId = '' } = useParams()
  const interview = use(sources.loadInterview(interviewId))
  if (!interview)
    return (
      <Suspense>
        <MissingInterview id={interviewId} loadLibrary={sources.loadLibrary} />
      </Suspense>
    )
  return <PlaceView key={interview.id} loaded={interview} sources={sources} />
}

interface PlaceViewProps {
  /** The interview, or the part of it that was loaded first. */
  readonly loaded: Interview
  readonly sources: InterviewSources
}

function PlaceView({ loaded, sources }: PlaceViewProps) {
  const { pathname, search } = useLocation()
  const open = useApp((state) => state.interview)
  // Of a long interview another part may be open from before. Where the reader goes from here on is known to the store alone.
  const [first] = useState(() => (loaded.part && open?.id === loaded.id && placeOfPath(open, pathname) ? open : loaded))
  const [arrival, setArrival] = useState<Place | null>(null)
  const interview = loaded.part ? first : loaded
  const place = arrival ?? placeOfPath(interview, pathname)
  if (interview.part && place && !arrival) setArrival(place)
  if (!place)
    return (
      <Suspense>
        {interview.part && document.documentElement.dataset['shell'] === undefined ? (
          <OtherPart />
        ) : carriesMore(search) ? (
          <LostLink interview={interview} />
        ) : (
          <MissingPlace interview={interview} pathname={pathname} />
        )}
      </Suspense>
    )
  return <OpenInterview interview={interview} place={place} sources={sources} />
}

interface OpenInterviewProps {
  readonly interview: Interview
  readonly place: Place
  readonly sources: InterviewSources
}

function OpenInterview({ interview, place, sources }: OpenInterviewProps) {
  const store = useAppStore()
  const open = useApp((state) => state.interview)
  const visited = useApp((state) => state.visit.place)
  // The reader may have gone on to another part of it.
  const shown = open === interview || (interview.part && open?.id === interview.id) ? open : null
  const arrival = useRef(place)
  useLayoutEffect(() => {
    const { interview: before, visit, openInterview } = store.getState()
    const isMadeForThis = before === interview && visit.by === 'opening' && isSamePlace(visit.place, arrival.current)
    const isOpenAlready = before === interview && visit.place === arrival.current
    if (!isMadeForThis && !isOpenAlready) openInterview(interview, arrival.current)
  }, [store, interview])
  return (
    <>
      <PageHead {...pageTexts(shown ?? interview, shown && shown.part ? visited : place)} />
      {shown && <Player interview={shown} sources={sources} />}
    </>
  )
}
