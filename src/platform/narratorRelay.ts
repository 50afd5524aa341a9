import type { Narrator, NarratorEvent, Run, VoiceChoice } from '../domain/playback/narrator.ts'
import { narratorListeners } from './narratorListeners.ts'

/** A narrator whose place others can take. */
export interface NarratorRelay extends Narrator {
  /** Closes the one that is at work, and has the next do what that one was told: the run goes on with it. */
  handOver(next: Narrator): void
}

/**
 * A narrator that others can follow on; never are two at work. What each says goes through `hear`, which passes it on by
 * `emit`, and may hand over before or after.
 */
export function narratorRelay(
  first: Narrator,
  hear: (event: NarratorEvent, emit: (event: NarratorEvent) => void) => void,
): NarratorRelay {
  const listeners = narratorListeners()
  let current = first
  let run: Run | null = null
  let rate: number | null = null
  let volume: number | null = null
  let voices: VoiceChoice | null = null
  let isClosed = false

  const follow = (narrator: Narrator) =>
    narrator.subscribe((event) => {
      hear(event, (passed) => {
        if (passed.kind === 'finished' || passed.kind === 'failed') run = null
        listeners.emit(passed)
      })
    })
  let stopHearing = follow(first)

  return {
    get capabilities() {
      return current.capabilities
    },
    handOver(next) {
      stopHearing()
      if (current !== next) current.close()
      if (isClosed) return next.close()
      current = next
      stopHearing = follow(next)
      if (voices) next.setVoices(voices)
      if (rate !== null) next.setRate(rate)
      if (volume !== null) next.setVolume(volume)
      listeners.emit({ kind: 'changed', capabilities: next.capabilities })
      if (run) next.play(run)
    },
    play(next) {
      run = next
      current.play(next)
    },
    pause() {
      run = null
      current.pause()
    },
    stop() {
      run = null
      current.stop()
    },
    stopBefore(until) {
      if (run) run = { ...run, until }
      current.stopBefore(until)
    },
    setRate(next) {
      rate = next
      current.setRate(next)
    },
    setVolume(next) {
      volume = next
      current.setVolume(next)
    },
    voices: () => current.voices(),
    setVoices(next) {
      voices = next
      current.setVoices(next)
    },
    sample(role) {
      run = null
      current.sample(role)
    },
    subscribe: listeners.subscribe,
    close() {
      isClosed = true
      run = null
      stopHearing()
      current.close()
      listeners.clear()
    },
  }
}
