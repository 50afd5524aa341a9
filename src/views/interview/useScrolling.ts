import { useEffect, type RefObject } from 'react'
import { turnById, turnOfPlace, START } from '../../domain/link.ts'
import type { Visit } from '../../state/playerSlice.ts'
import { selectIsPlaying } from '../../state/playbackSelectors.ts'
import { selectCurrentTurn } from '../../state/selectors.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'
import { headingOfPlace, isOnStage, keepsFocus, landingTop, lastAbove, readingLine, turnsShown } from './landing.ts'

/** Where the browser does not say that a scroll has ended (Safari before 26.2), silence for this long says it, in ms. */
const SILENCE_MS = 150
/** Where it does say so, this long is waited all the same: a scroll that a reflow makes has no end of its own, in ms. */
const FORGOTTEN_MS = 1000
/** No smooth scroll of a browser takes longer than this, in milliseconds, even on a slow machine. */
const GLIDE_MS = 1500
/** A scroll of ours that ends this near its goal has arrived, in CSS pixels: positions are rounded to device pixels. */
const NEAR_PX = 2
/** Places further away than this many windows are jumped to, not glided to. */
const FAR_WINDOWS = 2
/** A reader who moves the page by less than this share of the window settles down where they are. */
const SETTLING_SHARE = 0.15
const SCROLLING_KEYS = new Set(['PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', ' '])

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
    /** Where the scroll that we began ends; null when the reader scrolls. */
    let goal: number | null = null
    let goalSetAt = 0
    let isGliding = false
    /** Where the current turn stood in the window when the page last rested, and when the reader arrived at it. */
    let restingTop: number | null = null
    let arrivalTop: number | null = null
    let resting: ReturnType<typeof setTimeout> | undefined

    const currentTop = () => {
      const current = selectCurrentTurn(store.getState())
      return current === null ? null : (turns[current]?.getBoundingClientRect().top ?? null)
    }
    const scrollTo = (wanted: number, isSmooth: boolean) => {
      const page = document.documentElement
      const top = Math.min(Math.max(wanted, 0), page.scrollHeight - page.clientHeight)
      const isThere = Math.abs(window.scrollY - top) < 1
      goal = isThere ? null : top // no scroll, and no end of one, is told of where nothing moves
      goalSetAt = performance.now()
      isGliding = isSmooth
      window.scrollTo({ top, behavior: isSmooth ? 'smooth' : 'instant' })
      if (!isSmooth || isThere) restingTop = arrivalTop = currentTop()
    }
    const bringIntoView = ({ place, by }: Visit) => {
      if (isOnStage()) return // its exchange is still to be drawn: useStage brings it
      const heading = headingOfPlace(place)
      const top = landingTop(heading)
      const isNear = Math.abs(top - window.scrollY) <= FAR_WINDOWS * window.innerHeight
      scrollTo(top, by !== 'landing' && isNear && !isCalm())
      const target = heading ?? document.querySelector('h1')
      if (!keepsFocus()) target?.focus({ preventScroll: true })
    }
    const handleRest = () => {
      clearTimeout(resting)
      resting = undefined
      const isAtGoal = goal !== null && Math.abs(window.scrollY - goal) <= NEAR_PX
      if (goal !== null && !isAtGoal && performance.now() - goalSetAt < GLIDE_MS) {
        // A glide that was cut off may still have moved the page after it was told where to stand.
        if (!isGliding) window.scrollTo({ top: goal, behavior: 'instant' })
        return handleScroll() // not there yet
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
        const shown = turnsShown(element)
        const at = shown[lastAbove(shown, readingLine())]
        const turn = at && interview ? turnById(interview, at.id) : null
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
      restingTop = currentTop()
    }
    const handleScroll = () => {
      clearTimeout(resting)
      resting = setTimeout(handleRest, 'onscrollend' in window ? FORGOTTEN_MS : SILENCE_MS)
    }
    const handleTakeover = (event: Event) => {
      if (event instanceof KeyboardEvent && !SCROLLING_KEYS.has(event.key)) return
      if (goal === null || resting === undefined) return
      goal = null
      window.scrollTo({ top: window.scrollY, behavior: 'instant' })
    }
    const handleReflow = () => {
      const top = currentTop()
      if (top === null || restingTop === null) return
      if (resting !== undefined && goal !== null)
        scrollTo(landingTop(headingOfPlace(store.getState().visit.place)), false)
      else if (resting === undefined && Math.abs(top - restingTop) > 1)
        scrollTo(Math.round(window.scrollY + top - restingTop), false)
    }

    const restoration = window.history.scrollRestoration
    window.history.scrollRestoration = 'manual' // the address holds the place; the browser's own guess would fight it
    if (store.getState().visit.by === 'landing') bringIntoView(store.getState().visit)
    restingTop = arrivalTop = currentTop()
    const stop = store.subscribe(({ visit, sight }, before) => {
      if (sight && sight !== before.sight) scrollTo(Math.round(sight.top), sight.isSmooth && !isCalm())
      if (visit === before.visit) return
      if (visit.by === 'picking') restingTop = arrivalTop = currentTop()
      else if (visit.by === 'playing') arrivalTop = currentTop()
      else if (visit.by !== 'reading') bringIntoView(visit)
    })
    const observer = new ResizeObserver(handleReflow)
    observer.observe(element)
    const takeovers = ['wheel', 'touchstart', 'keydown'] as const
    for (const type of takeovers) window.addEventListener(type, handleTakeover, { passive: true })
    window.addEventListener('scroll', handleScroll, { passive: true })
    document.addEventListener('scrollend', handleRest)
    return () => {
      window.history.scrollRestoration = restoration
      clearTimeout(resting)
      stop()
      observer.disconnect()
      for (const type of takeovers) window.removeEventListener(type, handleTakeover)
      window.removeEventListener('scroll', handleScroll)
      document.removeEventListener('scrollend', handleRest)
    }
  }, [store, transcript])
}

/** Whether the reader wants nothing to glide. */
function isCalm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
