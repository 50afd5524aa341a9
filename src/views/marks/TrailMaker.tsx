import type { Mark } from '../../domain/marks/mark.ts'
import { writeAnnotations } from '../../domain/marks/formats/annotations.ts'
import { interviewPath } from '../../domain/link.ts'
import { trailOfMarks } from '../../domain/marks/trailOfMarks.ts'
import { MAX_TRAIL_LENGTH, writeTrail } from '../../domain/trail.ts'
import { useApp } from '../../state/StoreProvider.tsx'
import { saveFile } from '../saveFile.ts'
import { useReaderSite } from '../useReaderSite.ts'
import { markAddress } from './MarkRow.tsx'
import styles from './MarkTransfer.module.css'

interface TrailMakerProps {
  /** The marks that were chosen, in the order of the trail; at least one. */
  readonly marks: readonly Mark[]
  onClear(): void
}

/** Makes one link of chosen marks, which shows them in order with their notes. */
export function TrailMaker({ marks, onClear }: TrailMakerProps) {
  const copy = useApp((state) => state.copy)
  const siteUrl = useReaderSite()
  const [first] = marks
  const fragment = writeTrail(trailOfMarks(marks))
  const passages = `${marks.length} ${marks.length === 1 ? 'passage' : 'passages'}`
  const link =
    first &&
    fragment &&
    `${siteUrl}${interviewPath(first.interview).slice(1)}${encodeURIComponent(first.turn)}/${fragment}`
  return (
    <section className={styles.transfer} aria-label="The trail" data-needs-script>
      <p className={styles.says}>
        A trail of {passages}, in the order in which you add them. Its link carries the passages and your notes itself:
        they reach no server.
      </p>
      {link ? (
        <button
          type="button"
          className={styles.button}
          onClick={() => void copy({ text: link }, `Link to a trail of ${passages}`)}
        >
          Copy link to the trail
        </button>
      ) : (
        <>
          <p className={styles.says}>
            This is more than a link holds ({MAX_TRAIL_LENGTH.toLocaleString('en')} characters). Send it as a file:
            whoever imports it here, or in an interview, can follow it.
          </p>
          <button
            type="button"
            className={styles.button}
            onClick={() =>
              saveFile(
                new Blob([writeAnnotations(marks, (mark) => markAddress(mark, siteUrl), 'Trail')], {
                  type: 'application/ld+json',
                }),
                'trail.jsonld',
              )
            }
          >
            Save the trail as a file
          </button>
        </>
      )}
      <button type="button" className={styles.button} onClick={onClear}>
        Start anew
      </button>
    </section>
  )
}
