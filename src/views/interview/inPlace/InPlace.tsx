import { useLayoutEffect, useState, type ReactNode } from 'react'
import { noteSelection } from './keepSelection.ts'
import { fragmentTarget } from '../landing.ts'

/** What React brings into the head anew. */
const HEAD = 'title, meta[name="description"], link[rel="canonical"]'

/**
 * Makes ready what puts the player in place of the turns that a page was made with: the turn that is read stays at its line in
 * the window, wherever the reader has scrolled it; a heading that had the focus has it again, and words that were selected are.
 * Waits while a recording sounds by the browser's own controls.
 */
export async function inPlace(): Promise<(props: { readonly children: ReactNode }) => ReactNode> {
  await untilSilent()
  const watched = watchReader()
  return function InPlace({ children }) {
    const [before] = useState(() => {
      const turn = turnInWindow()
      return {
        id: turn?.id ?? '',
        top: turn ? pageTop(turn) : 0,
        head: [...document.head.querySelectorAll(HEAD)],
        isFragmentHere: fragmentTarget() !== null,
      }
    })
    useLayoutEffect(() => {
      const { focus, selectAgain } = watched.stop()
      for (const element of before.head) element.remove()
      const turn = document.getElementById(before.id)
      const moved = turn ? pageTop(turn) - before.top : 0
      if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
      if (focus) document.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true })
      selectAgain()
      // A turn that the address names, but that has only come now.
      if (!before.isFragmentHere) fragmentTarget()?.scrollIntoView({ behavior: 'instant' })
    }, [before])
    return children
  }
}

/** Waits until no recording of the page sounds: taken out of it, it would fall silent. */
async function untilSilent(): Promise<void> {
  const media = document.querySelector<HTMLMediaElement>('main :is(audio, video)')
  if (media && !media.paused) await new Promise((done) => media.addEventListener('pause', done, { once: true }))
}

/** What the reader has hold of: how the heading that has the focus is found again, and the way to select the same words again. */
function lookAtReader() {
  return { focus: headingSelector(document.activeElement), selectAgain: noteSelection() }
}

/** Follows what the reader has hold of, until the text that stands there is taken away. */
function watchReader() {
  const text = document.querySelector('main')
  let seen = lookAtReader()
  const handleChange = () => {
    if (text?.isConnected) seen = lookAtReader()
  }
  for (const type of ['focusin', 'selectionchange']) document.addEventListener(type, handleChange)
  return {
    stop() {
      for (const type of ['focusin', 'selectionchange']) document.removeEventListener(type, handleChange)
      return seen
    },
  }
}

/** The turn that the page was made for while it is to be seen, else the first one that is. */
function turnInWindow(): Element | null {
  const current = document.querySelector('article[aria-current]')
  if (current && isInWindow(current)) return current
  return [...document.querySelectorAll('article')].find(isInWindow) ?? current
}

function isInWindow(turn: Element): boolean {
  const { top, bottom } = turn.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** Where a turn stands in the page, in CSS pixels from its top. */
function pageTop(turn: Element): number {
  return turn.getBoundingClientRect().top + window.scrollY
}

/** How the heading of a turn or topic that has the focus is found again; null when it is elsewhere. */
function headingSelector(focus: Element | null): string | null {
  if (focus?.tagName === 'H2') return `#${CSS.escape(focus.id)}`
  const turn = focus?.closest('article')
  return turn ? `#${CSS.escape(turn.id)} h3` : null
}
