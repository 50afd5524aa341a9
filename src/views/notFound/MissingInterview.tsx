import { use } from 'react'
import type { LibraryEntry } from '../../domain/library.ts'
import { interviewPath } from '../../domain/link.ts'
import { nearestInterview } from '../../domain/nearest.ts'
import { useSite } from '../SiteContext.ts'
import { Nearest } from './Nearest.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { shorten } from './shorten.ts'

interface MissingInterviewProps {
  readonly id: string
  loadLibrary(): Promise<readonly LibraryEntry[]>
}

/** What stands at the address of an interview that is not here. */
export function MissingInterview({ id, loadLibrary }: MissingInterviewProps) {
  const { base } = useSite()
  const nearest = nearestInterview(use(loadLibrary()), id)
  return (
    <NotFoundPage says={`There is no interview called “${shorten(id)}” here.`} crumbs={[]}>
      {nearest && (
        <Nearest
          label="The nearest interview"
          href={base + interviewPath(nearest.id).slice(1)}
          name={nearest.title}
          words=""
          language={nearest.language}
        />
      )}
    </NotFoundPage>
  )
}
