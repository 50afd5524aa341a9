import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { playingDevices, screenLock } from '../../src/platform/playingDevices.ts'

class StubLock extends EventTarget {
  isReleased = false
  release() {
    this.isReleased = true
    this.dispatchEvent(new Event('release'))
    return Promise.resolve()
  }
}

class StubMetadata {
  readonly title: string
  readonly artist: string
  readonly album: string
  constructor({ title = '', artist = '', album = '' }: MediaMetadataInit) {
    this.title = title
    this.artist = artist
    this.album = album
  }
}

function setVisibility(state: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

/** Lets pending promises settle. */
const settled = () => new Promise((done) => setTimeout(done, 0))

describe('the screen', () => {
  let locks: StubLock[]
  let isRefused: boolean
  const held = () => locks.filter(({ isReleased }) => !isReleased).length

  beforeEach(() => {
    locks = []
    isRefused = false
    Object.defineProperty(navigator, 'wakeLock', {
      configurable: true,
      value: {
        request: () => {
          if (isRefused) return Promise.reject(new DOMException('low battery', 'NotAllowedError'))
          const lock = new StubLock()
          locks.push(lock)
          return Promise.resolve(lock)
        },
      },
    })
  })
  afterEach(() => {
    setVisibility('visible')
    Reflect.deleteProperty(navigator, 'wakeLock')
  })

  test('is kept lit until it is let go', async () => {
    const screen = screenLock()
    screen.hold()
    await settled()
    expect(held()).toBe(1)
    screen.release()
    expect(held()).toBe(0)
  })

  test('is asked for again when the page comes back, as long as it is wanted', async () => {
    const screen = screenLock()
    screen.hold()
    await settled()
    setVisibility('hidden')
    await locks[0]?.release() // as the system does
    setVisibility('visible')
    await settled()
    expect(held()).toBe(1)
    screen.release()
    setVisibility('hidden')
    setVisibility('visible')
    await settled()
    expect(held()).toBe(0)
  })

  test('is let go by somebody who is faster than the system', async () => {
    const screen = screenLock()
    screen.hold()
    screen.release()
    await settled()
    expect(held()).toBe(0)
  })

  test('dims as always where the system refuses or has no lock', async () => {
    isRefused = true
    screenLock().hold()
    await settled()
    Reflect.deleteProperty(navigator, 'wakeLock')
    const screen = screenLock()
    screen.hold()
    screen.release()
    expect(locks).toEqual([])
  })
})

describe('other tabs', () => {
  const channels = new Set<StubChannel>()
  class StubChannel extends EventTarget {
    constructor() {
      super()
      channels.add(this)
    }
    postMessage() {
      for (const channel of channels) if (channel !== this) channel.dispatchEvent(new Event('message'))
    }
  }

  beforeEach(() => vi.stubGlobal('BroadcastChannel', StubChannel))
  afterEach(() => {
    channels.clear()
    vi.unstubAllGlobals()
  })

  test('are told, and not the tab itself', () => {
    const [one, two] = [playingDevices().otherTabs, playingDevices().otherTabs]
    const heard: string[] = []
    one.subscribe(() => heard.push('one'))
    const stop = two.subscribe(() => heard.push('two'))
    one.tell()
    expect(heard).toEqual(['two'])
    stop()
    one.tell()
    expect(heard).toEqual(['two'])
  })

  test('are no matter where the browser has no channel', () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { otherTabs } = playingDevices()
    otherTabs.subscribe(() => {})()
    expect(() => otherTabs.tell()).not.toThrow()
  })
})

describe('the controls of the system', () => {
  const handlers = new Map<string, (() => void) | null>()
  const session = {
    metadata: null as unknown,
    playbackState: 'none',
    position: null as unknown,
    setPositionState: (state: unknown) => void (session.position = state),
    setActionHandler(action: string, handler: (() => void) | null) {
      if (action === 'seekforward') throw new TypeError('unknown action')
      handlers.set(action, handler)
    },
  }

  beforeEach(() => {
    Object.defineProperty(navigator, 'mediaSession', { configurable: true, value: session })
    vi.stubGlobal('MediaMetadata', StubMetadata)
  })
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'mediaSession')
    vi.unstubAllGlobals()
    handlers.clear()
  })

  test('show what plays, and where in a recording', () => {
    const { mediaControls } = playingDevices()
    const now = { title: 'A talk', artist: 'Dr. Lee', album: 'News', isPlaying: true }
    mediaControls.show({ ...now, time: { position: 99, duration: 60, rate: 1.5 } })
    expect(session.metadata).toMatchObject({ title: 'A talk', artist: 'Dr. Lee', album: 'News' })
    expect(session.playbackState).toBe('playing')
    expect(session.position).toEqual({ duration: 60, position: 60, playbackRate: 1.5 }) // never behind the end: that throws
    mediaControls.show({ ...now, isPlaying: false, time: null })
    expect([session.playbackState, session.position]).toEqual(['paused', {}])
    mediaControls.show(null)
    expect([session.playbackState, session.metadata]).toEqual(['none', null])
  })

  test('are obeyed, as far as the browser knows them, until they are let go', () => {
    const done: string[] = []
    const command = (name: string) => () => void done.push(name)
    const stop = playingDevices().mediaControls.obey({
      play: command('play'),
      pause: command('pause'),
      next: command('next'),
      previous: command('previous'),
      stepBack: command('back'),
      stepForward: command('forward'),
    })
    for (const action of ['play', 'pause', 'nexttrack', 'previoustrack', 'seekbackward']) handlers.get(action)?.()
    expect(done).toEqual(['play', 'pause', 'next', 'previous', 'back'])
    stop()
    expect([...handlers.values()].every((handler) => handler === null)).toBe(true)
  })
})
