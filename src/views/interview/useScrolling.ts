import { useEffect, type RefObject } from 'react'
import { turnById, turnOfPlace, START } from '../../domain/link.ts'
import type { Visit } from '../../state/playerSlice.ts'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { selectCurrentTurn } from '../../state/selectors.ts'
import type { AppStore } from '../../state/store.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'
import { fragmentTarget, headingOfPlace, isOnStage, keepsFocus, landingTop, readingLine, turnAbove } from './landing.ts'

/** A reader who has not scrolled for so long rests, in milliseconds: every notch of a wheel may be a scroll with an end of its own. */
const SILENCE_MS = 150
/** Where the browser says that a scroll has ended (not Safari before 26.2), so long is waited for one that it says nothing of, in ms. */
const FORGOTTEN_MS = 1000
/** A glide that was cut off moves the page for some frames more, as far as it had been drawn: for so long it is held against that, in milliseconds. */
const CUT_OFF_MS = 300
/** No smooth scroll of a browser takes longer than this, in milliseconds, even on a slow machine. */
const GLIDE_MS = 1500
/** For so long after the window took another size the text is laid out anew and moved by the browser, in milliseconds. */
const RESIZING_MS = 500
/** A scroll of ours that ends this near its goal has arrived, in CSS pixels: positions are rounded to device pixels. */
const NEAR_PX = 2
/** Places further away than this many windows are jumped to, not glided to. */
const FAR_WINDOWS = 2
/** A reader who moves the page by less than this share of the window settles down where they are. */
const SETTLING_SHARE = 0.15
const SCROLLING_KEYS = new Set(['PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', ' '])

/** What the reader had before them when the page rested, and where it stood in the window, in CSS pixels from its top. */
interface Rest {
  readonly turn: Element
  readonly top: number
}

/**
 * Joins the place and the page: brings a place into view when the reader arrives at it, and makes the turn that they
 * scroll to the current one when the page comes to rest. Where a scroll of ours ends is never read back as a place.
 */
