import { useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'

/** How far each entry of the history was scrolled when it was left, in CSS pixels, for as long as the page lives. */
const keptTops = new Map<string, number>()

/** Opens a page at its top, with the focus on its heading, and on Back where the reader left it. */
export function useKeptScroll(): void {
  const { key, pathname } = useLocation()
  const opened = useRef<string>(undefined)
  const arrivedBy = useNavigationType()
  useLayoutEffect(() => {
    const kept = keptTops.get(key)
    const isSamePage = opened.current === pathname // with another search in its address
    opened.current = pathname
    if (arrivedBy !== 'POP') {
      if (isSamePage) return keepTop(key)
      window.scrollTo({ top: 0, behavior: 'instant' })
      document.querySelector('h1')?.focus({ preventScroll: true })
    } else if (kept !== undefined) window.scrollTo({ top: kept, behavior: 'instant' })
    return keepTop(key)
  }, [key, pathname, arrivedBy])
}

/** Notes how far the page is scrolled; returns the way to stop it. */
function keepTop(key: string): () => void {
  const handleScroll = () => keptTops.set(key, window.scrollY)
  window.addEventListener('scroll', handleScroll, { passive: true })
  return () => window.removeEventListener('scroll', handleScroll)
}
