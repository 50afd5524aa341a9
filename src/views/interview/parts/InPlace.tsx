import { useLayoutEffect, useState, type ReactNode } from 'react'

/** The turn that a page was made for: in the small page that stands there first as well as in the player. */
const CURRENT = 'article[aria-current]'
/** What React brings into the head anew. */
const HEAD = 'title, meta[name="description"], link[rel="canonical"]'

/**
 * Puts the player in place of the few turns that a page was made with. The turn that is read stays at its line in the window,
 * wherever the reader has scrolled it; the focus that it had it has again.
 */
export function InPlace({ children }: { readonly children: ReactNode }) {
  const [before] = useState(() => ({
    top: pageTop(),
    hasFocus: document.activeElement?.closest('article') != null,
    head: [...document.head.querySelectorAll(HEAD)],
  }))
  useLayoutEffect(() => {
    for (const element of before.head) element.remove()
    const top = pageTop()
    if (top === null || before.top === null) return
    if (Math.abs(top - before.top) >= 1) window.scrollBy({ top: top - before.top, behavior: 'instant' })
    if (before.hasFocus) document.querySelector<HTMLElement>(`${CURRENT} h3`)?.focus({ preventScroll: true })
  }, [before])
  return children
}

/** Where the current turn stands in the page, in CSS pixels from its top; null where there is none. */
function pageTop(): number | null {
  const turn = document.querySelector(CURRENT)
  return turn && turn.getBoundingClientRect().top + window.scrollY
}
