import { useEffect, useState } from 'react'
import { QuoteField } from '../../components/QuoteCheck/QuoteField.tsx'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import { MAX_CHECKED_LENGTH } from '../../domain/quoteCheck/checkQuote.ts'
import { useApp } from '../../state/StoreProvider.tsx'
import { PageHead } from '../PageHead.tsx'
import { useSite } from '../SiteContext.ts'
import { SiteTools } from '../SiteTools.tsx'
import { useKeptScroll } from '../useKeptScroll.ts'
import { checkLibrary, type LibraryCheck, type LibrarySources } from './checkLibrary.ts'
import { LibraryFindings } from './LibraryFindings.tsx'
import styles from './CheckView.module.css'
import { sayProgress } from './sayProgress.ts'
import { tooLong, useRested } from './useRested.ts'

/** Checks a quotation against every interview that is published here. */
export function CheckView({ sources }: { readonly sources: LibrarySources }) {
  const { base } = useSite()
  const quotation = useApp((state) => state.quotation)
  const setQuotation = useApp((state) => state.setQuotation)
  const rested = useRested(quotation)
  const isTooLong = rested.length > MAX_CHECKED_LENGTH
  const checked = useLibraryCheck(isTooLong ? '' : rested, sources)
  useKeptScroll()
  return (
    <>
      <PageHead
        title="Check a quotation · Colloquy"
        description="Paste a quotation: whether it was said so, by whom, in which interview and where."
        path="/check/"
      />
      <SiteHeader home={base} crumbs={['Check a quotation']}>
        <SiteTools />
      </SiteHeader>
      <main id="main_text" className={styles.page}>
        <h1 className={styles.heading} tabIndex={-1}>
          Check a quotation
        </h1>
        <p className={styles.lead}>
          Paste what was quoted. It is compared letter by letter with every interview here that may hold it, in your
          browser: nothing that you paste is sent anywhere.
        </p>
        <noscript>
          <p>This needs JavaScript. Without it, use the search of your browser in the text of an interview.</p>
        </noscript>
        <div data-needs-script>
          <QuoteField
            value={quotation}
            speakers={[]}
            claimed={null}
            says={isTooLong ? tooLong(rested) : checked ? sayProgress(checked) : ''}
            onChange={setQuotation}
            onClaim={() => {}}
          />
        </div>
        {checked && <LibraryFindings findings={checked.findings} />}
        <p className={styles.after}>
          <a href={base}>All interviews</a>
        </p>
      </main>
    </>
  )
}

/** Checks a quotation anew whenever it changes; null while there is nothing to check. */
function useLibraryCheck(quotation: string, sources: LibrarySources): LibraryCheck | null {
  const [checked, setChecked] = useState<{ readonly quotation: string; readonly found: LibraryCheck } | null>(null)
  useEffect(() => {
    if (quotation.trim() === '') return
    let isWanted = true
    const run = async () => {
      for await (const found of checkLibrary(quotation, sources)) {
        if (!isWanted) return
        setChecked({ quotation, found })
        await new Promise((resume) => setTimeout(resume)) // the page draws and answers in between
      }
    }
    void run()
    return () => {
      isWanted = false
    }
  }, [quotation, sources])
  return checked?.quotation === quotation ? checked.found : null
}
