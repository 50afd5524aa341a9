import { beforeEach, describe, expect, test } from 'vitest'
import type { MediaCommands, NowPlaying, PlayingDevices } from '../../src/domain/ports.ts'
import { START } from '../../src/domain/link.ts'
import { attendPlaying } from '../../src/state/attendPlaying.ts'
import { createAppStore, type AppStore } from '../../src/state/store.ts'
import { fakePlatform, type FakePlatform } from '../support/fakePlatform.ts'
import { blinkenInterview } from '../support/interviews.ts'

const interview = blinkenInterview()

describe('what plays', () => {
  let store: AppStore
  let platform: FakePlatform
  let done: string[]
  let shown: NowPlaying | null
  let commands: MediaCommands
  let otherPlays: () => void
  let stop: () => void

  beforeEach(() => {
    platform = fakePlatform()
    store = createAppStore(platform, { interview, place: START })
    done = []
    shown = null
    const devices: PlayingDevices = {
      screen: { hold: () => void done.push('hold'), release: () => void done.push('release') },
      otherTabs: {
        tell: () => void done.push('tell'),
        subscribe(onOther) {
          otherPlays = onOther
          return () => void done.push('deaf')
        },
      },
      mediaControls: {
        show: (now) => void (shown = now),
        obey(next) {
          commands = next
          return () => void done.push('free')
        },
      },
    }
    store.getState().play({ turn: 7, sentence: 0 })
    stop = attendPlaying(store, devices)
  })

  test('keeps the screen lit and tells the other tabs, once, until it is paused', () => {
    platform.narrator.tell({ kind: 'sentence', generation: 1, cursor: { turn: 7, sentence: 0 } })
    expect(done).toEqual(['hold', 'tell'])
    store.getState().pause()
    expect(done).toEqual(['hold', 'tell', 'release'])
  })

  test('falls silent when another tab plays, and says so', () => {
    otherPlays()
    expect(platform.narrator.asked.at(-1)).toBe('pause')
    expect(store.getState().notice).toMatchObject({ says: 'Paused, since another tab plays.' })
    store.getState().dismissNotice()
    otherPlays()
    expect(store.getState().notice).toBeNull()
  })

  test('is shown by the system with the speaker as the artist', () => {
    platform.narrator.tell({ kind: 'sentence', generation: 1, cursor: { turn: 7, sentence: 0 } })
    expect(shown).toMatchObject({
      title: interview.title,
      artist: 'Dr. Emily Carter',
      album: 'Time.news',
      isPlaying: true,
    })
    store.getState().pause()
    expect(shown?.isPlaying).toBe(false)
    store.getState().stopPlaying()
    expect(shown).toBeNull()
  })

  test('obeys media keys', () => {
    commands.pause()
    commands.play()
    expect(platform.narrator.asked.slice(-2)).toEqual(['pause', 'play 7.0'])
    commands.stepForward()
    expect(platform.narrator.run?.from).toEqual({ turn: 7, sentence: 1 })
    commands.stepBack()
    expect(platform.narrator.run?.from).toEqual({ turn: 7, sentence: 0 })
    store.getState().follow(interview.turns[7]!.id)
    commands.next()
    expect(store.getState().visit).toEqual({ place: { kind: 'turn', turn: interview.turns[8]!.id }, by: 'stepping' })
    commands.previous()
    expect(store.getState().visit.place).toEqual({ kind: 'turn', turn: interview.turns[7]!.id })
  })

  test('lets go of everything', () => {
    stop()
    expect(done.slice(-3)).toEqual(['deaf', 'free', 'release'])
    expect(shown).toBeNull()
    store.getState().pause()
    store.getState().play()
    expect(done.at(-1)).toBe('release')
  })
})
