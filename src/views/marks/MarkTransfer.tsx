import { writeAnnotations } from '../../domain/marks/formats/annotations.ts'
import { writeMarkdown } from '../../domain/marks/formats/markdown.ts'
import type { Mark } from '../../domain/marks/mark.ts'
import { saveFile } from '../saveFile.ts'
import { useReaderSite } from '../useReaderSite.ts'
import { MarkImport, type MarkImportProps } from './MarkImport.tsx'
import { markAddress } from './MarkRow.tsx'
import styles from './MarkTransfer.module.css'

/** Takes the marks out as a file, and brings those of a file in. */
export function MarkTransfer({ marks, ...forImport }: Omit<MarkImportProps, 'here'>) {
  const siteUrl = useReaderSite()
  const addressOf = (mark: Mark) => markAddress(mark, siteUrl)
  return (
    <div className={styles.transfer}>
      {marks.length > 0 && (
        <>
          <button
            type="button"
            className={styles.button}
            onClick={() => saveFile(new Blob([writeMarkdown(marks, addressOf)], { type: 'text/markdown' }), 'marks.md')}
          >
            Export as Markdown
          </button>
          <button
            type="button"
            className={styles.button}
            onClick={() =>
              saveFile(new Blob([writeAnnotations(marks, addressOf)], { type: 'application/ld+json' }), 'marks.jsonld')
            }
          >
            Export as Web Annotations
          </button>
        </>
      )}
      <MarkImport marks={marks} here={null} {...forImport} />
    </div>
  )
}
