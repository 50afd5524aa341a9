import { MarginCard } from '../../../components/MarginCard/MarginCard.tsx'
import type { Interview } from '../../../domain/interview.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { MarginPlace } from '../margin/MarginPlace.tsx'

interface CheckToolProps {
  readonly interview: Interview
  /** Counts the times that the tool was asked for. */
  readonly request: number
}

/** Check a quotation. */
export function CheckTool({ interview }: CheckToolProps) {
  const close = useApp((state) => state.closeTool)
  return (
    <MarginPlace onClose={close}>
      <MarginCard id="check_heading" heading="Check a quotation" onClose={close}>
        <p>{interview.shortTitle}</p>
      </MarginCard>
    </MarginPlace>
  )
}
