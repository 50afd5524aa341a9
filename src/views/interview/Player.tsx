import { Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { Icon } from '../../components/Icon/Icon.tsx'
import { IconButton } from '../../components/IconButton/IconButton.tsx'
import { Lede } from '../../components/Lede/Lede.tsx'
import { SearchButton } from '../../components/SearchButton/SearchButton.tsx'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import { TopicList } from '../../components/TopicList/TopicList.tsx'
import { TurnLink } from '../../components/TurnLink/TurnLink.tsx'
import { writeBaggage } from '../../domain/address.ts'
import { partLabel, partOf } from '../../domain/exchanges.ts'
import { turnAt, type Interview, type TurnId } from '../../domain/interview.ts'
import { interviewPath, pathOfPlace, placeOfPath, turnOfPlace } from '../../domain/link.ts'
import { captionOf, selectCurrentSection } from '../../state/selectors.ts'
import { useApp, useAppStore } from '../../state/StoreProvider.tsx'
import { PartBoundary } from '../PartBoundary.tsx'
import { useSite } from '../SiteContext.ts'
import { SETTINGS_PANEL, SiteTools } from '../SiteTools.tsx'
import { usePlainClicks } from '../usePlainClicks.ts'
import styles from './Player.module.css'
import { FocusPart, FocusTool } from './FocusPart.tsx'
import { FollowRegion } from './FollowRegion.tsx'
import { LaterRegions, type PlayerSources } from './LaterRegions.tsx'
import { RecordingRegion } from './RecordingRegion.tsx'
import { TranscriptRegion } from './TranscriptRegion.tsx'
import { togglePlayingOptions, TransportRegion } from './TransportRegion.tsx'
import { useAddress } from './useAddress.ts'
import { useKeys } from './useKeys.ts'
import { usePlaying } from './usePlaying.ts'
import { lazyView } from '../lazyView.ts'

const LensChoice = lazyView(async () => (await import('./lens/LensChoice.tsx')).LensChoice)
const KeysSheet = lazyView(async () => (await import('./KeysSheet.tsx')).KeysSheet)

interface PlayerProps {
  readonly interview: Interview
  readonly sources: PlayerSources
}

/** The player: the text in the middle, the topics beside it, the ribbon and the steps below. */
export function Player({ interview, sources }: PlayerProps) {
  const root = useRef<HTMLDivElement>(null)
  const store = useAppStore()
  const site = useSite()
  const [areKeysShown, setKeysShown] = useState(false)
  const settleAddress = useAddress(interview)
  const togglePlay = usePlaying(interview)
  const openTool = useApp((state) => state.openTool)
  const shareHere = () => {
    const { visit, share } = store.getState()
    const index = turnOfPlace(interview, visit.place)
    const scope = visit.place.kind === 'topic' ? 'topic' : index === null ? 'interview' : 'answer'
    share({ turn: turnAt(interview, index ?? 0).id, scope, range: null, part: null })
  }
  const copyLink = useCopyLink(interview)

  useKeys(
    useMemo(
      () => ({
        copyLink: () => copyLink(),
        showKeys: () => setKeysShown(true),
        togglePlay,
        showPlayingOptions: togglePlayingOptions,
        showLenses: () => document.getElementById(SETTINGS_PANEL)?.togglePopover(),
      }),
      [copyLink, togglePlay],
    ),
  )
  usePlainClicks(
    root,
    useCallback(
      (path, link) => {
        const place = placeOfPath(interview, path)
        if (place?.kind === 'turn' && link.closest('article')?.id === place.turn) store.getState().pick(place.turn)
        else if (place) store.getState().jump(place)
        else settleAddress()
        const isInOtherPart =
          !place && interview.part && path.startsWith(interviewPath(interview.id)) && path.endsWith('/')
        if (isInOtherPart) store.getState().goBeyond({ to: 'path', path, isThere: false })
        return place !== null || isInOtherPart === true
      },
      [interview, store, settleAddress],
    ),
  )
  return (
    <div ref={root}>
      <SiteHeader home={site.base} crumbs={[interview.publication, interview.shortTitle].filter(Boolean)}>
        <SearchButton onClick={() => openTool('search')} />
        <IconButton name="Marks and notes" shortcut="g" onClick={() => openTool('marks')}>
          <Icon name="bookmark" />
        </IconButton>
        <span className={styles.shareTool}>
          <IconButton name="Share" onClick={shareHere}>
            <Icon name="share" />
          </IconButton>
        </span>
        <SiteTools settings={<LensChoice interview={interview} />}>
          <span className={styles.keysTool}>
            <IconButton name="Keys" shortcut="?" onClick={() => setKeysShown(true)}>
              <Icon name="keyboard" />
            </IconButton>
          </span>
          <FocusTool />
        </SiteTools>
      </SiteHeader>
      <div className={styles.frame}>
        <PartBoundary name="The list of topics">
          <TopicsRegion interview={interview} />
        </PartBoundary>
        <main id="main_text" className={styles.main}>
          <div className={styles.lede}>
            <Lede interview={interview} base={site.base} address={site.url + interviewPath(interview.id).slice(1)} />
            <RecordingRegion interview={interview} onTogglePlay={togglePlay} />
          </div>
          <FocusPart interview={interview} />
          <TurnLink id={interview.id} base={site.base} turn={interview.part?.previous ?? null} to="earlier" />
          <TranscriptRegion key={interview.part?.number} interview={interview} onCopyLink={copyLink} />
          <TurnLink id={interview.id} base={site.base} turn={interview.part?.next ?? null} to="later" />
          <EndOfInterview interview={interview} />
        </main>
      </div>
      <PartBoundary name="The player">
        <FollowRegion interview={interview} />
        <TransportRegion interview={interview} onTogglePlay={togglePlay} />
      </PartBoundary>
      <LaterRegions interview={interview} sources={sources} onLeave={settleAddress} />
      {areKeysShown && (
        <Suspense>
          <KeysSheet interview={interview} onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** Copies the address of a turn, or of where the reader is, and says which. */
function useCopyLink(interview: Interview): (turn?: TurnId) => void {
  const store = useAppStore()
  const { base } = useSite()
  return useCallback(
    (turn) => {
      const { visit, copy } = store.getState()
      const place = turn === undefined ? visit.place : ({ kind: 'turn', turn } as const)
      const index = turnOfPlace(interview, place)
      const name =
        place.kind === 'topic'
          ? (captionOf(interview, index ?? 0).section ?? 'this topic')
          : index === null
            ? 'the interview'
            : (partLabel(partOf(interview, index))?.toLowerCase() ?? 'this turn')
      const fingerprint = place.kind === 'turn' && index !== null ? turnAt(interview, index).fingerprint : null
      const path = base + pathOfPlace(interview, place).slice(1) + writeBaggage({ fingerprint, quote: null })
      void copy({ text: new URL(path, window.location.origin).href }, `Link to ${name}`)
    },
    [store, interview, base],
  )
}

function TopicsRegion({ interview }: { interview: Interview }) {
  const site = useSite()
  const current = useApp(selectCurrentSection)
  const jumpMention = useApp((state) => state.jumpMention)
  const handleNextMention = useCallback(
    (topic: Parameters<typeof jumpMention>[0]) => jumpMention(topic, 1),
    [jumpMention],
  )
  return <TopicList interview={interview} base={site.base} current={current} onNextMention={handleNextMention} />
}

/** Where to go from the last turn. */
function EndOfInterview({ interview }: { interview: Interview }) {
  const { base } = useSite()
  const file = `${base}interviews/${encodeURIComponent(interview.id)}`
  return (
    <footer className={styles.end} data-screen-only>
      <a href={base}>All interviews</a>
      <a href={`${file}.md`}>This interview as text</a>
      <a href={`${file}.json`}>as data</a>
    </footer>
  )
}