export function useScrolling(transcript: RefObject<HTMLElement | null>): void {
  const store = useAppStore()
  useEffect(() => {
    const element = transcript.current
    if (!element) return
    const turns = element.getElementsByTagName('article')
    /** The scroll that we began: where it has to end as the page is laid out now, and where it was sent; null when the reader scrolls. */
    let goal: { readonly wanted: () => number; readonly top: number } | null = null
    let goalSetAt = 0
    let isGliding = false
    /** Until when what is left of a glide of ours that was cut off may move the page. */
    let cutOffUntil = 0
    /** When the page last rested. */
    let rest: Rest | null = null
    /** The same while the window has another size than it had then: until when it is held against what moves it. */
    let held: { readonly rest: Rest; readonly until: number } | null = null
    /** Where the current turn stood in the window when the reader arrived at it. */
    let arrivalTop: number | null = null
    let resting: ReturnType<typeof setTimeout> | undefined

    const currentTurn = () => {
      const current = selectCurrentTurn(store.getState())
      return current === null ? null : (turns[current] ?? null)
    }
    const currentTop = () => currentTurn()?.getBoundingClientRect().top ?? null
    const readTurn = () => turnAbove(element, readingLine())
    const noteRest = () => {
      const current = currentTurn()
      const turn = current && isInWindow(current) ? current : readTurn()
      rest = turn && { turn, top: turn.getBoundingClientRect().top }
    }
    const scrollTo = (wanted: () => number, isSmooth: boolean) => {
      const top = withinPage(wanted())
      const isThere = Math.abs(window.scrollY - top) < 1
      const isGlide = isSmooth && !isThere
      const isCutOff = isGliding && goal !== null && !isGlide
      goal = isThere && !isCutOff ? null : { wanted, top } // no scroll, and no end of one, is told of where nothing moves
      goalSetAt = performance.now()
      if (isCutOff) cutOffUntil = goalSetAt + CUT_OFF_MS
      isGliding = isGlide
      window.scrollTo({ top, behavior: isGlide ? 'smooth' : 'instant' })
      if (isCutOff) handleScroll()
      if (isGlide) return
      arrivalTop = currentTop()
      noteRest()
    }
    /** Sends our scroll on when what was laid out on the way was not as high as expected. Returns whether it did. */
    const aimAgain = () => {
      if (!goal || Math.abs(withinPage(goal.wanted()) - goal.top) <= NEAR_PX) return false
      const since = goalSetAt
      scrollTo(goal.wanted, false)
      goalSetAt = since
      return true
    }
    const bringIntoView = ({ place, by }: Visit) => {
      if (isOnStage()) return // its exchange is still to be drawn: useStage brings it
      const heading = headingOfPlace(place)
      const wanted = () => landingTop(heading)
      const isNear = Math.abs(wanted() - window.scrollY) <= FAR_WINDOWS * window.innerHeight
      scrollTo(wanted, by !== 'landing' && isNear && !isCalm())
      const target = heading ?? document.querySelector('h1')
      if (!keepsFocus()) target?.focus({ preventScroll: true })
    }
    const handleRest = () => {
      clearTimeout(resting)
      resting = undefined
      if (holdsStill()) return
      const isAtGoal = goal !== null && Math.abs(window.scrollY - goal.top) <= NEAR_PX
      if (goal !== null && performance.now() - goalSetAt < GLIDE_MS) {
        if (aimAgain()) return handleScroll()
        // A glide that was cut off may still have moved the page after it was told where to stand.
        if (!isGliding) window.scrollTo({ top: goal.top, behavior: 'instant' })
        if (!isAtGoal || performance.now() < cutOffUntil) return handleScroll() // not there yet, or not yet for good
      }
      const top = currentTop()
      if (isAtGoal) {
        goal = null // what moves the page from here on is the reader
        arrivalTop = top
      } else if (
        top === null ||
        arrivalTop === null ||
        Math.abs(top - arrivalTop) > SETTLING_SHARE * window.innerHeight
      ) {
        goal = null
        const { interview, read } = store.getState()
        const turn = interview && turnById(interview, readTurn()?.id ?? '')
        const place = turn ? ({ kind: 'turn', turn: turn.id } as const) : START
        // While it plays the place is what is being said; following is another matter.
        if (
          interview &&
          (turn || !isOnStage()) &&
          !selectIsPlaying(store.getState()) &&
          turnOfPlace(interview, place) !== selectCurrentTurn(store.getState())
        )
          read(place)
        arrivalTop = currentTop()
      }
      noteRest()
    }
    const handleScroll = () => {
      // The browser scrolls by what comes above the window: nothing moved.
      if (goal === null && resting === undefined && rest && Math.abs(offRest(rest)) <= 1) return
      clearTimeout(resting)
      const isCutOff = performance.now() < cutOffUntil
      resting = setTimeout(handleRest, isCutOff ? CUT_OFF_MS : 'onscrollend' in window ? FORGOTTEN_MS : SILENCE_MS)
    }
    const handleScrollEnd = () => {
      if (goal !== null || held !== null) return handleRest() // where our own scroll ends is looked at there and then
      if (resting === undefined) return // nothing moved
      clearTimeout(resting)
      resting = setTimeout(handleRest, SILENCE_MS)
    }
    const handleTakeover = (event: Event) => {
      if (event instanceof KeyboardEvent && !SCROLLING_KEYS.has(event.key)) return
      held = null
      if (goal === null || resting === undefined) return
      goal = null
      window.scrollTo({ top: window.scrollY, behavior: 'instant' })
    }
    /** Whoever acts before the page rests acts on what they see. */
    const handleAct = () => {
      if (goal === null && held === null && resting !== undefined) handleRest()
    }
    const keepInPlace = (at: Rest) => {
      if (Math.abs(offRest(at)) > 1) scrollTo(() => Math.round(window.scrollY + offRest(at)), false)
    }
    /** While the window takes another size, the browser scrolls by itself: none of that is the reader's. Returns whether it is so. */
    const holdsStill = () => {
      if (!held) return false
      if (performance.now() > held.until) held = null
      else keepInPlace(held.rest)
      return held !== null
    }
    const handleReflow = () => {
      if (holdsStill()) return
      if (resting !== undefined) aimAgain()
      else if (rest) keepInPlace(rest)
    }
    const handleResize = () => {
      const before = held?.rest ?? (resting === undefined ? rest : null)
      held = before && { rest: before, until: performance.now() + RESIZING_MS }
      holdsStill() // what is above the text may have changed alone
    }

    const restoration = window.history.scrollRestoration
    window.history.scrollRestoration = 'manual' // the address holds the place; the browser's own guess would fight it
    if (store.getState().visit.by === 'landing') bringIntoView(store.getState().visit)
    arrivalTop = currentTop()
    noteRest()
    followFragment(store, currentTurn())
    const stop = store.subscribe(({ visit, sight, interview }, before) => {
      if (interview !== before.interview) return // its text is still to be drawn
      if (sight && sight !== before.sight) {
        const { top, isSmooth } = sight
        const topBefore = currentTop() ?? 0
        const scrolled = window.scrollY
        // As far as the turn that is being said moves in the page, so far the line in it moves.
        const moved = () => (currentTop() ?? topBefore) + window.scrollY - (topBefore + scrolled)
        scrollTo(() => Math.round(top + moved()), isSmooth && !isCalm())
      }
      if (visit === before.visit) return
      held = null
      if (visit.by === 'picking') {
        arrivalTop = currentTop()
        noteRest()
      } else if (visit.by === 'playing') arrivalTop = currentTop()
      else if (visit.by !== 'reading') bringIntoView(visit)
    })
    const observer = new ResizeObserver(handleReflow)
    observer.observe(element)
    const leaving = new AbortController()
    const { signal } = leaving
    for (const type of ['wheel', 'touchstart', 'keydown'] as const)
      window.addEventListener(type, handleTakeover, { passive: true, signal })
    for (const type of ['keydown', 'click'] as const)
      window.addEventListener(type, handleAct, { capture: true, signal })
    window.addEventListener('resize', handleResize, { signal })
    window.addEventListener('scroll', handleScroll, { passive: true, signal })
    document.addEventListener('scrollend', handleScrollEnd, { signal })
    return () => {
      window.history.scrollRestoration = restoration
      clearTimeout(resting)
      stop()
      observer.disconnect()
      leaving.abort()
    }
  }, [store, transcript])
}

/** The browser has followed a fragment by now; the turn that it names is where the reader is, whatever the page was made for. */
function followFragment(store: AppStore, current: Element | null): void {
  const { interview, read } = store.getState()
  const target = fragmentTarget()
  const turn = interview && target && target !== current ? turnById(interview, target.id) : null
  if (turn) read({ kind: 'turn', turn: turn.id })
}

/** How far the turn has moved in the window since, in CSS pixels. */
function offRest({ turn, top }: Rest): number {
  return turn.getBoundingClientRect().top - top
}

/** A place to scroll to, as far as the page reaches. */
function withinPage(top: number): number {
  const page = document.documentElement
  return Math.min(Math.max(top, 0), page.scrollHeight - page.clientHeight)
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** Whether the reader wants nothing to glide. */
function isCalm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
