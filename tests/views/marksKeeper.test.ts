import { expect, test } from 'vitest'
import { makeMark } from '../../src/domain/marks/makeMark.ts'
import { createAppStore } from '../../src/state/store.ts'
import { marksKeeper } from '../../src/views/marks/marksKeeper.ts'
import { fakePlatform } from '../support/fakePlatform.ts'
import { blinkenInterview } from '../support/interviews.ts'

const interview = blinkenInterview()
const noteAt = (second: number, note: string) => ({
  ...makeMark(interview, {
    turn: interview.turns[1]!,
    range: null,
    note,
    id: '00000000-0000-4000-8000-000000000001',
    now: '2026-01-01T00:00:00.000Z',
  }),
  changed: `2026-01-01T00:00:0${second}.000Z`,
})

test('a note that is changed again before it was kept is what was written last, and nothing older is shown meanwhile', async () => {
  const platform = fakePlatform()
  const store = createAppStore(platform, null)
  const keeper = await marksKeeper(store)
  await keeper.put([noteAt(1, 'first')])
  const shown: (string | undefined)[] = []
  store.subscribe(({ marks }) => shown.push(marks?.[0]?.note))
  await Promise.all([keeper.put([noteAt(2, 'second')]), keeper.put([noteAt(3, 'third')])])
  expect(shown.slice(shown.indexOf('third'))).not.toContain('second')
  expect([...platform.markStore.kept.values()].map(({ note }) => note)).toEqual(['third'])
})

test('a note that another tab changed meanwhile is joined, whatever could not be kept before', async () => {
  const platform = fakePlatform()
  const store = createAppStore(platform, null)
  const keeper = await marksKeeper(store)
  await keeper.put([noteAt(1, 'first')])
  platform.markStore.trouble = 'full'
  await keeper.put([noteAt(3, 'mine')])
  expect(store.getState().marks).toMatchObject([{ note: 'mine' }])
  platform.markStore.trouble = null
  platform.markStore.kept.set(noteAt(2, 'theirs').id, noteAt(2, 'theirs'))
  await keeper.put([noteAt(4, 'mine again')])
  expect([...platform.markStore.kept.values()].map(({ note }) => note)).toEqual(['theirs\n\nmine again'])
})
