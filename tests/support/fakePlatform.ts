import { fakeNarrator, type FakeNarrator } from './fakeNarrator.ts'
import { fakeMarkStore, type FakeMarkStore } from './fakeMarkStore.ts'
import type { Platform } from '../../src/domain/ports.ts'

export interface FakePlatform extends Platform {
  /** What was copied, in order. */
  readonly copied: string[]
  readonly copiedHtml: string[]
  /** What is kept; another tab may change it by `keepElsewhere`. */
  kept: string | null
  keptPlaces: string | null
  keptHint: string | null
  keptTrail: string | null
  readonly markStore: FakeMarkStore
  isClipboardRefused: boolean
  readonly narrator: FakeNarrator
  isFullScreen: boolean
  /** The reader leaves full screen by the system's own means. */
  leaveFullScreen(): void
  keepElsewhere(text: string): void
  /** The reader leaves the page. */
  leave(): void
}

/** A platform without a browser, whose every side can be looked at. */
export function fakePlatform({
  kept = null,
  keptTrail = null,
}: Partial<Record<'kept' | 'keptTrail', string | null>> = {}): FakePlatform {
  const listeners = new Set<() => void>()
  const leaving = new Set<() => void>()
  let leftFullScreen = () => {}
  const platform: FakePlatform = {
    copied: [],
    copiedHtml: [],
    kept,
    keptPlaces: null,
    keptHint: null,
    keptTrail,
    trail: {
      read: () => platform.keptTrail,
      write: (text) => void (platform.keptTrail = text),
      subscribe: () => () => {},
    },
    markStore: fakeMarkStore(),
    openMarks: () => Promise.resolve(platform.markStore),
    marksHint: {
      read: () => platform.keptHint,
      write: (text) => void (platform.keptHint = text),
      subscribe: () => () => {},
    },
    isClipboardRefused: false,
    clipboard: {
      write({ text, html }) {
        if (platform.isClipboardRefused) return Promise.resolve('refused')
        platform.copied.push(text)
        if (html !== undefined) platform.copiedHtml.push(html)
        return Promise.resolve('copied')
      },
    },
    onLeave(act) {
      leaving.add(act)
      return () => leaving.delete(act)
    },
    leave() {
      for (const act of leaving) act()
    },
    openShareSheet: null,
    isFullScreen: false,
    fullScreen: {
      enter(onLeft) {
        platform.isFullScreen = true
        leftFullScreen = onLeft
      },
      leave: () => void (platform.isFullScreen = false),
    },
    leaveFullScreen() {
      platform.isFullScreen = false
      leftFullScreen()
    },
    narrator: fakeNarrator(),
    openNarrator: () => platform.narrator,
    places: {
      read: () => platform.keptPlaces,
      write: (text) => void (platform.keptPlaces = text),
      subscribe: () => () => {},
    },
    preferences: {
      read: () => platform.kept,
      write: (text) => void (platform.kept = text),
      subscribe(onChange) {
        listeners.add(onChange)
        return () => listeners.delete(onChange)
      },
    },
    keepElsewhere(text) {
      platform.kept = text
      for (const listener of listeners) listener()
    },
  }
  return platform
}
