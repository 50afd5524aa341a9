import { QuoteFinding } from '../../components/QuoteCheck/QuoteFinding.tsx'
import { attributedHtml, attributeQuote } from '../../domain/attributeQuote.ts'
import { turnAt, turnText } from '../../domain/interview.ts'
import { describeCheck, placesOfVerdict } from '../../domain/quoteCheck/describeCheck.ts'
import { useApp } from '../../state/StoreProvider.tsx'
import { useReaderSite } from '../useReaderSite.ts'
import type { LibraryFinding } from './checkLibrary.ts'
import styles from './CheckView.module.css'
import { addressOfHit, foundPassages } from './foundPassages.ts'

/** What a check found, interview by interview. */
export function LibraryFindings({ findings }: { readonly findings: readonly LibraryFinding[] }) {
  const siteUrl = useReaderSite()
  const copy = useApp((state) => state.copy)
  return findings.map(({ interview, check }) => {
    const places = placesOfVerdict(check.verdict)
    const copyWords = (index: number) => {
      const hit = places[index]
      if (!hit) return
      const turn = turnAt(interview, hit.turn)
      const url = addressOfHit(interview, hit, siteUrl)
      const quote = turnText(turn).slice(hit.start, hit.end)
      const attribution = attributeQuote({ interview, place: { kind: 'turn', turn: turn.id }, quote, url })
      void copy({ text: attribution.text, html: attributedHtml(attribution) }, 'Quote')
    }
    return (
      <section key={interview.id} className={styles.finding}>
        <h2 className={styles.title} dir="auto" lang={interview.language}>
          {interview.title}
        </h2>
        <p>{describeCheck(interview, { check, claimed: check.claimed })}</p>
        <QuoteFinding
          passages={foundPassages(interview, places, siteUrl)}
          runs={check.verdict.kind === 'differs' ? check.verdict.runs : null}
          language={interview.language}
          onCopyLink={(index) =>
            places[index] && void copy({ text: addressOfHit(interview, places[index], siteUrl) }, 'Link to these words')
          }
          onCopyWords={copyWords}
        />
      </section>
    )
  })
}
