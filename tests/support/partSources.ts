import type { Interview } from '../../src/domain/interview.ts'
import { Parts } from '../../src/domain/parts.ts'
import type { PartSources } from '../../src/domain/ports.ts'

interface PartSourcesOfOne {
  readonly sources: PartSources
  /** The numbers of the parts that were asked for, in order. */
  readonly asked: number[]
}

/** The parts of one interview, each made once; those that are missing cannot be fetched, others wait for `until`. */
export function partSources(
  interview: Interview,
  { missing = [], until }: { missing?: readonly number[]; until?: (part: number) => Promise<void> } = {},
): PartSourcesOfOne {
  const parts = new Parts(interview)
  const made = new Map<number, Interview>()
  const asked: number[] = []
  return {
    asked,
    sources: {
      async loadPart(_, number) {
        asked.push(number)
        if (missing.includes(number)) throw new Error(`part ${number} cannot be fetched`)
        await until?.(number)
        const part = made.get(number) ?? parts.part(number)
        made.set(number, part)
        return part
      },
      loadStarts: () => Promise.resolve(parts.list()),
      loadMentions: (_, topic) => Promise.resolve(parts.mentions().get(topic) ?? []),
    },
  }
}
