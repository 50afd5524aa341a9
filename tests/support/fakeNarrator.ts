import type { Narrator, NarratorEvent, Run } from '../../src/domain/playback/narrator.ts'
import { ABLE } from './playback.ts'

export interface FakeNarrator extends Narrator {
  /** What it was asked to do, in order: `play 1.0`, `pause`, `setRate 2` … */
  readonly asked: string[]
  /** The run that it was told last. */
  readonly run: Run | null
  tell(event: NarratorEvent): void
}

/** A narrator that does nothing but remember, and says what a test has it say. */
export function fakeNarrator(): FakeNarrator {
  const asked: string[] = []
  const listeners = new Set<(event: NarratorEvent) => void>()
  let run: Run | null = null
  const ask = (what: string) => void asked.push(what)
  return {
    asked,
    get run() {
      return run
    },
    tell(event) {
      for (const listener of listeners) listener(event)
    },
    capabilities: ABLE,
    play(next) {
      run = next
      ask(`play ${next.from.turn}.${next.from.sentence}`)
    },
    pause: () => ask('pause'),
    stop: () => ask('stop'),
    stopBefore: (until) => ask(`stopBefore ${until ? `${until.turn}.${until.sentence}` : 'end'}`),
    setRate: (rate) => ask(`setRate ${rate}`),
    setVolume: (volume) => ask(`setVolume ${volume}`),
    voices: () => [{ id: 'a', name: 'A', language: 'en-US', isLocal: true }],
    setVoices: (choice) => ask(`setVoices ${JSON.stringify(choice)}`),
    sample: (role) => ask(`sample ${role}`),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      listeners.clear()
      ask('close')
    },
  }
}
