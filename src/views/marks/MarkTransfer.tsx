import { useId, useState } from 'react'
import type { Interview } from '../../domain/interview.ts'
import type { Mark } from '../../domain/marks/mark.ts'
import { readAnnotations, writeAnnotations } from '../../domain/marks/formats/annotations.ts'
import { readMarkdown, writeMarkdown } from '../../domain/marks/formats/markdown.ts'
import { useReaderSite } from '../useReaderSite.ts'
import { saveFile } from '../saveFile.ts'
import { useSite } from '../SiteContext.ts'
import { completeMarks } from './completeMarks.ts'
import { markAddress } from './MarkRow.tsx'
import type { MarksKeeper } from './marksKeeper.ts'
import styles from './MarkTransfer.module.css'

interface MarkTransferProps {
  readonly marks: readonly Mark[]
  /** Null until the marks are loaded. */
  readonly keeper: MarksKeeper | null
  /** For annotations of other programs, which know no more than words and an address. */
  loadInterview(id: string): Promise<Interview | null>
}

/** So many problems of a file are shown; who has more mends these first. */
const MOST_PROBLEMS = 5

/** Takes the marks out as a file, and brings those of a file in. */
export function MarkTransfer({ marks, keeper, loadInterview }: MarkTransferProps) {
  const id = useId()
  const { url } = useSite()
  const siteUrl = useReaderSite()
  const [says, setSays] = useState<readonly string[]>([])
  const addressOf = (mark: Mark) => markAddress(mark, siteUrl)
  const bringIn = async (file: File | undefined) => {
    if (!file || !keeper) return
    const text = await file.text()
    const read = /^\s*[[{]/.test(text) ? readAnnotations(text, [siteUrl, url]) : readMarkdown(text)
    if (!read.ok) {
      const more = read.problems.length - MOST_PROBLEMS
      return setSays([
        `${file.name} was not imported, and nothing was changed.`,
        ...read.problems.slice(0, MOST_PROBLEMS),
        ...(more > 0 ? [`And ${more} more.`] : []),
      ])
    }
    const { marks: brought, lost } = await completeMarks(read.marks, read.foreign, loadInterview)
    const known = new Map(marks.map((mark) => [mark.id, JSON.stringify(mark)]))
    const fresh = brought.filter((mark) => known.get(mark.id) !== JSON.stringify(mark))
    await keeper.put(fresh)
    const there = brought.length - fresh.length
    setSays([
      `${fresh.length} ${fresh.length === 1 ? 'mark' : 'marks'} imported${there > 0 ? `, ${there} were there already` : ''}.`,
      ...(lost > 0
        ? [`${lost} of them ${lost === 1 ? 'is' : 'are'} not in the text as it is now: kept with the old words.`]
        : []),
    ])
  }
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
      <label htmlFor={id} className={styles.button}>
        Import
        <input
          id={id}
          type="file"
          className={styles.file}
          accept=".md,.json,.jsonld,text/markdown,application/json,application/ld+json"
          onChange={(event) => {
            const { files } = event.target
            void bringIn(files?.[0])
            event.target.value = '' // the same file may be chosen again
          }}
        />
      </label>
      <div role="status" className={styles.says}>
        {says.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  )
}
