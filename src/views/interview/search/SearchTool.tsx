import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { RibbonTicks } from '../../../components/Ribbon/RibbonTicks.tsx'
import { SearchCard } from '../../../components/SearchCard/SearchCard.tsx'
import { SearchFilters } from '../../../components/SearchCard/SearchFilters.tsx'
import { excerptOfHit, shareOfHit } from '../../../domain/hitPlace.ts'
import { textDirection, turnAt, type Interview, type TopicId } from '../../../domain/interview.ts'
import type { SearchSource } from '../../../domain/ports.ts'
import { searchInterview, type Hit, type SearchQuery } from '../../../domain/search.ts'
import { hueOf, sectionOf } from '../../../domain/topics.ts'
import { selectIsPlaying, selectIsReadingAloud } from '../../../state/playbackSelectors.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { goToWords } from '../goToWords.ts'
import { MarginPlace } from '../margin/MarginPlace.tsx'
import { OtherParts } from './OtherParts.tsx'
import { SearchFoot } from './SearchFoot.tsx'
import { useFoldAhead } from './useFoldAhead.ts'
import { useHitKeys } from './useHitKeys.ts'
import { useMarkedHits } from './useMarkedHits.ts'
import { useSearchAddress } from './useSearchAddress.ts'

/** So many hits are listed: those round the one that the reader is at. */
const MOST_LISTED = 200
/** The list goes on by so many at a time. */
const LIST_STEP = 100
/** Ticks that stand nearer than this share of the ribbon are one: less than a pixel of a wide screen. */
const TICK_SHARE = 1 / 2000
/** A search that rests for so long leads to its first hit, in milliseconds. */
const REST_MS = 300

interface SearchToolProps {
  readonly interview: Interview
  /** For the other parts of a long interview; left out where nobody searches them. */
  openSearch?(): Promise<SearchSource>
}

/** The search in an interview, joined to the text: what is found is marked, listed, and gone to. */
export function SearchTool({ interview, openSearch }: SearchToolProps) {
  const store = useAppStore()
  const openTool = useApp((state) => state.openTool)
  const isQuiet = useApp(selectIsReadingAloud)
  const { query, change, close } = useSearchAddress(interview)
  const sought = useDeferredValue(query)
  const hits = useMemo(() => searchInterview(interview, sought), [interview, sought])
  const [at, setAt] = useState<{ readonly hits: readonly Hit[]; readonly index: number } | null>(null)
  const current = at?.hits === hits ? at.index : null

  const go = (index: number) => {
    const hit = hits[index]
    if (!hit) return
    setAt({ hits, index })
    goToWords(store, interview, hit, { isStep: true })
  }
  /** The first hit at or behind where the reader is, or the last before it, but never the same again; round the ends of the interview. */
  const nextIndex = (by: 1 | -1) => {
    const round = (index: number) => (index + hits.length) % hits.length
    const turn = selectCurrentTurn(store.getState()) ?? 0
    const behind = hits.findIndex((hit) => hit.turn >= turn)
    const near = round(by > 0 ? Math.max(behind, 0) : (behind < 0 ? hits.length : behind) - 1)
    // Whoever went on meanwhile searches from there.
    const isHere = current !== null && (hits[current]?.turn === turn || near === current)
    return isHere ? round(current + by) : near
  }
  const step = (by: 1 | -1) => hits.length > 0 && go(nextIndex(by))
  useHitKeys(step)
  useFoldAhead(interview, query.isExact ? 'shapes' : 'letters')
  useMarkedHits(interview, hits, current)
  const leadToFirst = useEffectEvent(() => {
    // What plays is not left for a word that is only being typed, and nobody who came by a link is taken elsewhere.
    if (current === null && hits.length > 0 && !selectIsPlaying(store.getState())) go(nextIndex(1))
  })
  const [arrived] = useState(() => (store.getState().typedAhead === '' ? query : null))
  useEffect(() => {
    if (sought === arrived) return
    const timer = setTimeout(leadToFirst, REST_MS)
    return () => clearTimeout(timer)
  }, [sought, arrived])

  const start = listStart(hits.length, current ?? 0)
  const listed = useMemo(
    () => hits.slice(start, start + MOST_LISTED).map((hit) => listedHit(interview, hit)),
    [interview, hits, start],
  )
  const ticks = useMemo(() => [...new Set(hits.map((hit) => tickOf(interview, hit)))], [interview, hits])
  const currentHit = current === null ? undefined : hits[current]
  return (
    <MarginPlace narrowEdge="top" onClose={close}>
      <SearchCard
        words={query.words}
        says={sayHits(interview, { query: sought, found: hits.length, current })}
        isQuiet={isQuiet}
        hits={listed}
        current={current === null ? null : current - start}
        language={interview.language}
        onType={(words) => change({ ...query, words })}
        onStep={step}
        onGo={(index) => go(start + index)}
        onClose={close}
        filters={
          <SearchFilters
            speakers={interview.speakers.map(({ label }) => label)}
            topics={interview.topics}
            speaker={query.speaker}
            topic={query.topic}
            isExact={query.isExact}
            onChooseSpeaker={(speaker) => change({ ...query, speaker })}
            onChooseTopic={(topic) => change({ ...query, topic: topic as TopicId | null })} // one of the topics
            onChooseExact={(isExact) => change({ ...query, isExact })}
          />
        }
      >
        {interview.part && openSearch && <OtherParts interview={interview} query={sought} openSearch={openSearch} />}
        <SearchFoot
          interview={interview}
          query={sought}
          found={hits.length}
          listed={{ start, end: start + listed.length }}
          onWiden={() => change({ words: query.words, isExact: false, speaker: null, topic: null })}
          onCheck={() => {
            store.getState().setQuotation(query.words)
            openTool('check')
          }}
        />
      </SearchCard>
      <RibbonTicks
        ticks={ticks}
        current={currentHit ? ticks.indexOf(tickOf(interview, currentHit)) : null}
        kind="hit"
        isRtl={textDirection(interview.language) === 'rtl'}
      />
    </MarginPlace>
  )
}

/** The first hit that is listed, so that the list holds still while the reader steps through it. */
function listStart(found: number, current: number): number {
  const start = Math.floor((current - LIST_STEP / 2) / LIST_STEP) * LIST_STEP
  return Math.max(0, Math.min(start, found - MOST_LISTED))
}

function tickOf(interview: Interview, hit: Hit): number {
  return Math.round(shareOfHit(interview, hit) / TICK_SHARE) * TICK_SHARE
}

function listedHit(interview: Interview, hit: Hit) {
  const { heading, topic } = sectionOf(interview, hit.turn)
  return {
    speaker: turnAt(interview, hit.turn).speaker,
    topic: heading,
    hue: hueOf(interview, topic),
    ...excerptOfHit(interview, hit),
  }
}

/** How many were found, and which of them the reader is at. */
function sayHits(
  { part }: Interview,
  { query, found, current }: { query: SearchQuery; found: number; current: number | null },
): string {
  if (query.words.trim() === '') return ''
  const here = part ? ' in this part of the interview' : ''
  if (found === 0) return `Nothing found${here}.`
  if (current !== null) return `${current + 1} of ${found}${here}`
  return `${found} ${found === 1 ? 'hit' : 'hits'}${here}`
}
