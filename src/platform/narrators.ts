import type { Interview } from '../domain/interview.ts'
import type { Narrator } from '../domain/playback/narrator.ts'
import { RECORDING_ELEMENT } from '../domain/ports.ts'
import type { Recording } from '../domain/recording.ts'
import { narratorRelay } from './narratorRelay.ts'
import { pacedNarrator } from './pacedNarrator.ts'
import { browserSpeech, type Speech } from './speechEngine.ts'
import { speechNarrator } from './speechNarrator.ts'
import { recordingCapabilities, waitingNarrator } from './waitingNarrator.ts'

interface NarratorOptions {
  /** Null where the browser cannot speak. */
  readonly speech: Speech | null
  readonly host: Pick<Window, 'addEventListener' | 'removeEventListener'>
  /** The pace without a voice, at the moment. */
  wordsPerMinute(): number
}

/** The narrator for an interview in this browser: its recording, else the browser's voices, else a reading pace. */
export function openNarrator(interview: Interview, wordsPerMinute: () => number): Narrator {
  const openVoices = () => narratorFor(interview, { speech: browserSpeech(), host: window, wordsPerMinute })
  const { recording } = interview
  if (!recording) return openVoices()
  const load = async () => {
    const { recordingNarrator } = await import('./recordingNarrator.ts')
    return () => recordingNarrator(interview, recording, { findMedia, statusOf, host: window })
  }
  return withRecording(recording, load, openVoices)
}

/** The narrator without a recording, in any world that is handed in. */
export function narratorFor(interview: Interview, { speech, host, wordsPerMinute }: NarratorOptions): Narrator {
  const paced = () => pacedNarrator(interview, { wordsPerMinute, silentBecause: 'no-voices' })
  return speech ? withStandIn(speechNarrator(interview, { speech, host }), paced) : paced()
}

/**
 * A narrator whose place another takes for good once it has no voices: the run goes on with the stand-in, after a
 * `changed` that tells what that one can do.
 */
export function withStandIn(first: Narrator, openStandIn: () => Narrator): Narrator {
  const relay = narratorRelay(first, (event, emit) => {
    if (event.kind === 'failed' && event.reason === 'no-voices') relay.handOver(openStandIn())
    else emit(event)
  })
  return relay
}

/**
 * Plays the recording by a program that is loaded for interviews that have one. A recording that is not there, or that
 * cannot be played at all, is told as a failure; when the reader presses play again, the stand-in reads instead.
 */
export function withRecording(
  recording: Recording,
  load: () => Promise<() => Narrator>,
  openStandIn: () => Narrator,
): Narrator {
  const relay = narratorRelay(waitingNarrator(recordingCapabilities(recording)), (event, emit) => {
    emit(event)
    const isLost = event.kind === 'failed' && (event.reason === 'missing' || event.reason === 'unsupported')
    if (isLost) relay.handOver(openStandIn())
  })
  load().then(
    (open) => relay.handOver(open()),
    () => relay.handOver(openStandIn()), // the program could not be loaded
  )
  return relay
}

function findMedia(): HTMLMediaElement | null {
  const element = document.getElementById(RECORDING_ELEMENT)
  return element instanceof HTMLMediaElement ? element : null
}

async function statusOf(address: string): Promise<number> {
  return (await fetch(address, { method: 'HEAD' })).status
}
