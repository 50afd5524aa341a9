import { useEffect, type RefObject } from 'react'
import { useSite } from './SiteContext.ts'

/**
 * Calls `onPath` when a link to a page of this site is clicked plainly: not with a modifier, not into a new tab. `path`
 * starts at the site's root. When it returns true the click is taken, and the browser does not follow the link.
 */
export function usePlainClicks(
  root: RefObject<HTMLElement | null>,
  onPath: (path: string, link: HTMLAnchorElement) => boolean,
): void {
  const { base } = useSite()
  useEffect(() => {
    const element = root.current
    const handleClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      if (
        link.target ||
        link.download ||
        link.origin !== location.origin ||
        link.hash ||
        !link.pathname.startsWith(base)
      )
        return
      if (onPath(link.pathname.slice(base.length - 1), link)) event.preventDefault()
    }
    element?.addEventListener('click', handleClick)
    return () => element?.removeEventListener('click', handleClick)
  }, [root, base, onPath])
}
