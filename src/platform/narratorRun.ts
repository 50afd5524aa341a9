import type { Interview } from '../domain/interview.ts'
import { FIRST, isPast, sentenceFrom, type Cursor } from '../domain/playback/cursor.ts'
import type { Failure, NarratorEvent, Run } from '../domain/playback/narrator.ts'

type RunEvent = Exclude<NarratorEvent, { kind: 'changed' }>
/** An event of a run, before it is told which. */
type Untagged = RunEvent extends infer Event ? (Event extends RunEvent ? Omit<Event, 'generation'> : never) : never

/** Where a narrator is in its run, and what it tells of it. */
export interface NarratorRun {
  readonly cursor: Cursor
  /** Of the run that is on; null when none is. */
  readonly generation: number | null
  start(run: Run): void
  /** Ends it without a word. */
  end(): void
  stopBefore(until: Cursor | null): void
  /** Tells an event of the run; false when no run is on, or none is any more since a listener ended it. */
  tell(event: Untagged): boolean
  /** Goes to the next sentence after telling what that means; null when the run is over. */
  next(): Cursor | null
  fail(reason: Failure): void
}

/** A run that goes sentence by sentence, and tells `emit` of it. */
export function narratorRun(interview: Interview, emit: (event: NarratorEvent) => void): NarratorRun {
  let run: Run | null = null
  let cursor = FIRST

  const tell = (event: Untagged): boolean => {
    if (!run) return false
    const { generation } = run
    emit({ ...event, generation })
    return run?.generation === generation
  }
  /** A run that is over is over before that is told, so that a listener can begin another at once. */
  const finish = (event: Untagged) => {
    if (!run) return
    const { generation } = run
    run = null
    emit({ ...event, generation })
  }

  return {
    get cursor() {
      return cursor
    },
    get generation() {
      return run?.generation ?? null
    },
    start(next) {
      run = next
      cursor = next.from
    },
    end() {
      run = null
    },
    stopBefore(until) {
      if (run) run = { ...run, until }
    },
    tell,
    next() {
      if (!run) return null
      const next = sentenceFrom(interview, cursor, 1)
      if (!next || isPast(next, run.until)) {
        finish({ kind: 'finished' })
        return null
      }
      if (next.turn > cursor.turn && !tell({ kind: 'turnEnd', turn: cursor.turn })) return null
      cursor = next
      return next
    },
    fail: (reason) => finish({ kind: 'failed', reason }),
  }
}
