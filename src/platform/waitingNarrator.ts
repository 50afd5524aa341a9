import type { Capabilities, Narrator } from '../domain/playback/narrator.ts'
import { ALL_RATES } from '../domain/playback/rates.ts'
import type { Recording } from '../domain/recording.ts'

/** What the narrator of a recording can do. */
export function recordingCapabilities({ words }: Pick<Recording, 'words'>): Capabilities {
  return {
    isAudible: true,
    marksWords: words !== null,
    hasVolume: true,
    hasVoices: false,
    hasPace: false,
    keepsTime: true,
    rates: ALL_RATES,
    silentBecause: null,
  }
}

function nothing(): void {}

/** Holds the place of a narrator whose program is being loaded: it says what that one can do, and does nothing. */
export function waitingNarrator(capabilities: Capabilities): Narrator {
  return {
    capabilities,
    play: nothing,
    pause: nothing,
    stop: nothing,
    stopBefore: nothing,
    setRate: nothing,
    setVolume: nothing,
    voices: () => [],
    setVoices: nothing,
    sample: nothing,
    subscribe: () => nothing,
    close: nothing,
  }
}
