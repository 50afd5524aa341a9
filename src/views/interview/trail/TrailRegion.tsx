import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { MarginCard } from '../../../components/MarginCard/MarginCard.tsx'
import { TrailCard } from '../../../components/TrailCard/TrailCard.tsx'
import { viewOf } from '../../../domain/address.ts'
import { turnAt, type Interview } from '../../../domain/interview.ts'
import { interviewPath, turnById, turnOfPlace } from '../../../domain/link.ts'
import { readTrail, type TrailStep } from '../../../domain/trail.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { useSite } from '../../SiteContext.ts'
import { MarginPlace } from '../margin/MarginPlace.tsx'
import { settleLink } from '../sharing/settleLink.ts'
import { keepTrail } from './keepTrail.ts'

/** A trail that somebody sent, as a link or as a file: its passages one after the other, with their notes, in the text. */
export function TrailRegion({ interview }: { readonly interview: Interview }) {
  const store = useAppStore()
  const navigate = useNavigate()
  const { base } = useSite()
  const { pathname, search, hash } = useLocation()
  const isElsewhere = useApp(({ tool, sharing }) => tool !== null || sharing !== null)
  const ofFile = useApp((state) => state.trail)
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
    if (next.interview === interview.id) leadTo(next)
    else void navigate(addressOf(next, hash))
  }
  /** Leads to a passage as a link to it would, and says as that does what became of it. */
  const leadTo = ({ turn, fingerprint, quote }: TrailStep) => {
    const { stepTo, followLink } = store.getState()
    const named = turnById(interview, turn)
    const settled = settleLink(interview, named && turnOfPlace(interview, { kind: 'turn', turn: named.id }), {
      fingerprint,
      quote,
      isDamaged: false,
    })
    if (settled.turn !== null) stepTo(turnAt(interview, settled.turn).id)
    followLink({ landing: settled.landing, marked: settled.marked })
  }
  const leadToFirst = useEffectEvent(() => {
    if (step?.interview === interview.id) leadTo(step)
  })
  useEffect(() => leadToFirst(), [hash, ofFile?.steps])
  const close = () => {
    const { followLink, followTrail } = store.getState()
    followLink({ landing: null, marked: null })
    followTrail(null)
    void navigate(pathname + viewOf(search), { replace: true })
  }
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
          onKeep={() => void keepTrail(store, interview, steps)}
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
