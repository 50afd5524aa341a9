import { useLayoutEffect, useState, type ReactNode } from 'react'
import { noteSelection } from '../keepSelection.ts'

/** What React brings into the head anew. */
const HEAD = 'title, meta[name="description"], link[rel="canonical"]'

/**
 * Puts the player in place of the turns that a page was made with. The turn that is read stays at its line in the window,
 * wherever the reader has scrolled it; the heading that had the focus has it again, and words that were selected are.
 */
export function InPlace({ children }: { readonly children: ReactNode }) {
  const [before] = useState(() => {
    const turn = turnInWindow()
    return {
      id: turn?.id ?? '',
      top: turn ? pageTop(turn) : 0,
      focus: headingSelector(document.activeElement),
      selectAgain: noteSelection(),
      head: [...document.head.querySelectorAll(HEAD)],
    }
  })
  useLayoutEffect(() => {
    for (const element of before.head) element.remove()
    const turn = document.getElementById(before.id)
    const moved = turn ? pageTop(turn) - before.top : 0
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
    if (before.focus) document.querySelector<HTMLElement>(before.focus)?.focus({ preventScroll: true })
    before.selectAgain()
  }, [before])
  return children
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
