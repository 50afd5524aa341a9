import { useNavigate } from 'react-router-dom'
import type { InterviewId } from '../../domain/interview.ts'
import { interviewPath } from '../../domain/link.ts'
import type { Mark } from '../../domain/marks/mark.ts'
import { trailOfMarks } from '../../domain/marks/trailOfMarks.ts'
import { useAppStore } from '../../state/StoreProvider.tsx'

/** Leads through marks as a trail, from the first on; `here` is the interview that is open, null where none is. */
export function useFollowTrail(here: InterviewId | null): (marks: readonly Mark[]) => void {
  const store = useAppStore()
  const navigate = useNavigate()
  return (marks) => {
    const { closeTool, followTrail } = store.getState()
    const steps = trailOfMarks(marks)
    const [first] = steps
    closeTool()
    followTrail({ steps, at: 0 })
    // Its turn may be gone: the trail leads on from the interview, and says so.
    if (first && first.interview !== here) void navigate(interviewPath(first.interview))
  }
}
