import { useLayoutEffect } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'

/** How far each entry of the history was scrolled when it was left, in CSS pixels, for as long as the page lives. */
const keptTops = new Map<string, number>()

/** Opens a page at its top, with the focus on its heading, and on Back where the reader left it. */
export function useKeptScroll(): void {
  const { key } = useLocation()
  const arrivedBy = useNavigationType()
  useLayoutEffect(() => {
    const kept = keptTops.get(key)
    if (arrivedBy !== 'POP') {
      window.scrollTo({ top: 0, behavior: 'instant' })
      document.querySelector('h1')?.focus({ preventScroll: true })
    } else if (kept !== undefined) window.scrollTo({ top: kept, behavior: 'instant' })
    const handleScroll = () => keptTops.set(key, window.scrollY)
    window.addEventListener('scroll', handleScroll, { passive: true })
    return () => window.removeEventListener('scroll', handleScroll)
  }, [key, arrivedBy])
}
