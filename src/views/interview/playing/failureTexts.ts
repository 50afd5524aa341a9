import type { Failure } from '../../../domain/playback/narrator.ts'
import { UNREACHED } from '../usePlaying.ts'

/** What a reader is told when playing has failed, and what they can do. */
export const FAILURE_TEXTS: Readonly<Record<Failure, string>> = {
  'no-voices': 'There is no voice for this language here.',
  'voice-died': 'The voice fell silent. Press play to go on.',
  'not-allowed': 'The browser does not let the page speak. Press play once more.',
  network: UNREACHED,
  missing: 'The recording is not there. Press play to have the text read.',
  unsupported: 'This browser cannot play the recording. Press play to have the text read.',
  decoding: 'The recording cannot be played from here. The text can be read on.',
  device: 'There is nothing to sound through.',
  interrupted: 'Something else took the sound. Press play to go on.',
}
