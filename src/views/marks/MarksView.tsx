import { use, useState } from 'react'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader.tsx'
import type { LibraryEntry } from '../../domain/library.ts'
import type { Mark } from '../../domain/marks/mark.ts'
import { useApp } from '../../state/StoreProvider.tsx'
import type { WholeSources } from '../loadWhole.ts'
import { PageHead } from '../PageHead.tsx'
import { useSite } from '../SiteContext.ts'
import { SiteTools } from '../SiteTools.tsx'
import { useKeptScroll } from '../useKeptScroll.ts'
import { MarkRow } from './MarkRow.tsx'
import { MarkTransfer } from './MarkTransfer.tsx'
import styles from './MarksView.module.css'
import { sayMarkTrouble } from './markTroubles.ts'
import { TrailMaker } from './TrailMaker.tsx'
import { useMarksKeeper } from './useMarksKeeper.ts'

interface MarksViewProps {
  readonly sources: WholeSources & { loadLibrary(): Promise<readonly LibraryEntry[]> }
}

/** All that the reader marked, interview by interview. */
export function MarksView({ sources }: MarksViewProps) {
  const library = use(sources.loadLibrary())
  const { base } = useSite()
  const marks = useApp((state) => state.marks)
  const trouble = useApp((state) => state.markTrouble)
  const keeper = useMarksKeeper()
  const [trail, setTrail] = useState<readonly string[]>([])
  const chosen = trail.flatMap((each) => marks?.find(({ id }) => id === each) ?? [])
  useKeptScroll()
  return (
    <>
      <PageHead
        title="Marks and notes · Colloquy"
        description="What you marked in the interviews here. It is kept in your browser alone."
        path="/marks/"
      />
      <SiteHeader home={base} crumbs={['Marks and notes']}>
        <SiteTools />
      </SiteHeader>
      <main id="main_text" className={styles.page}>
        <h1 className={styles.heading} tabIndex={-1}>
          Marks and notes
        </h1>
        <p className={styles.lead}>
          What you mark is kept in this browser and sent nowhere. Export it to keep a copy, or to take it elsewhere.
        </p>
        <noscript>
          <p>Marks need JavaScript.</p>
        </noscript>
        {trouble && <p className={styles.trouble}>{sayMarkTrouble(trouble)}</p>}
        <div className={styles.files} data-needs-script>
          {marks && <MarkTransfer marks={marks} keeper={keeper} sources={sources} />}
        </div>
        {chosen.length > 0 && <TrailMaker marks={chosen} onClear={() => setTrail([])} />}
        {marks?.length === 0 && (
          <p>Nothing is marked yet. In an interview, keep a turn, highlight selected words, or write a note.</p>
        )}
        {groupsOf(marks ?? [], library).map(({ id, title, marks: own }) => (
          <section key={id} className={styles.group}>
            <h2 className={styles.title} dir="auto">
              {title}
            </h2>
            <ol>
              {own.map((mark) => (
                <MarkRow
                  key={mark.id}
                  mark={mark}
                  interview={null}
                  place={null}
                  keeper={keeper}
                  isInHand={false}
                  inTrail={trail.includes(mark.id) ? trail.indexOf(mark.id) + 1 : null}
                  onToggleTrail={() =>
                    setTrail(trail.includes(mark.id) ? trail.filter((each) => each !== mark.id) : [...trail, mark.id])
                  }
                />
              ))}
            </ol>
          </section>
        ))}
        <p className={styles.after}>
          <a href={base}>All interviews</a>
        </p>
      </main>
    </>
  )
}

/** The marks of each interview, in the order of the library; those of interviews that are not here any more come last. */
function groupsOf(marks: readonly Mark[], library: readonly LibraryEntry[]) {
  const ids = new Set([...library.map(({ id }) => id), ...marks.map(({ interview }) => interview)])
  return [...ids].flatMap((id) => {
    const own = marks.filter(({ interview }) => interview === id)
    const title = library.find((entry) => entry.id === id)?.title ?? own[0]?.title ?? id
    return own.length > 0 ? [{ id, title, marks: own }] : []
  })
}
