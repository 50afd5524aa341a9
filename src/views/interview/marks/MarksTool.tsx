import { MarginCard } from '../../../components/MarginCard/MarginCard.tsx'
import type { Interview } from '../../../domain/interview.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { MarginPlace } from '../margin/MarginPlace.tsx'

interface MarksToolProps {
  readonly interview: Interview
}

/** Marks and notes. */
export function MarksTool({ interview }: MarksToolProps) {
  const close = useApp((state) => state.closeTool)
  return (
    <MarginPlace onClose={close}>
      <MarginCard id="marks_heading" heading="Marks and notes" onClose={close}>
        <p>{interview.shortTitle}</p>
      </MarginCard>
    </MarginPlace>
  )
}
