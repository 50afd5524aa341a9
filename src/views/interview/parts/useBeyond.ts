import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Interview } from '../../../domain/interview.ts'
import { viewOf, writeBaggage } from '../../../domain/address.ts'
import { withOpened } from '../../../domain/folds.ts'
import { shownTurns } from '../../../domain/lens.ts'
import { pathOfPlace, turnOfPlace } from '../../../domain/link.ts'
import type { PartSources } from '../../../domain/ports.ts'
import type { Beyond } from '../../../state/beyondSlice.ts'
import { isEndOfPart, selectIsPlaying } from '../../../state/playbackSelectors.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import type { AppState } from '../../../state/store.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { useSite } from '../../SiteContext.ts'
import { placeBeyond } from './placeBeyond.ts'
import type { PlaceInPart } from './shownParts.ts'

const OVER_THE_END: Beyond = { to: 'neighbour', unit: 'turn', by: 1 }

/**
 * Takes the reader to what is asked for in another part of the interview, without loading a page where the part can be told;
 * what plays goes on there, and at the end of a part with the next one. `onLeave` brings the address up to date before.
 */
export function useBeyond(interview: Interview, sources: PartSources, onLeave: () => void): void {
  const store = useAppStore()
  const { base } = useSite()
  const navigate = useNavigate()
  const known = useRef(new Set<Interview>())
  /** Playing is to begin once the part that was opened is on the page. */
  const isToPlay = useRef(false)
  const latest = useRef({ navigate, onLeave })
  useEffect(() => {
    latest.current = { navigate, onLeave }
  })

  useEffect(() => {
    known.current.add(interview)
    if (!isToPlay.current) return
    isToPlay.current = false
    const { visit, play } = store.getState()
    play({ turn: turnOfPlace(interview, visit.place) ?? 0, sentence: 0 })
  }, [store, interview])

  useEffect(() => {
    let request: Beyond | null = null
    const go = async (beyond: Beyond) => {
      request = beyond
      const { part } = interview
      if (!part) return
      const current = selectCurrentTurn(store.getState()) ?? -1
      const here = { interview, part, current, known: [...known.current], sources, lens: store.getState().lens }
      let found
      try {
        found = await placeBeyond(beyond, here)
      } catch {
        if (request === beyond) store.getState().tell('That part could not be fetched. The text here can be read on.')
        return
      }
      if (request !== beyond) return // the reader wants to go elsewhere by now
      store.getState().goBeyond(null)
      if (!found) return loadPage(beyond)
      const { place } = found
      const path = pathOfPlace(found.interview, place) + viewOf(window.location.search, window.location.hash)
      if (found.interview === store.getState().interview) return store.getState().jump(place)
      isToPlay.current = goesOn(store.getState(), found.interview)
      const isInPlace =
        beyond.to === 'neighbour' || (beyond.to === 'turn' && (beyond.isStep || beyond.isLanding === true))
      if (!isInPlace && !isThere(beyond)) latest.current.onLeave()
      enter(found)
      if (!isThere(beyond)) void latest.current.navigate(path, { replace: isInPlace })
    }
    /** The lens stays on, and what was led to is never folded in it. */
    const enter = ({ interview: entered, place }: PlaceInPart) => {
      const { lens, openInterview, putOnLens } = store.getState()
      openInterview(entered, place)
      if (!lens) return
      const turn = turnOfPlace(entered, place)
      const shown = shownTurns(entered, lens.lens)
      putOnLens({ ...lens, shown: turn === null ? shown : withOpened(shown, turn) })
    }
    const loadPage = (beyond: Beyond) => {
      if (isThere(beyond)) window.location.reload()
      else if (beyond.to === 'path') window.location.assign(base + beyond.path.slice(1) + carriedTo(beyond))
      else if (store.getState().lens) store.getState().tell('Nothing more of what is shown was found that way.')
    }
    const { beyond: pending } = store.getState()
    if (pending) void go(pending)
    const stop = store.subscribe((state, before) => {
      if (state.interview !== interview) return
      const { beyond, playback } = state
      if (beyond && beyond !== before.beyond) void go(beyond)
      const isAtEnd = isEndOfPart(interview, playback.phase) && playback.phase !== before.playback.phase
      if (isAtEnd) state.goBeyond(OVER_THE_END)
    })
    return () => {
      request = null
      stop()
    }
  }, [store, interview, sources, base])
}

/** What the address of another page carries: the words that are pointed at there, and how the interview is looked at. */
function carriedTo({ link }: Extract<Beyond, { to: 'path' }>): string {
  const words = link ? writeBaggage(link) : ''
  const view = viewOf(window.location.search, window.location.hash)
  return words === '' ? view : words + view.replace(/^\?/, '&')
}

function isThere(beyond: Beyond): boolean {
  return beyond.to === 'path' && beyond.isThere
}

/** Whether what plays, or has come to the end of its part, is to go on in another part. */
function goesOn(state: AppState, { sections }: Interview): boolean {
  const { phase, options } = state.playback
  if (selectIsPlaying(state)) return true
  if (!isEndOfPart(state.interview, phase) || options.stopAt === 'turn' || options.pauseAfter !== 'nothing')
    return false
  const isOneTopic = options.scope === 'topic' || options.stopAt === 'topic'
  return !isOneTopic || sections[0]?.isContinued === true
}
