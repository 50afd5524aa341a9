import { describe, expect, test } from 'vitest'
import type { Interview } from '../../src/domain/interview.ts'
import { shownTurns, type Lens } from '../../src/domain/lens.ts'
import { outlineOf } from '../../src/domain/outline.ts'
import { Parts } from '../../src/domain/parts.ts'
import type { Beyond } from '../../src/state/beyondSlice.ts'
import { placeBeyond } from '../../src/views/interview/parts/placeBeyond.ts'
import { talkOf } from '../support/playback.ts'

/** Turns that mention the first topic: of many parts, a few have any. */
const MENTIONS = new Set([10, 820, 2300, 2301])
const made = talkOf(
  Array.from({ length: 2400 }, (_, index) => ({
    role: index % 2 === 0 ? ('interviewer' as const) : ('guest' as const),
    sentences: 1,
    isTopic: index % 60 === 0,
  })),
)
const topic = made.topics[0]!.id
const whole: Interview = {
  ...made,
  turns: made.turns.map((turn, index) => (MENTIONS.has(index) ? { ...turn, mentions: [topic] } : turn)),
}
const parts = new Parts(whole)

/** Where it leads from a turn of the whole, by index in the whole, and how many parts were fetched for it. */
async function from(index: number, beyond: Beyond, lens: Lens | null) {
  const interview = parts.part(parts.numberOf(index))
  const { part } = interview
  if (!part) throw new Error('a part knows where it stands')
  let fetched = 0
  const found = await placeBeyond(beyond, {
    interview,
    part,
    current: index - part.first,
    known: [],
    lens: lens && { lens, shown: shownTurns(interview, lens) },
    sources: {
      loadPart: (_, number) => Promise.resolve(parts.part(((fetched += 1), number))),
      loadStarts: () => Promise.resolve(parts.list()),
      loadMentions: (_, id) => Promise.resolve(parts.mentions().get(id) ?? []),
    },
  })
  const place = found?.place
  return { to: place?.kind === 'turn' ? whole.turns.findIndex(({ id }) => id === place.turn) : null, fetched }
}
const topicLens: Lens = { kind: 'topic', topic }
const questions: Lens = { kind: 'questions' }
const lastOf = (number: number) => (parts.starts[number] ?? whole.turns.length) - 1

describe('over the border of a part, a lens', () => {
  test('is stepped along to the next turn that it shows, through parts of which it shows nothing', async () => {
    expect((await from(lastOf(1), { to: 'neighbour', unit: 'turn', by: 1 }, topicLens)).to).toBe(820)
    expect((await from(820, { to: 'neighbour', unit: 'turn', by: -1 }, topicLens)).to).toBe(59)
    expect((await from(lastOf(1), { to: 'neighbour', unit: 'exchange', by: 1 }, topicLens)).to).toBe(820)
    expect((await from(lastOf(1), { to: 'neighbour', unit: 'turn', by: 1 }, null)).to).toBe(lastOf(1) + 1)
  })

  test('shows only questions: a step back leads to the last of them', async () => {
    const first = parts.starts[1] ?? 0
    const { to } = await from(first, { to: 'neighbour', unit: 'turn', by: -1 }, questions)
    expect(to).toBe(first - 2)
  })

  test('is searched for in no more than twenty parts', async () => {
    const { to, fetched } = await from(
      900,
      { to: 'neighbour', unit: 'answer', by: 1 },
      { kind: 'topic', topic: made.topics[1]!.id },
    )
    expect(to).toBeNull()
    expect(fetched).toBeLessThanOrEqual(20)
  })

  test('holds Home, End and the ribbon’s keys', async () => {
    expect((await from(900, { to: 'turn', index: 2399, isStep: true }, topicLens)).to).toBe(2301)
    expect((await from(900, { to: 'turn', index: 0, isStep: true }, questions)).to).toBe(0)
    expect((await from(lastOf(1), { to: 'turn', index: lastOf(1) + 2, isStep: true }, questions)).to).toBe(
      lastOf(1) + 3,
    )
  })

  test('is left by a place on the ribbon that was pointed at', async () => {
    expect((await from(900, { to: 'turn', index: 1501, isStep: false }, topicLens)).to).toBe(1501)
  })

  test('holds the steps from section to section, and from mention to mention', async () => {
    const entry = outlineOf(whole).map((each) => ({ ...each, part: parts.numberOf(each.start) }))[3]!
    expect((await from(70, { to: 'section', entry, by: 1 }, topicLens)).to).toBe(820)
    expect((await from(820, { to: 'mention', topic, by: 1 }, questions)).to).toBe(2300)
    expect((await from(2300, { to: 'mention', topic, by: 1 }, questions)).to).toBe(10)
  })
})
