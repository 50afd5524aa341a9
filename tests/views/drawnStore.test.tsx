import { act, render, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { START } from '../../src/domain/link.ts'
import { useApp, StoreProvider } from '../../src/state/StoreProvider.tsx'
import { createAppStore } from '../../src/state/store.ts'
import { fakePlatform } from '../support/fakePlatform.ts'
import { blinkenInterview } from '../support/interviews.ts'

test('what playing changes is drawn in a later task, which what is to be brought into sight does not hurry', async () => {
  const store = createAppStore(fakePlatform(), { interview: blinkenInterview(), place: START })
  const drawn: string[] = []
  function PhaseView() {
    drawn.push(useApp(({ playback }) => playback.phase.kind))
    return null
  }
  render(
    <StoreProvider store={store}>
      <PhaseView />
    </StoreProvider>,
  )
  await act(async () => store.getState().preparePlayback())
  const { play, bringIntoSight } = store.getState()
  const before = drawn.length
  await act(async () => {
    play()
    bringIntoSight(100, false)
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve() // what is drawn in this task is drawn by then
    expect(drawn).toHaveLength(before)
  })
  await waitFor(() => expect(drawn.at(-1)).not.toBe('idle'))
})

test('what a narrator says of itself is drawn in a later task: it says so while it speaks', async () => {
  const platform = fakePlatform()
  const store = createAppStore(platform, { interview: blinkenInterview(), place: START })
  const drawn: unknown[] = []
  function AbilityView() {
    drawn.push([useApp(({ playback }) => playback.capabilities), useApp(({ voices }) => voices)])
    return null
  }
  render(
    <StoreProvider store={store}>
      <AbilityView />
    </StoreProvider>,
  )
  await act(async () => store.getState().preparePlayback())
  const before = drawn.length
  await act(async () => {
    platform.narrator.tell({ kind: 'changed', capabilities: { ...platform.narrator.capabilities, marksWords: false } })
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve() // what is drawn in this task is drawn by then
    expect(drawn).toHaveLength(before)
  })
  await waitFor(() => expect(drawn.length).toBeGreaterThan(before))
})

test('what a hand changes is drawn at once', async () => {
  const store = createAppStore(fakePlatform(), { interview: blinkenInterview(), place: START })
  const drawn: number[] = []
  function RateView() {
    drawn.push(useApp(({ playback }) => playback.rate))
    return null
  }
  render(
    <StoreProvider store={store}>
      <RateView />
    </StoreProvider>,
  )
  await act(async () => store.getState().preparePlayback())
  act(() => store.getState().setRate(2))
  expect(drawn.at(-1)).toBe(2)
})
