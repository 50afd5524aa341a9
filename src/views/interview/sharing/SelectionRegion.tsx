import { useEffect, useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { SelectionBar } from '../../../components/SelectionBar/SelectionBar.tsx'
import { attributedHtml, attributeQuote } from '../../../domain/attributeQuote.ts'
import type { Interview, TurnId } from '../../../domain/interview.ts'
import { turnById } from '../../../domain/link.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { useReaderSite } from '../../useReaderSite.ts'
import { shareAddress, wordsOf } from './shareAddress.ts'
import { useSelectedWords } from './useSelectedWords.ts'

interface SelectionRegionProps {
  readonly interview: Interview
  readonly transcript: RefObject<HTMLElement | null>
}

/** The bar beside selected words, joined to what it does. */
export function SelectionRegion({ interview, transcript }: SelectionRegionProps) {
  const [selected, dismiss] = useSelectedWords(interview, transcript)
  const siteUrl = useReaderSite()
  const copy = useApp((state) => state.copy)
  const share = useApp((state) => state.share)
  const wishMark = useApp((state) => state.wishMark)
  const [range] = selected?.ranges ?? []
  const last = selected?.ranges.at(-1)
  const slot = useSlotBehindWords(last?.turn)
  if (!selected || !range) return null
  const turn = { kind: 'turn', turn: range.turn } as const
  const url = shareAddress(interview, { place: turn, range, siteUrl })
  const copyQuote = () => {
    const quote = selected.ranges.map((each) => ({
      speaker: turnById(interview, each.turn)?.speaker ?? '',
      text: wordsOf(interview, each),
    }))
    const attribution = attributeQuote({ interview, place: turn, quote, url })
    void copy({ text: attribution.text, html: attributedHtml(attribution) }, 'Quote')
    dismiss()
  }
  const actions = [
    { name: 'Copy quote', act: copyQuote },
    {
      name: 'Link',
      act: () => {
        void copy({ text: url }, 'Link to these words')
        dismiss()
      },
    },
    { name: 'Highlight', act: () => wishMark({ what: 'highlight', turn: null }) },
    { name: 'Note', act: () => wishMark({ what: 'note', turn: null }) },
    { name: 'Cite', act: () => share({ turn: range.turn, scope: 'sentence', range, part: 'cite' }) },
    { name: 'Card', act: () => share({ turn: range.turn, scope: 'sentence', range, part: 'image' }) },
  ]
  return createPortal(<SelectionBar at={selected.at} isTouch={selected.isTouch} actions={actions} />, slot)
}

/** A place in the page right behind the words of a turn, so that Tab leads from them to what can be done with them. */
function useSlotBehindWords(turn: TurnId | undefined): HTMLElement {
  const [slot] = useState(() => document.createElement('div'))
  useEffect(() => {
    if (turn === undefined) return
    const words = document.getElementById(turn)?.querySelectorAll(':scope > p[dir="auto"]')
    words?.[words.length - 1]?.after(slot)
    return () => slot.remove()
  }, [slot, turn])
  return slot
}
