import { beforeEach, describe, expect, test } from 'vitest'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { START } from '../../src/domain/link.ts'
import { ABLE, talkOf } from '../support/playback.ts'
import { createFocusSlice } from '../../src/state/focusSlice.ts'
import { createLinkSlice } from '../../src/state/linkSlice.ts'
import { createNoticeSlice } from '../../src/state/noticeSlice.ts'
import {
  selectIsPlaying,
  selectSpokenSentence,
  selectSpokenTurn,
  selectSpokenWord,
} from '../../src/state/playbackSelectors.ts'
import { createPlaybackSlice, type PlaybackSlice } from '../../src/state/playbackSlice.ts'
import { createPlayerSlice } from '../../src/state/playerSlice.ts'
import { createPreferencesSlice } from '../../src/state/preferencesSlice.ts'
import type { AppState } from '../../src/state/store.ts'
import { fakeNarrator, type FakeNarrator } from '../support/fakeNarrator.ts'
import { fakePlatform } from '../support/fakePlatform.ts'

const interview = talkOf([
  { role: 'interviewer', sentences: 1, isTopic: true },
  { role: 'guest', sentences: 2, isTopic: false },
])
const other = talkOf([{ role: 'guest', sentences: 1, isTopic: false }])

describe('playing', () => {
  let store: StoreApi<AppState & PlaybackSlice>
  let narrators: FakeNarrator[]
  const act = () => store.getState()
  const narrator = () => narrators.at(-1)!

  beforeEach(() => {
    narrators = []
    const openNarrator = () => {
      narrators.push(fakeNarrator())
      return narrator()
    }
    store = createStore<AppState & PlaybackSlice>()((...api) => ({
      ...createPlayerSlice({ interview, place: START })(...api),
      ...createPreferencesSlice(...api),
      ...createNoticeSlice(fakePlatform())(...api),
      ...createLinkSlice(fakePlatform())(...api),
      ...createPlaybackSlice({ openNarrator })(...api),
      ...createFocusSlice(fakePlatform())(...api),
    }))
  })

  test('opens no narrator before it is wanted', () => {
    act().stepRate(1)
    act().pause()
    act().stepSentence(1)
    expect(narrators).toEqual([])
  })

  test('begins at the turn where the reader is, at the rate that is chosen, in the same task', () => {
    act().setRate(1.5)
    act().setVoices({ guest: 'b' })
    act().stepTurn(1)
    act().stepTurn(1)
    act().togglePlay()
    expect(narrator().asked).toEqual(['setVoices {"guest":"b"}', 'setRate 1.5', 'setVolume 1', 'play 1.0'])
    expect(selectIsPlaying(act())).toBe(true)
    expect(act().playback.capabilities).toEqual(ABLE)
    expect(act().voices).toHaveLength(1)
  })

  test('follows what the narrator says', () => {
    act().play()
    narrator().tell({ kind: 'sentence', generation: 1, cursor: { turn: 1, sentence: 1 } })
    narrator().tell({ kind: 'word', generation: 1, turn: 1, start: 9, end: 11 })
    expect(selectSpokenTurn(act())).toBe(1)
    expect(selectSpokenSentence(1)(act())).toEqual({ start: 9, end: 17 })
    expect(selectSpokenWord(1)(act())).toEqual({ start: 9, end: 11 })
    expect([selectSpokenSentence(0)(act()), selectSpokenWord(0)(act())]).toEqual([null, null])
  })

  test('gives views the same objects while a sentence lasts', () => {
    act().play({ turn: 1, sentence: 0 })
    narrator().tell({ kind: 'sentence', generation: 1, cursor: { turn: 1, sentence: 0 } })
    const before = selectSpokenSentence(1)(act())
    narrator().tell({ kind: 'word', generation: 1, turn: 1, start: 0, end: 2 })
    expect(selectSpokenSentence(1)(act())).toBe(before)
  })

  test('pauses and goes on', () => {
    act().togglePlay()
    act().togglePlay()
    act().togglePlay()
    expect(narrator().asked.slice(3)).toEqual(['play 0.0', 'pause', 'play 0.0'])
    expect(narrator().run).toMatchObject({ generation: 2, isResumed: true })
  })

  test('is paused for a sample of a voice', () => {
    act().play()
    act().sampleVoice('guest')
    expect(narrator().asked.slice(-2)).toEqual(['pause', 'sample guest'])
    expect(act().playback.phase.kind).toBe('paused')
  })

  test('ends with its interview, and late words of the old narrator do nothing', () => {
    act().setRate(2)
    act().play()
    const first = narrator()
    act().openInterview(other, START)
    expect(first.asked.at(-1)).toBe('close')
    expect(act().playback).toMatchObject({ phase: { kind: 'idle' }, cursor: { turn: 0, sentence: 0 }, rate: 2 })
    act().play()
    expect(narrators).toHaveLength(2)
    expect(narrator().run?.generation).toBe(2)
  })
})
