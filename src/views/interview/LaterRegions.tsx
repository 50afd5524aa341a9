import { Suspense, useEffect, type ReactNode } from 'react'
import { useLocation } from 'react-router-dom'
import { carriesLens, carriesMore, carriesSearch, carriesTrail } from '../../domain/address.ts'
import type { Interview } from '../../domain/interview.ts'
import type { LibraryEntry } from '../../domain/library.ts'
import type { PartSources, SearchSource } from '../../domain/ports.ts'
import { selectIsWaiting } from '../../state/playbackSelectors.ts'
import { useApp, useAppStore } from '../../state/StoreProvider.tsx'
import { PartBoundary } from '../PartBoundary.tsx'
import { useIsLive } from '../../components/useIsLive.ts'
import { lazyView } from '../lazyView.ts'

const SharingRegion = lazyView(async () => (await import('./sharing/SharingRegion.tsx')).SharingRegion)
const PlayingRegion = lazyView(async () => (await import('./playing/PlayingRegion.tsx')).PlayingRegion)
const ToolRegion = lazyView(async () => (await import('./tools/ToolRegion.tsx')).ToolRegion)
const MarksRegion = lazyView(async () => (await import('./marks/MarksRegion.tsx')).MarksRegion)
const TrailRegion = lazyView(async () => (await import('./trail/TrailRegion.tsx')).TrailRegion)
const LensRegion = lazyView(async () => (await import('./lens/LensRegion.tsx')).LensRegion)
const PartsRegion = lazyView(async () => (await import('./parts/PartsRegion.tsx')).PartsRegion)

export interface PlayerSources {
  /** For the interviews to go on with at the end. */
  loadLibrary(): Promise<readonly LibraryEntry[]>
  readonly parts?: PartSources
  /** For the other parts of a long interview. */
  openSearch?(): Promise<SearchSource>
  /** For marks that are brought in, which may be in other interviews. */
  loadInterview(id: string): Promise<Interview | null>
}

interface LaterRegionsProps {
  readonly interview: Interview
  readonly sources: PlayerSources
  /** Brings the address up to date, before the reader goes to another part. */
  onLeave(): void
}

/** What of the player is loaded when somebody asks for it, or the address does. None of it is in the page as it was made. */
export function LaterRegions({ interview, sources, onLeave }: LaterRegionsProps) {
  const { search, hash } = useLocation()
  const isLive = useIsLive()
  const isWaiting = useApp(selectIsWaiting)
  const tool = useApp((state) => state.tool)
  const isLensed = useApp((state) => state.lens !== null) || carriesLens(search)
  const isMarking = useApp(({ hasMarks, marks, markWish }) => hasMarks || marks !== null || markWish !== null)
  const isSharing =
    useApp(({ landing, marked, sharing }) => Boolean(landing ?? marked ?? sharing)) || carriesMore(search)
  useAskedSearch(carriesSearch(search))
  const isTrailed = useApp((state) => (state.trail ?? state.keptTrail) !== null) || carriesTrail(hash)
  const { parts } = sources
  if (!isLive) return null
  return (
    <>
      {isWaiting && (
        <Later name="Playing">
          <PlayingRegion interview={interview} loadLibrary={sources.loadLibrary} />
        </Later>
      )}
      {interview.part && parts && (
        <Later name="Going to other parts of the interview">
          <PartsRegion interview={interview} sources={parts} onLeave={onLeave} />
        </Later>
      )}
      {tool && (
        <Later name="The tool">
          <ToolRegion interview={interview} tool={tool} sources={sources} />
        </Later>
      )}
      {isLensed && (
        <Later name="The lens">
          <LensRegion key={interview.part?.number} interview={interview} />
        </Later>
      )}
      {isTrailed && (
        <Later name="The trail">
          <TrailRegion interview={interview} sources={sources} />
        </Later>
      )}
      {isMarking && (
        <Later name="Marks">
          <MarksRegion interview={interview} />
        </Later>
      )}
      {isSharing && (
        <Later name="Sharing">
          <SharingRegion interview={interview} parts={parts} />
        </Later>
      )}
    </>
  )
}

function Later({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <PartBoundary name={name}>
      <Suspense>{children}</Suspense>
    </PartBoundary>
  )
}

/** Opens the search that the address asks for, and closes it when the reader goes back to before it. */
function useAskedSearch(isAsked: boolean): void {
  const store = useAppStore()
  useEffect(() => {
    const { tool, openTool, closeTool } = store.getState()
    const isOpen = tool?.name === 'search'
    if (isAsked && !isOpen) openTool('search')
    if (!isAsked && isOpen) closeTool()
  }, [store, isAsked])
}
