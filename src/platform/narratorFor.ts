import type { Interview } from '../domain/interview.ts'
import type { Narrator } from '../domain/playback/narrator.ts'
import { RECORDING_ELEMENT } from '../domain/ports.ts'
import { narratorRelay } from './narratorRelay.ts'
import { pacedNarrator } from './pacedNarrator.ts'
import { browserSpeech, type Speech } from './speechEngine.ts'
import { speechNarrator } from './speechNarrator.ts'
import { recordingNarrator } from './recordingNarrator.ts'

interface NarratorOptions {
  /** Null where the browser cannot speak. */
  readonly speech: Speech | null
  readonly host: Pick<Window, 'addEventListener' | 'removeEventListener'>
  /** The pace without a voice, at the moment. */
  wordsPerMinute(): number
}

/** The narrator for an interview in this browser: its recording, else the browser's voices, else a reading pace. */
export function narratorFor(interview: Interview, wordsPerMinute: () => number): Narrator {
  const openVoices = () => readerFor(interview, { speech: browserSpeech(), host: window, wordsPerMinute })
  const { recording } = interview
  if (!recording) return openVoices()
  return withRecording(recordingNarrator(interview, recording, { findMedia, statusOf, host: window }), openVoices)
}

/** The narrator without a recording, in any world that is handed in. */
export function readerFor(interview: Interview, { speech, host, wordsPerMinute }: NarratorOptions): Narrator {
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
 * Plays the recording. One that is not there, or that cannot be played at all, is told as a failure; when the reader
 * presses play again, the stand-in reads instead.
 */
export function withRecording(first: Narrator, openStandIn: () => Narrator): Narrator {
  const relay = narratorRelay(first, (event, emit) => {
    emit(event)
    const isLost = event.kind === 'failed' && (event.reason === 'missing' || event.reason === 'unsupported')
    if (isLost) relay.handOver(openStandIn())
  })
  return relay
}

function findMedia(): HTMLMediaElement | null {
  const element = document.getElementById(RECORDING_ELEMENT)
  return element instanceof HTMLMediaElement ? element : null
}

async function statusOf(address: string): Promise<number> {
  return (await fetch(address, { method: 'HEAD' })).status
}
