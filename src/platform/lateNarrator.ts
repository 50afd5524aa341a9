import type { Capabilities, Narrator } from '../domain/playback/narrator.ts'
import { narratorListeners } from './narratorListeners.ts'
import { narratorRelay } from './narratorRelay.ts'

interface LateNarratorOptions {
  /** What the narrator will be able to do, as far as that is known. */
  readonly capabilities: Capabilities
  /** @throws Error when its program cannot be loaded; then it is tried again when something is to be played. */
  load(): Promise<Narrator>
  /** Calls back when the reader may soon want it; returns the way to stop it. */
  whenWanted(act: () => void): () => void
  /** Called in the reader's gesture when something is to be played that is not there yet. */
  claimSound(): void
}

function nothing(): void {}

/** A narrator whose program is loaded when it is wanted. What it is told before it is there it does then. */
export function lateNarrator({ capabilities, load, whenWanted, claimSound }: LateNarratorOptions): Narrator {
  const listeners = narratorListeners()
  let isLoading = false
  let generation: number | null = null

  const ask = () => {
    if (isLoading) return
    isLoading = true
    load().then(
      (narrator) => relay.handOver(narrator),
      () => {
        isLoading = false
        if (generation !== null) listeners.emit({ kind: 'failed', generation, reason: 'network' })
        generation = null
      },
    )
  }
  const forget = () => {
    generation = null
  }
  const waiting: Narrator = {
    capabilities,
    play(run) {
      generation = run.generation
      claimSound()
      ask()
    },
    pause: forget,
    stop: forget,
    stopBefore: nothing,
    setRate: nothing,
    setVolume: nothing,
    voices: () => [],
    setVoices: nothing,
    sample: nothing,
    subscribe: listeners.subscribe,
    close() {
      forget()
      stopWaiting()
    },
  }
  const relay = narratorRelay(waiting, (event, emit) => emit(event))
  const stopWaiting = whenWanted(ask)
  return relay
}
