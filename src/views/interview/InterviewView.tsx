import { lazy, Suspense, use, useLayoutEffect, useRef } from 'react'
import { useLocation, useParams } from 'react-router-dom'
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

interface InterviewViewProps {
  loadInterview(id: string): Promise<Interview | null>
  loadLibrary(): Promise<readonly LibraryEntry[]>
}

/** The page of an interview, at any place in it. */
export function InterviewView({ loadInterview, loadLibrary }: InterviewViewProps) {
  const { pathname, search } = useLocation()
  const { interviewId = '' } = useParams()
  const interview = use(loadInterview(interviewId))
  if (!interview)
    return (
      <Suspense>
        <MissingInterview id={interviewId} loadLibrary={loadLibrary} />
      </Suspense>
    )
  const place = placeOfPath(interview, pathname)
  if (!place)
    return (
      <Suspense>
        {carriesMore(search) ? (
          <LostLink interview={interview} />
        ) : (
          <MissingPlace interview={interview} pathname={pathname} />
        )}
      </Suspense>
    )
  return <OpenInterview key={interview.id} interview={interview} place={place} loadLibrary={loadLibrary} />
}

interface OpenInterviewProps extends Pick<InterviewViewProps, 'loadLibrary'> {
  readonly interview: Interview
  readonly place: Place
}

function OpenInterview({ interview, place, loadLibrary }: OpenInterviewProps) {
  const store = useAppStore()
  const isOpen = useApp((state) => state.interview === interview)
  const arrival = useRef(place)
  useLayoutEffect(() => {
    const { interview: open, visit, openInterview } = store.getState()
    const isMadeForThis = open === interview && visit.by === 'opening' && isSamePlace(visit.place, arrival.current)
    const isOpenAlready = open === interview && visit.place === arrival.current
    if (!isMadeForThis && !isOpenAlready) openInterview(interview, arrival.current)
  }, [store, interview])
  return (
    <>
      <PageHead {...pageTexts(interview, place)} />
      {isOpen && <Player interview={interview} loadLibrary={loadLibrary} />}
    </>
  )
}
