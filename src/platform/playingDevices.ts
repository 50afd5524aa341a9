import type { MediaControls, OtherTabs, PlayingDevices, ScreenLock } from '../domain/ports.ts'

/** What the browser has for something that plays; what it lacks does nothing. Needs a document, and is made once. */
export function playingDevices(): PlayingDevices {
  return { screen: screenLock(), otherTabs: otherTabs(), mediaControls: mediaControls() }
}

/** Screen Wake Lock (W3C). The system takes it away with every page that is hidden; it is asked for again. */
export function screenLock(): ScreenLock {
  let isWanted = false
  let lock: WakeLockSentinel | null = null
  const request = async () => {
    if (!isWanted || lock || document.visibilityState !== 'visible') return
    try {
      const taken = await navigator.wakeLock.request('screen')
      taken.addEventListener('release', () => {
        if (lock === taken) lock = null
      })
      if (isWanted) lock = taken
      else await taken.release()
    } catch {
      // low battery, or forbidden: the screen dims as it always does
    }
  }
  if ('wakeLock' in navigator) document.addEventListener('visibilitychange', () => void request())
  return {
    hold() {
      isWanted = true
      if ('wakeLock' in navigator) void request()
    },
    release() {
      isWanted = false
      void lock?.release()
      lock = null
    },
  }
}

/** The name of the channel on which the tabs of a site tell each other that they play. */
const CHANNEL = 'colloquy.playing'

function otherTabs(): OtherTabs {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, subscribe: () => () => {} }
  const channel = new BroadcastChannel(CHANNEL) // which never tells itself
  return {
    // A channel has no target: it is the site's own.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tell: () => channel.postMessage('plays'),
    subscribe(onOther) {
      channel.addEventListener('message', onOther)
      return () => channel.removeEventListener('message', onOther)
    },
  }
}

/** Media Session (W3C). */
function mediaControls(): MediaControls {
  const { mediaSession } = navigator
  if (!mediaSession) return { show() {}, obey: () => () => {} }
  return {
    show(now) {
      mediaSession.metadata = now && new MediaMetadata({ title: now.title, artist: now.artist, album: now.album })
      mediaSession.playbackState = now ? (now.isPlaying ? 'playing' : 'paused') : 'none'
      const time = now?.time
      mediaSession.setPositionState(
        time
          ? { duration: time.duration, position: Math.min(time.position, time.duration), playbackRate: time.rate }
          : {},
      )
    },
    obey(commands) {
      const actions: readonly [MediaSessionAction, () => void][] = [
        ['play', commands.play],
        ['pause', commands.pause],
        ['nexttrack', commands.next],
        ['previoustrack', commands.previous],
        ['seekbackward', commands.stepBack],
        ['seekforward', commands.stepForward],
      ]
      for (const [action, handler] of actions) setAction(action, handler)
      return () => {
        for (const [action] of actions) setAction(action, null)
      }
    },
  }
}

function setAction(action: MediaSessionAction, handler: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, handler)
  } catch {
    // an action that this browser does not know
  }
}
