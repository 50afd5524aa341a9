import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLocation, useNavigate, useNavigationType } from 'react-router-dom'
import { FoldLine } from '../../../components/FoldLine/FoldLine.tsx'
import { RIBBON_TICKS } from '../../../components/Ribbon/RibbonTicks.tsx'
import { viewOf } from '../../../domain/address.ts'
import { readLens, withLens } from '../../../domain/baggage.ts'
import { indexOfTurn, textDirection, turnAt, type Interview } from '../../../domain/interview.ts'
import { shownFrom, withOpened } from '../../../domain/folds.ts'
import { foldName, formatLens, lensName, parseLens, shownTurns } from '../../../domain/lens.ts'
import { turnById } from '../../../domain/link.ts'
import { selectCurrentTurn } from '../../../state/selectors.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { foldPage, type FoldSlot } from './foldPage.ts'
import styles from './LensRegion.module.css'
import { RibbonVeil } from './RibbonVeil.tsx'
import { useIsTextLive } from '../useIsTextLive.ts'

/** The lens that the address names, once the text is there to be folded. */
export function LensRegion({ interview }: { readonly interview: Interview }) {
  return useIsTextLive() && <Lens interview={interview} />
}

/** What the lens does not show is folded away, in the text and on the ribbon. */
function Lens({ interview }: { readonly interview: Interview }) {
  const store = useAppStore()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const lens = useApp((state) => state.lens)
  const navigationType = useNavigationType()
  const arrivedBy = useRef(navigationType)
  useLayoutEffect(() => {
    arrivedBy.current = navigationType
  }, [navigationType])
  const named = readLens(search)
  const [slots, setSlots] = useState<readonly FoldSlot[]>([])

  // In the page before anything else looks at it: whoever is led to a turn has to find it unfolded.
  useLayoutEffect(() => {
    const transcript = document.querySelector('#main_text')
    const apply = () => {
      const inUse = store.getState().lens
      document.documentElement.toggleAttribute('data-lens', inUse !== null)
      if (transcript) setSlots(foldPage(transcript, inUse && inUse.shown))
    }
    const stop = store.subscribe(
      (state, before) => state.interview === interview && state.lens !== before.lens && apply(),
    )
    return () => {
      stop()
      const { interview: next, putOnLens } = store.getState()
      // Into another part of the interview the lens is carried, by what leads there.
      if (next !== interview && next?.part && next.id === interview.id) return
      putOnLens(null)
      apply()
    }
  }, [store, interview])

  // Behind the effects of the page that is just drawn, which take the reader to its place.
  useEffect(() => {
    const parsed = named === null ? null : parseLens(interview, named)
    const { lens: inUse, putOnLens, visit } = store.getState()
    const current = selectCurrentTurn(store.getState())
    const isCarried = inUse !== null && formatLens(inUse.lens) === named
    let shown = parsed && (isCarried ? inUse.shown : shownTurns(interview, parsed))
    // Whoever was led here by an address is to see what it names; who chose a lens, what that shows.
    if (shown && current !== null && arrivedBy.current === 'POP') shown = withOpened(shown, current)
    putOnLens(parsed && shown && { lens: parsed, shown })
    if (visit.place.kind === 'start') return
    // What was folded above it moved the turn that the reader is at: it comes to its place again, or the nearest that is shown.
    const nearest = current === null ? null : (shownFrom(shown, current, -1) ?? shownFrom(shown, current, 1))
    if (nearest === null) return
    const { land, stepTo } = store.getState()
    if (nearest === current) land(visit.place)
    else stepTo(turnAt(interview, nearest).id)
  }, [store, interview, named])

  useEffect(() => {
    // The browser's own search is about to show something that is folded.
    const handleMatch = (event: Event) => {
      const article = event.target instanceof Element ? event.target.closest('article') : null
      const turn = article && turnById(interview, article.id)
      const { lens: inUse, putOnLens } = store.getState()
      const index = turn && indexOfTurn(interview, turn.id)
      if (inUse && index !== null) putOnLens({ ...inUse, shown: withOpened(inUse.shown, index) })
    }
    document.addEventListener('beforematch', handleMatch)
    return () => document.removeEventListener('beforematch', handleMatch)
  }, [store, interview])

  if (!lens) return null
  const open = (turn: number) => {
    store.getState().putOnLens({ ...lens, shown: withOpened(lens.shown, turn) })
    // The line that had the focus is gone.
    document.getElementById(turnAt(interview, turn).id)?.querySelector('h3')?.focus({ preventScroll: true })
  }
  return (
    <>
      {slots.map(({ fold, element }) =>
        createPortal(
          <FoldLine name={foldName(interview, fold)} onOpen={() => open(fold.start)} />,
          element,
          String(fold.start),
        ),
      )}
      <RibbonVeil
        interview={interview}
        shown={lens.shown}
        slot={document.getElementById(RIBBON_TICKS)}
        isRtl={textDirection(interview.language) === 'rtl'}
      />
      <aside className={styles.note} aria-label="What is shown" data-screen-only>
        <bdi>{lensName(interview, lens.lens)}</bdi>
        <button
          type="button"
          className={styles.all}
          onClick={() => void navigate(pathname + withLens(viewOf(search), null))}
        >
          Show everything
        </button>
      </aside>
    </>
  )
}
