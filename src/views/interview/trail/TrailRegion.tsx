import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { MarginCard } from '../../../components/MarginCard/MarginCard.tsx'
import { TrailCard } from '../../../components/TrailCard/TrailCard.tsx'
import { viewOf } from '../../../domain/address.ts'
import type { Interview } from '../../../domain/interview.ts'
import { interviewPath, isSamePlace, turnById } from '../../../domain/link.ts'
import { readTrail, type TrailStep } from '../../../domain/trail.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { loadWhole, type WholeSources } from '../../loadWhole.ts'
import { useSite } from '../../SiteContext.ts'
import { MarginPlace } from '../margin/MarginPlace.tsx'
import { keepTrail } from './keepTrail.ts'
import { leadToStep, mayBeIn, settleStep } from './leadToStep.ts'
import { useFileTrail } from './useFileTrail.ts'

interface TrailRegionProps {
  readonly interview: Interview
  /** For the passages in other parts of it. */
  readonly sources: WholeSources
}

/** A trail that somebody sent, as a link or as a file: its passages one after the other, with their notes, in the text. */
export function TrailRegion({ interview, sources }: TrailRegionProps) {
  const store = useAppStore()
  const navigate = useNavigate()
  const { base } = useSite()
  const { pathname, search, hash } = useLocation()
  const isElsewhere = useApp(({ tool, sharing }) => tool !== null || sharing !== null)
  const ofFile = useFileTrail()
  const ofLink = readTrail(hash)
  const { steps, isDamaged } = ofLink ?? { steps: ofFile?.steps ?? [], isDamaged: false }
  const [atOfLink, setAtOfLink] = useState(() => firstHere(steps, interview, pathname))
  const at = ofLink ? atOfLink : (ofFile?.at ?? 0)
  const step = steps[at]

  const go = (index: number) => {
    const next = steps[index]
    if (!next) return
    if (ofLink) setAtOfLink(index)
    else store.getState().followTrail({ steps, at: index })
    if (next.interview === interview.id) leadToStep(store, interview, next)
    else void navigate(addressOf(next, hash))
  }
  const leadToFirst = useEffectEvent(() => {
    const isNew = !ofLink && store.getState().trail !== null
    // From a page that was opened for another part, only what is asked for leads away.
    if (step?.interview === interview.id && (isNew || (ofLink && mayBeIn(interview, step))))
      leadToStep(store, interview, step)
  })
  /** Who has come to the passage from another part, or with the page, sees its words as who was led to it. */
  const markWhereStands = useEffectEvent(() => {
    const { visit, followLink } = store.getState()
    const named = step && mayBeIn(interview, step) ? turnById(interview, step.turn) : null
    if (!step || !named || !isSamePlace(visit.place, { kind: 'turn', turn: named.id })) return
    const { landing, marked } = settleStep(interview, step)
    followLink({ landing, marked })
  })
  useEffect(() => leadToFirst(), [hash, ofFile?.steps])
  useEffect(() => markWhereStands(), [interview])
  const close = () => {
    const { followLink, followTrail, keepTrail: keepFollowed } = store.getState()
    followLink({ landing: null, marked: null })
    followTrail(null)
    keepFollowed('')
    void navigate(pathname + viewOf(search), { replace: true })
  }
  if (!ofLink && !ofFile) return null // what was kept cannot be read
  if (isElsewhere) return null
  return (
    <MarginPlace onClose={close}>
      <MarginCard
        id="trail_heading"
        heading={steps.length === 1 ? 'A trail of one passage' : `A trail of ${steps.length} passages`}
        onClose={close}
      >
        <TrailCard
          note={step?.note ?? ''}
          at={at}
          of={steps.length}
          isDamaged={isDamaged}
          from={ofLink ? 'link' : 'file'}
          elsewhere={step && step.interview !== interview.id ? base + addressOf(step, hash).slice(1) : null}
          onGo={() => go(at)}
          onStep={(by) => go(at + by)}
          onKeep={() =>
            void keepTrail(
              store,
              steps.filter((each) => each.interview === interview.id),
              () => loadWhole(sources, interview.id),
            )
          }
        />
      </MarginCard>
    </MarginPlace>
  )
}

/** The passage that the address names, or else the first. */
function firstHere(steps: readonly TrailStep[], interview: Interview, pathname: string): number {
  const named = steps.findIndex(
    ({ interview: id, turn }) => id === interview.id && pathname.endsWith(`/${encodeURIComponent(turn)}/`),
  )
  const here = steps.findIndex(({ interview: id }) => id === interview.id)
  return Math.max(named, named < 0 ? here : named, 0)
}

/** The address of a passage in another interview; a trail of a file leads on from the interview's own page. */
function addressOf({ interview, turn }: TrailStep, hash: string): string {
  return interviewPath(interview) + (hash === '' ? '' : `${encodeURIComponent(turn)}/${hash}`)
}
