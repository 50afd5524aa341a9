import { useEffect } from 'react'
import { MarginCard } from '../../../components/MarginCard/MarginCard.tsx'
import { turnAt, turnText, type Interview } from '../../../domain/interview.ts'
import { useApp, useAppStore } from '../../../state/StoreProvider.tsx'
import type { WholeSources } from '../../loadWhole.ts'
import { MarkImport } from '../../marks/MarkImport.tsx'
import { MarkRow } from '../../marks/MarkRow.tsx'
import { sayMarkTrouble } from '../../marks/markTroubles.ts'
import { useMarksKeeper } from '../../marks/useMarksKeeper.ts'
import { useSite } from '../../SiteContext.ts'
import { goToWords } from '../goToWords.ts'
import { MarginPlace } from '../margin/MarginPlace.tsx'
import styles from './MarksTool.module.css'
import { usePlacedMarks, type PlacedMark } from './usePlacedMarks.ts'

/** Sources for marks that are brought in, which may be in other interviews, and in other parts of this one. */
interface MarksToolProps extends WholeSources {
  readonly interview: Interview
}

/** The reader's marks and notes in this interview, in the order of the text. */
export function MarksTool({ interview, ...sources }: MarksToolProps) {
  const store = useAppStore()
  const { base } = useSite()
  const close = useApp((state) => state.closeTool)
  const inHand = useApp((state) => state.noteInHand)
  const typedAhead = useApp((state) => state.typedAhead)
  const trouble = useApp((state) => state.markTrouble)
  const marks = useApp((state) => state.marks)
  const keeper = useMarksKeeper()
  const placed = usePlacedMarks(interview)
  useEffect(() => () => store.getState().writeNote(null), [store])
  const goTo = ({ place }: PlacedMark) => {
    if (place.kind === 'gone' || place.kind === 'elsewhere') return undefined
    const { id, ...text } = turnAt(interview, place.turn)
    const range = place.kind === 'found' && place.range ? place.range : { start: 0, end: turnText(text).length }
    if (place.kind === 'found' && place.range) return () => goToWords(store, interview, { ...range, turn: place.turn })
    return () => store.getState().jump({ kind: 'turn', turn: id })
  }
  return (
    <MarginPlace onClose={close}>
      <MarginCard id="marks_heading" heading="Marks and notes" onClose={close}>
        {trouble && (
          <p role="status" className={styles.trouble}>
            {sayMarkTrouble(trouble)}
          </p>
        )}
        {placed.length === 0 ? (
          <p className={styles.nothing}>
            Nothing is marked in this interview. Keep a turn (b), highlight words that you selected (h), or write a note
            (a). Marks stay in this browser.
          </p>
        ) : (
          <ol>
            {placed.map((each) => {
              const go = goTo(each)
              return (
                <MarkRow
                  key={each.mark.id}
                  mark={each.mark}
                  interview={interview}
                  place={each.place}
                  keeper={keeper}
                  isInHand={each.mark.id === inHand}
                  typedAhead={typedAhead}
                  {...(go && { onGo: go })}
                />
              )
            })}
          </ol>
        )}
        <div className={styles.foot}>
          <a href={`${base}marks/`}>All marks and export</a>
          {marks && <MarkImport marks={marks} keeper={keeper} here={interview.id} sources={sources} />}
        </div>
      </MarginCard>
    </MarginPlace>
  )
}
