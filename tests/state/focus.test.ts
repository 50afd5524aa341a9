import { beforeEach, describe, expect, test } from 'vitest'
import { START } from '../../src/domain/link.ts'
import { selectCurrentTurn, selectStage } from '../../src/state/selectors.ts'
import { createAppStore, type AppStore } from '../../src/state/store.ts'
import { fakePlatform, type FakePlatform } from '../support/fakePlatform.ts'
import { blinkenInterview } from '../support/interviews.ts'

const interview = blinkenInterview()

describe('focus mode', () => {
  let platform: FakePlatform
  let store: AppStore
  const act = () => store.getState()
  const current = () => selectCurrentTurn(act())
  const stage = () => selectStage(act())

  beforeEach(() => {
    platform = fakePlatform()
    store = createAppStore(platform, { interview, place: START })
  })

  test('puts the exchange of the current turn on the stage, above the first turn the first one', () => {
    expect(stage()).toBeNull()
    act().setFocused(true)
    expect(stage()).toEqual({ start: 0, end: 2 })
    expect(current()).toBeNull()
    act().jumpTopic(2)
    expect(stage()).toEqual({ start: 6, end: 8 })
    act().stepTo(interview.turns[7]!.id)
    expect(stage()).toEqual({ start: 6, end: 8 })
    act().setFocused(false)
    expect(stage()).toBeNull()
    expect(current()).toBe(7)
  })

  test('steps by exchanges, to the first turn of each, and by turns again when it is left', () => {
    act().setFocused(true)
    const seen = []
    for (let times = 0; times < 9; times += 1) {
      act().stepTurn(1)
      seen.push(current())
    }
    expect(seen).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 16])
    act().stepTo(interview.turns[7]!.id)
    act().stepTurn(-1)
    expect(current()).toBe(4)
    act().stepAnswer(1)
    expect(current()).toBe(5)
    act().setFocused(false)
    act().stepTurn(1)
    expect(current()).toBe(6)
  })

  test('asks for full screen and gives it back', () => {
    act().setFocused(true)
    expect(platform.isFullScreen).toBe(true)
    act().setFocused(false)
    expect(platform.isFullScreen).toBe(false)
  })

  test('ends when the reader leaves full screen by the system’s own means', () => {
    act().setFocused(true)
    platform.leaveFullScreen()
    expect(act().isFocused).toBe(false)
  })
})
