import type { TextRange } from '../quote.ts'
import { FIRST, type Cursor } from './cursor.ts'
import type { Capabilities, Failure, NarratorEvent, Run } from './narrator.ts'
import { DEFAULT_OPTIONS, type PlaybackOptions, type Outcome } from './plan.ts'
import { ALL_RATES } from './rates.ts'

/** What playing is at. A narrator is at work while it is `starting` or `playing`, and at no other time. */
export type Phase =
  | { readonly kind: 'idle' }
  /** Asked for, or waiting for its sound. */
  | { readonly kind: 'starting'; readonly run: Run; readonly outcome: Outcome; readonly word: TextRange | null }
  /** `word` is the word that is reached, in its turn's text; null while no words are told. */
  | { readonly kind: 'playing'; readonly run: Run; readonly outcome: Outcome; readonly word: TextRange | null }
  /** `isCut`: nothing has moved the place since, so that the narrator may go on in the middle of the sentence. */
  | { readonly kind: 'paused'; readonly isCut: boolean; readonly word: TextRange | null }
  /** Waits for the reader, to hear it again or to go on with `next`. */
  | { readonly kind: 'waiting'; readonly after: 'answer' | 'sentence'; readonly next: Cursor }
  /** Came to where it was to stop, with something `next`; or to the end, with nothing. */
  | { readonly kind: 'ended'; readonly at: 'turn' | 'topic'; readonly next: Cursor }
  | { readonly kind: 'ended'; readonly at: 'end'; readonly next: null }
  | { readonly kind: 'failed'; readonly reason: Failure }

/** All that is to know of playing. */
export interface Playback {
  readonly phase: Phase
  /** The sentence that is being said, or was last, or is to be said next. */
  readonly cursor: Cursor
  /** The number of the last run. */
  readonly generation: number
  readonly options: PlaybackOptions
  /** A factor of the usual speed. */
  readonly rate: number
  /** From 0 to 1; kept while it is muted. */
  readonly volume: number
  readonly isMuted: boolean
  readonly capabilities: Capabilities
}

export type PlaybackEvent =
  /** Plays from a place, or goes on. */
  | { readonly kind: 'play'; readonly from?: Cursor }
  | { readonly kind: 'pause' }
  /** Falls silent for good: the reader goes elsewhere. */
  | { readonly kind: 'stop' }
  /** The answer or sentence once more; at the end, all of it. */
  | { readonly kind: 'again' }
  | { readonly kind: 'step'; readonly unit: 'sentence' | 'turn' | 'answer'; readonly by: 1 | -1 }
  /** Goes to a place; what plays goes on from there, what is silent stays so. */
  | { readonly kind: 'jump'; readonly to: Cursor }
  | { readonly kind: 'choose'; readonly options: Partial<PlaybackOptions> }
  | { readonly kind: 'setRate'; readonly rate: number }
  | { readonly kind: 'stepRate'; readonly by: 1 | -1 }
  | { readonly kind: 'setVolume'; readonly volume: number }
  | { readonly kind: 'mute'; readonly isMuted: boolean }
  | { readonly kind: 'narrator'; readonly event: NarratorEvent }

/** Before there is a narrator nothing is known of it, and nothing promised. */
export const NO_NARRATOR: Capabilities = {
  isAudible: false,
  marksWords: false,
  hasVolume: false,
  hasVoices: false,
  hasPace: false,
  keepsTime: false,
  rates: ALL_RATES,
  silentBecause: null,
}

/** Nothing plays yet. */
export function initialPlayback(capabilities: Capabilities, kept: Partial<Playback> = {}): Playback {
  const usual = { cursor: FIRST, generation: 0, options: DEFAULT_OPTIONS, rate: 1, volume: 1, isMuted: false }
  return { ...usual, ...kept, capabilities, phase: { kind: 'idle' } }
}

/** The run that a narrator is at; null while none is at work. */
export function runOf({ phase }: Playback): Run | null {
  return phase.kind === 'starting' || phase.kind === 'playing' ? phase.run : null
}
