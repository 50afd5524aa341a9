import { describe, expect, test } from 'vitest'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { Parts } from '../../src/domain/parts.ts'
import type { PartSources } from '../../src/domain/ports.ts'
import { indexInWhole, joinParts, walkParts, type PartsWalk } from '../../src/domain/wholeOfParts.ts'
import { longInterview } from '../support/longSite.ts'
import { partSources } from '../support/partSources.ts'

const interview = longInterview()
const parts = new Parts(interview)
const all = parts.starts.map((_, at) => parts.part(at + 1))
const isSome = (some: readonly Interview[]): some is [Interview, ...Interview[]] => some.length > 0

function joined(some: readonly Interview[]): Interview {
  if (!isSome(some)) throw new Error('no parts')
  return joinParts(some)
}

async function walk(sources: PartSources): Promise<PartsWalk[]> {
  const steps: PartsWalk[] = []
  for await (const step of walkParts(sources, { id: interview.id, of: all.length })) steps.push(step)
  return steps
}

describe('the parts of an interview joined', () => {
  test('are what is said in the whole, by whom and under which heading', () => {
    const whole = joined(all)
    expect(whole.turns).toEqual(interview.turns)
    expect(whole.sections).toEqual(interview.sections)
    expect(whole.background).toEqual(interview.background)
    expect(whole.part).toBeUndefined()
    expect(indexInWhole(all, 1234)).toBe(1234)
  })

  test('keep the headings and the places of what is there when one is missing', () => {
    const some = all.filter((_, at) => at !== 4)
    const whole = joined(some)
    const far = whole.turns.at(-1)!
    expect(indexInWhole(some, whole.turns.length - 1)).toBe(interview.turns.length - 1)
    expect(turnText(far)).toBe(turnText(interview.turns.at(-1)!))
    expect(whole.sections.map(({ start }) => start)).toEqual([0, ...whole.sections.slice(0, -1).map(({ end }) => end)])
    expect(whole.sections.at(-1)?.end).toBe(whole.turns.length)
  })

  test('are the same interview each time, so that nothing is prepared twice', () => {
    expect(joined([...all])).toBe(joined([...all]))
    expect(joined(all.slice(0, 3))).not.toBe(joined(all))
  })
})

describe('a walk through the parts', () => {
  test('comes to all of them in order, and tells how far it is', async () => {
    const { sources, asked } = partSources(interview)
    const steps = await walk(sources)
    expect(asked).toEqual(all.map((_, at) => at + 1))
    expect(steps.map((step) => step.parts.length)).toEqual(
      Array.from({ length: Math.ceil(all.length / 6) }, (_, at) => Math.min((at + 1) * 6, all.length)),
    )
    expect(steps.at(-1)).toMatchObject({ missing: [], of: all.length })
  })

  test('goes on past a part that cannot be fetched, and says which', async () => {
    const { sources } = partSources(interview, { missing: [7] })
    const last = (await walk(sources)).at(-1)
    expect(last?.missing).toEqual([7])
    expect(last?.parts).toHaveLength(all.length - 1)
  })

  test('asks for no more once nobody waits', async () => {
    const { sources, asked } = partSources(interview)
    for await (const step of walkParts(sources, { id: interview.id, of: all.length })) if (step) break
    expect(asked).toHaveLength(6)
  })
})
