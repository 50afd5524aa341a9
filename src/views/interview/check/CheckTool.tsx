import { useState } from 'react'
import { MarginCard } from '../../../components/MarginCard/MarginCard.tsx'
import { QuoteField } from '../../../components/QuoteCheck/QuoteField.tsx'
import { QuoteFinding } from '../../../components/QuoteCheck/QuoteFinding.tsx'
import { attributedHtml, attributeQuote } from '../../../domain/attributeQuote.ts'
import { indexOfTurn, turnAt, turnText, type Interview } from '../../../domain/interview.ts'
import type { PartSources } from '../../../domain/ports.ts'
import { MAX_CHECKED_LENGTH } from '../../../domain/quoteCheck/checkQuote.ts'
import { placesOfVerdict } from '../../../domain/quoteCheck/describeCheck.ts'
import type { Hit } from '../../../domain/search.ts'
import { indexInWhole } from '../../../domain/wholeOfParts.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { addressOfHit, foundPassages } from '../../check/foundPassages.ts'
import { tooLong, useRested } from '../../check/useRested.ts'
import { useReaderSite } from '../../useReaderSite.ts'
import { useSite } from '../../SiteContext.ts'
import { goToWords } from '../goToWords.ts'
import { MarginPlace } from '../margin/MarginPlace.tsx'
import styles from './CheckTool.module.css'
import { sayCheck } from './sayCheck.ts'
import { useWholeCheck } from './useWholeCheck.ts'

interface CheckToolProps {
  readonly interview: Interview
  /** The other parts of a long interview. */
  readonly parts?: PartSources
}

/** Checks a quotation that is pasted: whether it was said so, by whom and where. */
export function CheckTool({ interview, parts }: CheckToolProps) {
  const store = useAppStore()
  const close = useApp((state) => state.closeTool)
  const copy = useApp((state) => state.copy)
  const siteUrl = useReaderSite()
  const { base } = useSite()
  const pasted = useApp((state) => state.quotation)
  const setPasted = useApp((state) => state.setQuotation)
  /** Who the reader says is quoted, null for anyone; undefined while the pasted text decides. */
  const [chosen, setChosen] = useState<string | null>()
  const checked = useRested(pasted)
  const isTooLong = checked.length > MAX_CHECKED_LENGTH
  const found = useWholeCheck(interview, isTooLong ? '' : checked, parts)
  const verdict = found?.check.verdict
  const places = verdict ? placesOfVerdict(verdict) : []
  const claimed = chosen === undefined ? (found?.check.claimed ?? null) : chosen
  const says = isTooLong ? tooLong(checked) : found ? sayCheck(found, claimed) : ''
  /** What the places are in. */
  const text = found?.interview ?? interview
  const at = (index: number, act: (hit: Hit) => void) => {
    const hit = places[index]
    if (hit) act(hit)
  }
  const goTo = (hit: Hit) => {
    const { id } = turnAt(text, hit.turn)
    const turn = indexOfTurn(interview, id)
    if (turn !== null) return goToWords(store, interview, { ...hit, turn })
    const { followLink, goBeyond } = store.getState()
    followLink({ landing: null, marked: { ...hit, turn: id }, isForNext: true })
    goBeyond({ to: 'turn', index: indexInWhole(found?.walk?.parts ?? [], hit.turn), isStep: false })
  }
  const copyWords = (hit: Hit) => {
    const { id, ...turn } = turnAt(text, hit.turn)
    const quote = turnText(turn).slice(hit.start, hit.end)
    const url = addressOfHit(text, hit, siteUrl)
    const attribution = attributeQuote({ interview: text, place: { kind: 'turn', turn: id }, quote, url })
    void copy({ text: attribution.text, html: attributedHtml(attribution) }, 'Quote')
  }
  return (
    <MarginPlace onClose={close}>
      <MarginCard id="check_heading" heading="Check a quotation" onClose={close}>
        <QuoteField
          value={pasted}
          speakers={interview.speakers.map(({ label }) => label)}
          claimed={claimed}
          says={says}
          onChange={setPasted}
          onClaim={setChosen}
        />
        <QuoteFinding
          passages={foundPassages(text, places, siteUrl)}
          runs={verdict?.kind === 'differs' ? verdict.runs : null}
          language={interview.language}
          onGo={(index) => at(index, goTo)}
          onCopyLink={(index) =>
            at(index, (hit) => void copy({ text: addressOfHit(text, hit, siteUrl) }, 'Link to these words'))
          }
          onCopyWords={(index) => at(index, copyWords)}
        />
        <p className={styles.elsewhere}>
          <a href={`${base}check/`}>Check it in all interviews</a>
        </p>
      </MarginCard>
    </MarginPlace>
  )
}
