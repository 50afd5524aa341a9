import type { Interview } from '../domain/interview.ts'
import type { Narrator, NarratorEvent, Run, VoiceChoice } from '../domain/playback/narrator.ts'
import { narratorListeners } from './narratorListeners.ts'
import { pacedNarrator } from './pacedNarrator.ts'
import { browserSpeech, type Speech } from './speechEngine.ts'
import { speechNarrator } from './speechNarrator.ts'

interface NarratorOptions {
  /** Null where the browser cannot speak. */
  readonly speech: Speech | null
  readonly host: Pick<Window, 'addEventListener' | 'removeEventListener'>
  /** The pace without a voice, at the moment. */
  wordsPerMinute(): number
}

/** The narrator for an interview in this browser: its voices, and where there are none for the language a reading pace. */
export function openNarrator(interview: Interview, wordsPerMinute: () => number): Narrator {
  return narratorFor(interview, { speech: browserSpeech(), host: window, wordsPerMinute })
}

/** The same in any world that is handed in. */
export function narratorFor(interview: Interview, { speech, host, wordsPerMinute }: NarratorOptions): Narrator {
  const paced = () => pacedNarrator(interview, { wordsPerMinute, silentBecause: 'no-voices' })
  return speech ? withStandIn(speechNarrator(interview, { speech, host }), paced) : paced()
}

/**
 * A narrator whose place another takes for good once it has no voices: the run goes on with the stand-in, after a
 * `changed` that tells what that one can do. Never both at work.
 */
export function withStandIn(first: Narrator, openStandIn: () => Narrator): Narrator {
  const listeners = narratorListeners()
  let current = first
  let run: Run | null = null
  let rate: number | null = null
  let isClosed = false

  const hear = (event: NarratorEvent) => {
    if (current === first && event.kind === 'failed' && event.reason === 'no-voices') return replace()
    if (event.kind === 'finished' || event.kind === 'failed') run = null
    listeners.emit(event)
  }
  const replace = () => {
    stopHearing()
    first.close()
    if (isClosed) return
    current = openStandIn()
    stopHearing = current.subscribe(hear)
    if (rate !== null) current.setRate(rate)
    listeners.emit({ kind: 'changed', capabilities: current.capabilities })
    if (run) current.play(run)
  }
  let stopHearing = first.subscribe(hear)

  return {
    get capabilities() {
      return current.capabilities
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
    setVolume: (volume) => current.setVolume(volume),
    voices: () => current.voices(),
    setVoices: (choice: VoiceChoice) => current.setVoices(choice),
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
