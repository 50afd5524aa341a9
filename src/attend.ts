import { playingDevices } from './platform/playingDevices.ts'
import { attendPlaying } from './state/attendPlaying.ts'
import type { AppStore } from './state/store.ts'

/** Joins what plays to what the browser has for it: the screen, other tabs, the system's own controls. */
export function attend(store: AppStore): void {
  attendPlaying(store, playingDevices())
}
