import { beforeEach, describe, expect, test } from 'vitest'
import { START } from '../../src/domain/link.ts'
import { outlineOf } from '../../src/domain/outline.ts'
import { Parts } from '../../src/domain/parts.ts'
import { selectCurrentSection, selectCurrentTurn } from '../../src/state/selectors.ts'
import { createAppStore, type AppStore } from '../../src/state/store.ts'
import { fakePlatform } from '../support/fakePlatform.ts'
import { talkOf } from '../support/playback.ts'

const talk = talkOf(
  Array.from({ length: 300 }, (_, index) => ({
    role: index % 2 === 0 ? ('interviewer' as const) : ('guest' as const),
    sentences: 1,
    isTopic: index % 60 === 0,
  })),
)
const parts = new Parts(talk)
const part = parts.part(2)
const last = part.turns.length - 1

describe('in a part of a long interview', () => {
  let store: AppStore
  const act = () => store.getState()
  const at = (index: number) => act().land({ kind: 'turn', turn: part.turns[index]!.id })

  beforeEach(() => {
    store = createAppStore(fakePlatform(), { interview: part, place: { kind: 'turn', turn: part.turns[0]!.id } })
  })

  test('steps inside it stay in it', () => {
    act().stepTurn(1)
    expect(selectCurrentTurn(act())).toBe(1)
    expect(act().beyond).toBeNull()
  })

  test('steps over its ends ask for its neighbours', () => {
    act().stepTurn(-1)
    expect(act().beyond).toEqual({ to: 'neighbour', unit: 'turn', by: -1 })
    act().stepAnswer(-1)
    expect(act().beyond).toEqual({ to: 'neighbour', unit: 'answer', by: -1 })
    at(last)
    act().stepTurn(1)
    expect(act().beyond).toEqual({ to: 'neighbour', unit: 'turn', by: 1 })
    expect(selectCurrentTurn(act())).toBe(last)
  })

  test('Home and End ask for the ends of the whole', () => {
    act().stepToEnd('first')
    expect(act().beyond).toEqual({ to: 'turn', index: 0, isStep: true })
    act().stepToEnd('last')
    expect(act().beyond).toEqual({ to: 'turn', index: talk.turns.length - 1, isStep: true })
  })

  test('the topics are those of the whole: one that is here is gone to, another is asked for', () => {
    const outline = outlineOf(part)
    const here = outline.findIndex(({ part: number }) => number === 2)
    act().jumpTopic(here + 1)
    expect(act()).toMatchObject({ beyond: null, visit: { place: { topic: outline[here]?.topic }, by: 'jumping' } })
    expect(selectCurrentSection(act())).toBe(here)
    act().jumpTopic(1)
    expect(act().beyond).toEqual({ to: 'section', entry: outline[0] })
    act().jumpSection(1)
    expect(act().visit.place).toEqual({ kind: 'topic', topic: outline[here]?.topic })
  })

  test('above its first turn there is no place but the turn itself', () => {
    at(3)
    act().read(START)
    expect(selectCurrentTurn(act())).toBe(0)
  })

  test('the first part has a start, and the last no next', () => {
    store = createAppStore(fakePlatform(), { interview: parts.part(1), place: START })
    act().stepTurn(-1)
    expect(act().beyond).toBeNull()
    const end = parts.part(parts.starts.length)
    store = createAppStore(fakePlatform(), { interview: end, place: { kind: 'turn', turn: end.turns.at(-1)!.id } })
    act().stepTurn(1)
    expect(act().beyond).toBeNull()
  })
})
