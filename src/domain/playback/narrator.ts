import type { Interview, Role } from '../interview.ts'
import type { Cursor } from './cursor.ts'

/** What a narrator can do. The player shows what it finds here, and never asks which narrator it is. */
export interface Capabilities {
  /** It makes a sound; otherwise it only moves the place. */
  readonly isAudible: boolean
  /** Words are reached one by one. May become true while it plays: a browser tells it of a voice by using it. */
  readonly marksWords: boolean
  readonly hasVolume: boolean
  /** There are voices to choose from. */
  readonly hasVoices: boolean
  /** It goes at the reader's own words per minute. */
  readonly hasPace: boolean
  /** Its times are those of a recording, not estimates from the words. */
  readonly keepsTime: boolean
  /** The slowest and the fastest rate, as factors of its usual speed. */
  readonly rates: { readonly slowest: number; readonly fastest: number }
  /** Why it moves without a sound where a voice was looked for; null where nothing is missing. */
  readonly silentBecause: 'no-voices' | null
}

/** A stretch of an interview to be said without a break. */
export interface Run {
  /** Stands in every event of this run. A later run has a higher one. */
  readonly generation: number
  readonly from: Cursor
  /** The first sentence that is not said any more; null for the end of the interview. */
  readonly until: Cursor | null
  /** The reader paused in this very sentence: a narrator that can goes on there, others begin the sentence again. */
  readonly isResumed: boolean
}

/** Why a narrator cannot go on. */
export type Failure =
  | 'no-voices' // none for the language, or none at all
  | 'voice-died' // it fell silent or gave an error, and so did the one that was tried instead
  | 'not-allowed' // the browser wants a gesture of the reader first
  | 'network'
  | 'missing' // the recording is not there
  | 'unsupported' // it is of a kind that this browser does not know, or no sound at all
  | 'decoding' // it is damaged or cut short, or the server does not let it begin in the middle
  | 'device' // nothing to sound through
  | 'interrupted' // something else on this machine silenced it

/** Each with the generation of the run that it belongs to, so that what is left of a cancelled run does nothing. */
export type NarratorEvent =
  | { readonly kind: 'sentence'; readonly generation: number; readonly cursor: Cursor } // begins to say it
  /** Reached a word: `start` and `end` (not included) in UTF-16 code units of the turn's text. */
  | {
      readonly kind: 'word'
      readonly generation: number
      readonly turn: number
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'turnEnd'; readonly generation: number; readonly turn: number } // and goes on with the next
  | { readonly kind: 'finished'; readonly generation: number } // said everything up to `until`
  | { readonly kind: 'stalled'; readonly generation: number } // waits for its sound to be loaded
  | { readonly kind: 'flowing'; readonly generation: number } // sounds again after it stalled
  | { readonly kind: 'failed'; readonly generation: number; readonly reason: Failure }
  /** What it can do, or the voices to choose from, are others now. Belongs to no run. */
  | { readonly kind: 'changed'; readonly capabilities: Capabilities }

/** A voice that the reader can choose. */
export interface Voice {
  readonly id: string
  readonly name: string
  /** A BCP 47 language tag. */
  readonly language: string
  /** It speaks without the network. */
  readonly isLocal: boolean
}

/** The ids of the voices that the reader chose for interviewers and for guests; what is left out is chosen for them. */
export type VoiceChoice = Readonly<Partial<Record<Role, string>>>

/**
 * Says an interview, or moves through it: made for one interview, and closed when another is opened.
 *
 * A run is answered by a `sentence` for its first sentence, also when it is resumed; then come, in order, every further
 * sentence, a `turnEnd` after each turn, and one `finished`, or one `failed` that ends it. After `pause`, `stop`, `close`
 * or a new `play` no event of the run follows. Methods may be called at any time in any order, and never throw.
 */
export interface Narrator {
  readonly capabilities: Capabilities
  /** Begins a run and ends the one before. In a reader's gesture: browsers allow sound only then. */
  play(run: Run): void
  /** Falls silent and remembers the moment for a resumed run, if it can. */
  pause(): void
  /** Falls silent for good. */
  stop(): void
  /** Moves the end of the current run, which the place has not reached yet. */
  stopBefore(until: Cursor | null): void
  /** A factor of the usual speed, at once and for all runs to come. */
  setRate(rate: number): void
  /** From 0, silent, to 1. */
  setVolume(volume: number): void
  /** The voices that speak the interview's language, the best first; none where voices cannot be chosen. */
  voices(): readonly Voice[]
  setVoices(choice: VoiceChoice): void
  /** Says one sentence of that part, as it would sound; ends the current run. */
  sample(role: Role): void
  /** Calls back at every event; returns the way to stop it. */
  subscribe(listener: (event: NarratorEvent) => void): () => void
  /** Falls silent, and lets go of everything that it listens to. */
  close(): void
}

/** Makes a narrator for an interview, the best that there is. `wordsPerMinute` tells the reader's pace at any moment. */
export type OpenNarrator = (interview: Interview, wordsPerMinute: () => number) => Narrator
