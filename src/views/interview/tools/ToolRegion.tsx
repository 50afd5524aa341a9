import { Suspense } from 'react'
import type { Interview } from '../../../domain/interview.ts'
import type { ToolSlice } from '../../../state/toolSlice.ts'
import type { PlayerSources } from '../LaterRegions.tsx'
import { lazyView } from '../../lazyView.ts'

const SearchTool = lazyView(async () => (await import('../search/SearchTool.tsx')).SearchTool)
const CheckTool = lazyView(async () => (await import('../check/CheckTool.tsx')).CheckTool)
const MarksTool = lazyView(async () => (await import('../marks/MarksTool.tsx')).MarksTool)

const TOOLS = { search: SearchTool, check: CheckTool, marks: MarksTool }

interface ToolRegionProps {
  readonly interview: Interview
  readonly tool: NonNullable<ToolSlice['tool']>
  readonly sources: PlayerSources
}

/** The tool that is open beside the text. */
export function ToolRegion({ interview, tool, sources }: ToolRegionProps) {
  const Tool = TOOLS[tool.name]
  return (
    <Suspense>
      <Tool key={tool.request} interview={interview} {...sources} />
    </Suspense>
  )
}
