import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Interview } from '../../../domain/interview.ts'
import type { TurnRange } from '../../../state/linkSlice.ts'
import { rangesOfSelection } from '../textRanges.ts'

export interface SelectedWords {
  /** The words of each turn that the selection touches, in order; never empty. */
  readonly ranges: readonly TurnRange[]
  /** Where the selection stands in the window, in CSS pixels. */
  readonly at: { readonly top: number; readonly bottom: number; readonly centre: number }
  readonly isTouch: boolean
}

/** A selection that has not changed for this long is finished, in milliseconds: handles and held keys pause for less. */
const SETTLED_MS = 250

/** The words that the reader has selected in the transcript, by mouse, touch or keys; null while there are none. */
export function useSelectedWords(
  interview: Interview,
  transcript: RefObject<HTMLElement | null>,
): readonly [selected: SelectedWords | null, dismiss: () => void] {
  const [selected, setSelected] = useState<SelectedWords | null>(null)
  const dismissed = useRef('')
  const latest = useRef<SelectedWords | null>(null)
  useEffect(() => {
    latest.current = selected
  }, [selected])
  const dismiss = useCallback(() => {
    const { ranges = [] } = latest.current ?? {}
    dismissed.current = signatureOf(ranges)
    // Whoever came here by key goes on from the words.
    const [first] = document.activeElement?.closest('[data-selection-bar]') ? ranges : []
    if (first) document.getElementById(first.turn)?.querySelector('h3')?.focus({ preventScroll: true })
    setSelected(null)
  }, [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isTouch = false
    let isPressed = false
    const look = () => {
      const element = transcript.current
      const selection = window.getSelection()
      if (document.activeElement?.closest('[data-selection-bar]')) return // the bar has the focus: nothing is lost
      const range = element && selection && !selection.isCollapsed ? selection.getRangeAt(0) : null
      const ranges = range && element ? rangesOfSelection(interview, element, range) : []
      if (!range || ranges.length === 0) {
        dismissed.current = ''
        return setSelected(null)
      }
      if (dismissed.current === signatureOf(ranges)) return // the reader has done with these words
      const { top, bottom, left, width } = range.getBoundingClientRect()
      setSelected({ ranges, at: { top, bottom, centre: left + width / 2 }, isTouch })
    }
    const lookLater = () => {
      clearTimeout(timer)
      if (!isPressed) timer = setTimeout(look, SETTLED_MS)
    }
    const handlePress = (event: PointerEvent) => {
      isTouch = event.pointerType !== 'mouse'
      isPressed = event.pointerType === 'mouse' && event.button === 0
    }
    const handleRelease = () => {
      isPressed = false
      lookLater()
    }
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') dismiss()
      else isTouch = false
    }
    const handleScroll = () => setSelected((before) => (before && !isTouch ? null : before))
    document.addEventListener('selectionchange', lookLater)
    document.addEventListener('pointerdown', handlePress)
    document.addEventListener('pointerup', handleRelease)
    document.addEventListener('pointercancel', handleRelease)
    document.addEventListener('keydown', handleKey)
    window.addEventListener('scroll', handleScroll, { passive: true })
    window.addEventListener('scrollend', lookLater)
    lookLater()
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', lookLater)
      document.removeEventListener('pointerdown', handlePress)
      document.removeEventListener('pointerup', handleRelease)
      document.removeEventListener('pointercancel', handleRelease)
      document.removeEventListener('keydown', handleKey)
      window.removeEventListener('scroll', handleScroll)
      window.removeEventListener('scrollend', lookLater)
    }
  }, [interview, transcript, dismiss])
  return [selected, dismiss]
}

function signatureOf(ranges: readonly TurnRange[]): string {
  return ranges.map(({ turn, start, end }) => `${turn} ${start} ${end}`).join()
}
