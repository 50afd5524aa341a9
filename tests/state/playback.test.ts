import { beforeEach, describe, expect, test } from 'vitest'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { START } from '../../src/domain/link.ts'
import { ABLE, talkOf } from '../support/playback.ts'
import { createBeyondSlice } from '../../src/state/beyondSlice.ts'
import { createFocusSlice } from '../../src/state/focusSlice.ts'
import { createLinkSlice } from '../../src/state/linkSlice.ts'
import { createHighlightSlice } from '../../src/state/highlightSlice.ts'
import { createLensSlice } from '../../src/state/lensSlice.ts'
import { createMarksSlice } from '../../src/state/marksSlice.ts'
import { createNoticeSlice } from '../../src/state/noticeSlice.ts'
import { describePause, selectIsPlaying, selectSpokenTurn } from '../../src/state/playbackSelectors.ts'
import { createPlaybackSlice, type PlaybackSlice } from '../../src/state/playbackSlice.ts'
import { createOfferSlice } from '../../src/state/offerSlice.ts'
import { createPlayerSlice } from '../../src/state/playerSlice.ts'
import { createPreferencesSlice } from '../../src/state/preferencesSlice.ts'
import { createToolSlice } from '../../src/state/toolSlice.ts'
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
      ...createOfferSlice(...api),
      ...createFocusSlice(fakePlatform())(...api),
      ...createBeyondSlice(...api),
      ...createToolSlice(...api),
      ...createLensSlice(...api),
      ...createHighlightSlice(...api),
      ...createMarksSlice(fakePlatform())(...api),
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
    act().chooseVoice('guest', 'b')
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
    expect(act().playback).toMatchObject({ cursor: { turn: 1, sentence: 1 }, phase: { word: { start: 9, end: 11 } } })
  })

  test('keeps rate, volume, pace, voices and what to play, and takes them up in the next interview', () => {
    act().setRate(1.5)
    act().stepVolume(-1)
    act().setPace(280)
    act().chooseVoice('guest', 'b')
    act().choosePlayback({ scope: 'answers', pauseAfter: 'sentence', stopAt: 'turn' })
    const { listening } = act().preferences
    expect(listening).toEqual({
      rate: 1.5,
      volume: 0.9,
      wordsPerMinute: 280,
      voices: { en: { guest: 'b' } },
      scope: 'answers',
      pauseAfter: 'sentence',
    })
    act().openInterview(other, START)
    expect(act().playback).toMatchObject({
      rate: 1.5,
      volume: 0.9,
      options: { scope: 'answers', pauseAfter: 'sentence' },
    })
  })

  test('follows what another tab keeps while it plays, and tells the narrator once', () => {
    act().play()
    const listening = { ...act().preferences.listening, rate: 2, volume: 0.5, voices: { en: { guest: 'c' } } }
    act().restorePreferences({ ...act().preferences, listening })
    expect(narrator().asked.slice(-3)).toEqual(['setRate 2', 'setVolume 0.5', 'setVoices {"guest":"c"}'])
    act().restorePreferences({ ...act().preferences, listening: { ...listening } })
    expect(narrator().asked.slice(-3)).toEqual(['setRate 2', 'setVolume 0.5', 'setVoices {"guest":"c"}'])
  })

  test('lets the player choose a voice again', () => {
    act().play()
    act().chooseVoice('guest', 'b')
    act().chooseVoice('interviewer', 'c')
    act().chooseVoice('guest', null)
    expect(narrator().asked.at(-1)).toBe('setVoices {"interviewer":"c"}')
  })

  test('is louder than mute by a step of its own', () => {
    act().play()
    act().toggleMuted()
    expect(narrator().asked.at(-1)).toBe('setVolume 0')
    act().stepVolume(1)
    expect(narrator().asked.at(-1)).toBe('setVolume 0.1')
    act().stepVolume(-1)
    act().stepVolume(-1)
    expect(act().playback.volume).toBe(0)
  })

  test('says where it waits and where it ended', () => {
    act().choosePlayback({ pauseAfter: 'answer' })
    act().play()
    expect(describePause(act())).toBe('')
    narrator().tell({ kind: 'finished', generation: 1 })
    expect(describePause(act())).toBe('End of the interview')
    act().choosePlayback({ pauseAfter: 'sentence' })
    act().playAgain()
    narrator().tell({ kind: 'finished', generation: 2 })
    expect(describePause(act())).toBe('End of the sentence')
    act().choosePlayback({ pauseAfter: 'nothing', stopAt: 'turn' })
    act().play({ turn: 0, sentence: 0 })
    narrator().tell({ kind: 'finished', generation: 3 })
    expect(describePause(act())).toBe('End of question 1')
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
