import { useMemo, useState } from 'react'
import { MarginCard } from '../../../components/MarginCard/MarginCard.tsx'
import { QuoteField } from '../../../components/QuoteCheck/QuoteField.tsx'
import { QuoteFinding } from '../../../components/QuoteCheck/QuoteFinding.tsx'
import { attributedHtml, attributeQuote } from '../../../domain/attributeQuote.ts'
import { turnAt, turnText, type Interview } from '../../../domain/interview.ts'
import { checkQuote, MAX_CHECKED_LENGTH } from '../../../domain/quoteCheck/checkQuote.ts'
import { describeCheck, placesOfVerdict } from '../../../domain/quoteCheck/describeCheck.ts'
import type { Hit } from '../../../domain/search.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import { addressOfHit, foundPassages } from '../../check/foundPassages.ts'
import { tooLong, useRested } from '../../check/useRested.ts'
import { useReaderSite } from '../../useReaderSite.ts'
import { useSite } from '../../SiteContext.ts'
import { goToWords } from '../goToWords.ts'
import { MarginPlace } from '../margin/MarginPlace.tsx'
import styles from './CheckTool.module.css'

/** Checks a quotation that is pasted: whether it was said so, by whom and where. */
export function CheckTool({ interview }: { readonly interview: Interview }) {
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
  const check = useMemo(
    () => (checked.trim() === '' || isTooLong ? null : checkQuote(interview, checked)),
    [interview, checked, isTooLong],
  )
  const places = check ? placesOfVerdict(check.verdict) : []
  const claimed = chosen === undefined ? (check?.claimed ?? null) : chosen
  const isInPart = interview.part !== undefined && check?.verdict.kind === 'absent'
  const said = check ? describeCheck(interview, { check, claimed }) : ''
  const says = isTooLong
    ? tooLong(checked)
    : isInPart
      ? said.replace('this interview', 'this part of the interview')
      : said
  const at = (index: number, act: (hit: Hit) => void) => {
    const hit = places[index]
    if (hit) act(hit)
  }
  const copyWords = (hit: Hit) => {
    const { id } = turnAt(interview, hit.turn)
    const quote = turnText(turnAt(interview, hit.turn)).slice(hit.start, hit.end)
    const url = addressOfHit(interview, hit, siteUrl)
    const attribution = attributeQuote({ interview, place: { kind: 'turn', turn: id }, quote, url })
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
          passages={foundPassages(interview, places, siteUrl)}
          runs={check?.verdict.kind === 'differs' ? check.verdict.runs : null}
          language={interview.language}
          onGo={(index) => at(index, (hit) => goToWords(store, interview, hit))}
          onCopyLink={(index) =>
            at(index, (hit) => void copy({ text: addressOfHit(interview, hit, siteUrl) }, 'Link to these words'))
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
