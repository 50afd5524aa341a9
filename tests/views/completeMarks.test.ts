import { describe, expect, test } from 'vitest'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { NO_TURN } from '../../src/domain/marks/mark.ts'
import type { Mark } from '../../src/domain/marks/mark.ts'
import { Parts } from '../../src/domain/parts.ts'
import { loadWhole } from '../../src/views/loadWhole.ts'
import { completeMarks } from '../../src/views/marks/completeMarks.ts'
import { madeLibrary } from '../support/madeLibrary.ts'
import { partSources } from '../support/partSources.ts'

const [long] = madeLibrary({ interviews: 1, turns: 600, words: 30, vocabulary: 6000 }) as [Interview] // there is one
const FAR = 501

/** A mark of another program, which knows its words alone. */
function foreignMark(exact: string): Mark {
  const time = '2026-01-01T00:00:00.000Z'
  return {
    id: '00000000-0000-4000-8000-000000000001',
    interview: long.id,
    title: long.id,
    turn: NO_TURN,
    fingerprint: '',
    speaker: '',
    quote: { exact, prefix: '', suffix: '' },
    words: exact,
    note: '',
    created: time,
    changed: time,
  }
}

async function complete(mark: Mark, { missing = [] as readonly number[], of = long } = {}) {
  const { sources } = partSources(of, { missing })
  const loadInterview = () => sources.loadPart(of.id, 1)
  const { marks, lost } = await completeMarks([mark], new Set([mark.id]), (id) =>
    loadWhole({ loadInterview, parts: sources }, id),
  )
  return { mark: marks[0], lost }
}

describe('a mark of another program in an interview of parts', () => {
  const words = turnText(long.turns[FAR]!).split(' ').slice(3, 15).join(' ')

  test('gets the turn of its words, in whichever part they are', async () => {
    const { mark, lost } = await complete(foreignMark(words))
    expect(new Parts(long).numberOf(FAR)).toBeGreaterThan(1)
    expect(mark).toMatchObject({ turn: long.turns[FAR]!.id, speaker: long.turns[FAR]!.speaker, words })
    expect(lost).toBe(0)
  })

  test('is kept with its old words where they are nowhere, or in two parts', async () => {
    const nowhere = foreignMark('xylophone zeppelin quagmire bumblebee marzipan labyrinth')
    expect(await complete(nowhere)).toEqual({ mark: { ...nowhere, title: long.shortTitle }, lost: 1 })
    const twice = {
      ...long,
      turns: long.turns.with(41, { ...long.turns[41]!, paragraphs: long.turns[FAR]!.paragraphs }),
    }
    expect(await complete(foreignMark(words), { of: twice })).toMatchObject({ mark: { turn: NO_TURN, words }, lost: 1 })
  })

  test('is kept as it is while a part cannot be fetched, since its words may stand there', async () => {
    expect(await complete(foreignMark(words), { missing: [3] })).toEqual({ mark: foreignMark(words), lost: 1 })
  })
})
