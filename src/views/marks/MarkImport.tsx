import { useId, useState } from 'react'
import type { InterviewId } from '../../domain/interview.ts'
import { readAnnotations } from '../../domain/marks/formats/annotations.ts'
import { readMarkdown } from '../../domain/marks/formats/markdown.ts'
import type { Mark } from '../../domain/marks/mark.ts'
import { loadWhole, type WholeSources } from '../loadWhole.ts'
import { useReaderSite } from '../useReaderSite.ts'
import { useSite } from '../SiteContext.ts'
import { completeMarks } from './completeMarks.ts'
import type { MarksKeeper } from './marksKeeper.ts'
import styles from './MarkTransfer.module.css'
import { useFollowTrail } from './useFollowTrail.ts'

export interface MarkImportProps {
  readonly marks: readonly Mark[]
  /** Null until the marks are loaded. */
  readonly keeper: MarksKeeper | null
  /** The interview that is open; null where none is. */
  readonly here: InterviewId | null
  /** For annotations of other programs, which know no more than words and an address. */
  readonly sources: WholeSources
}

/** So many problems of a file are shown; who has more mends these first. */
const MOST_PROBLEMS = 5

/** Brings the marks of a file in; a trail is also followed as one that came as a link is. */
export function MarkImport({ marks, keeper, here, sources }: MarkImportProps) {
  const id = useId()
  const { url } = useSite()
  const siteUrl = useReaderSite()
  const [says, setSays] = useState<readonly string[]>([])
  const [trail, setTrail] = useState<readonly Mark[] | null>(null)
  const follow = useFollowTrail(here)
  const open = async (file: File | undefined) => {
    if (!file || !keeper) return
    setTrail(null)
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
    const { marks: brought, lost } = await completeMarks(read.marks, read.foreign, (name) => loadWhole(sources, name))
    if (!read.isTrail) return bringIn(brought, lost)
    setTrail(brought)
    setSays([`${file.name} is a trail of ${brought.length} ${brought.length === 1 ? 'passage' : 'passages'}.`])
  }
  const bringIn = async (brought: readonly Mark[], lost: number) => {
    const known = new Map(marks.map((mark) => [mark.id, JSON.stringify(mark)]))
    const fresh = brought.filter((mark) => known.get(mark.id) !== JSON.stringify(mark))
    await keeper?.put(fresh)
    const there = brought.length - fresh.length
    setTrail(null)
    setSays([
      `${fresh.length} ${fresh.length === 1 ? 'mark' : 'marks'} imported${there > 0 ? `, ${there} were there already` : ''}.`,
      ...(lost > 0
        ? [`${lost} of them ${lost === 1 ? 'is' : 'are'} not in the text as it is now: kept with the old words.`]
        : []),
    ])
  }
  return (
    <>
      <label htmlFor={id} className={styles.button}>
        Import
        <input
          id={id}
          type="file"
          className={styles.file}
          accept=".md,.json,.jsonld,text/markdown,application/json,application/ld+json"
          onChange={(event) => {
            const { files } = event.target
            void open(files?.[0])
            event.target.value = '' // the same file may be chosen again
          }}
        />
      </label>
      <div role="status" className={styles.says}>
        {says.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {trail && (
        <>
          <button type="button" className={styles.button} onClick={() => follow(trail)}>
            Follow the trail
          </button>
          <button type="button" className={styles.button} onClick={() => void bringIn(trail, 0)}>
            Import as marks
          </button>
        </>
      )}
    </>
  )
}
