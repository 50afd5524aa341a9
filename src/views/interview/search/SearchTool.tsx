import { MarginCard } from '../../../components/MarginCard/MarginCard.tsx'
import type { Interview } from '../../../domain/interview.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { MarginPlace } from '../margin/MarginPlace.tsx'

interface SearchToolProps {
  readonly interview: Interview
}

/** Search this interview. */
export function SearchTool({ interview }: SearchToolProps) {
  const close = useApp((state) => state.closeTool)
  return (
    <MarginPlace onClose={close}>
      <MarginCard id="search_heading" heading="Search this interview" onClose={close}>
        <p>{interview.shortTitle}</p>
      </MarginCard>
    </MarginPlace>
  )
}
