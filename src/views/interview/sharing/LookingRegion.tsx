import { useEffect, useState } from 'react'
import { indexOfTurn, turnAt, type Interview } from '../../../domain/interview.ts'
import { isSamePlace } from '../../../domain/link.ts'
import { nearestTurn } from '../../../domain/nearest.ts'
import type { PartSources } from '../../../domain/ports.ts'
import { walkParts, type PartsWalk } from '../../../domain/wholeOfParts.ts'
import type { Landing } from '../../../state/linkSlice.ts'
import type { AppStore } from '../../../state/store.ts'
import { useAppStore } from '../../../state/StoreProvider.tsx'
import { whatWasFetched } from '../../loadWhole.ts'
import { LandingRegion } from './LandingRegion.tsx'
import { settleLink } from './settleLink.ts'

type Looking = Extract<Landing, { kind: 'looking' }>

interface LookingRegionProps {
  /** The part that is open. */
  readonly interview: Interview
  readonly parts: PartSources
  readonly looking: Looking
  readonly isShown: boolean
}

/** Looks for what a link points at in all parts of a long interview, and leads there if the reader has not gone on meanwhile. */
export function LookingRegion({ interview, parts, looking, isShown }: LookingRegionProps) {
  const store = useAppStore()
  const [walk, setWalk] = useState<PartsWalk | null>(null)
  const { id, part } = interview
  const of = part?.of ?? 0
  useEffect(() => {
    let isWanted = true
    const { place: from } = store.getState().visit
    const isStillThere = () => {
      const { place, by } = store.getState().visit
      return isSamePlace(place, from) && (by === 'opening' || by === 'landing')
    }
    const look = async () => {
      let last: PartsWalk | null = null
      for await (last of walkParts(parts, { id, of })) {
        if (!isWanted) return
        setWalk(last)
      }
      const whole = last && whatWasFetched(last)
      const unseen = last?.missing.length ?? 0
      if (!isWanted) return
      if (whole && unseen === 0) settle(store, { whole, looking, isStillThere: isStillThere() })
      else store.getState().followLink({ landing: unsure(whole, looking, unseen), marked: null })
    }
    void look()
    return () => {
      isWanted = false
    }
  }, [store, parts, id, of, looking])
  return isShown && <LandingRegion interview={interview} landing={looking} walk={walk} />
}

interface Found {
  /** All parts joined. */
  readonly whole: Interview
  readonly looking: Looking
  readonly isStillThere: boolean
}

/** Says what became of what the link points at, and leads to it, or to the nearest place. */
function settle(store: AppStore, { whole, looking: { link, path }, isStillThere }: Found): void {
  const { interview: open, followLink, goBeyond, stepTo } = store.getState()
  const { turn, landing, marked } = settleLink(whole, null, link)
  const found = turn === null ? null : turnAt(whole, turn).id
  if (found && !isStillThere)
    return followLink({ landing: { kind: 'elsewhere', turn: found, within: whole, link }, marked: null })
  const [candidate] = landing?.kind === 'gone' ? landing.candidates : []
  const near = candidate ?? (path === null ? null : nearestTurn(whole, path)?.id)
  const to = isStillThere ? (found ?? near) : null
  const index = to ? indexOfTurn(whole, to) : null
  const isOpen = !to || (open !== null && indexOfTurn(open, to) !== null)
  followLink({
    landing: landing?.kind === 'gone' ? { ...landing, within: whole } : landing,
    marked,
    isForNext: !isOpen,
  })
  if (to && isOpen) stepTo(to)
  else if (index !== null) goBeyond({ to: 'turn', index, isStep: false, isLanding: true })
}

/** What there is to say where some parts cannot be looked at: it may stand in one of them too, so nobody is led anywhere. */
function unsure(whole: Interview | null, { link }: Looking, unseen: number): Landing {
  const { turn, landing } = whole ? settleLink(whole, null, link) : { turn: null, landing: null }
  const gone = landing?.kind === 'gone' ? landing : null
  const candidates = whole && turn !== null ? [turnAt(whole, turn).id] : (gone?.candidates ?? [])
  return { kind: 'gone', words: gone?.words ?? null, candidates, unseen, ...(whole && { within: whole }) }
}
