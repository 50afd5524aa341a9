import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import styles from './MarginPlace.module.css'

interface MarginPlaceProps {
  /** Where it stands on a narrow screen: what is typed in stands above, since a keyboard comes from below. */
  readonly narrowEdge?: 'top' | 'bottom'
  onClose(): void
  readonly children: ReactNode
}

/** The place of a card: in the margin on a wide screen, at an edge on a narrow one. The focus goes there, and back when it closes. */
export function MarginPlace({ narrowEdge = 'bottom', onClose, children }: MarginPlaceProps) {
  const place = useRef<HTMLDivElement>(null)
  useCloseOnEscape(onClose)
  useFocusHere(place)
  return (
    <div ref={place} className={styles.place} data-margin-place={narrowEdge}>
      {children}
    </div>
  )
}

/** Takes the focus to what asks for it, or to the heading, and back to where it was when the card closes. */
function useFocusHere(place: RefObject<HTMLElement | null>): void {
  // Before another key is pressed, which would mean something else outside of the card.
  useLayoutEffect(() => {
    const before = document.activeElement
    const here = place.current
    const asking = here?.querySelector<HTMLElement>('[data-autofocus]')
    // What asks for it may be far down in the card, which is scrolled to it then; the page never is.
    if (asking) asking.focus()
    else here?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
    return () => {
      const isOurs = document.activeElement === document.body || here?.contains(document.activeElement)
      if (isOurs && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [place])
}

function useCloseOnEscape(onClose: () => void): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isElsewhere = document.querySelector('dialog[open], :popover-open, [data-selection-bar]') !== null
      // Escape ends what is being composed, before it ends anything else.
      if (event.key === 'Escape' && !event.isComposing && !isElsewhere) onClose()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [onClose])
}
