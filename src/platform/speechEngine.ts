import { spokenSeconds } from '../domain/timeline.ts'
import type { Failure } from '../domain/playback/narrator.ts'

/** The browser's speech, or a stub of it. */
export interface Speech {
  readonly synthesis: SpeechSynthesis
  makeUtterance(text: string): SpeechSynthesisUtterance
}

/** Speech where the browser has it (W3C Web Speech API); null elsewhere. */
export function browserSpeech(): Speech | null {
  if (typeof speechSynthesis === 'undefined' || typeof SpeechSynthesisUtterance === 'undefined') return null
  return { synthesis: speechSynthesis, makeUtterance: (text) => new SpeechSynthesisUtterance(text) }
}

/** What is said at once, and how. */
export interface Saying {
  readonly text: string
  readonly voice: SpeechSynthesisVoice
  readonly pitch: number
  readonly rate: number
  readonly volume: number
}

/** Why something was not said to its end; `lost`: the engine never began, and does nothing. */
export type SpeechTrouble =
  | Extract<Failure, 'voice-died' | 'not-allowed' | 'network' | 'device' | 'interrupted'>
  | 'lost'

export interface SayingListener {
  onStart(): void
  onWord(at: { readonly charIndex: number; readonly charLength?: number }): void
  onEnd(): void
  onTrouble(trouble: SpeechTrouble): void
}

/** How long an engine may take to begin, in ms. speech-dispatcher needs up to 4 s for its first word (Debian 12, 2026). */
const START_MS = 5000
/** How much longer than expected it may take: slow voices say 90 words a minute, and 150 are expected. */
const PATIENCE = 2
/** What is waited for on top of that, in ms: short words take their time, networks too. */
const END_MS = 3000

/** What engines make a sound of. Of other text ("…") some never tell the end. */
const SAYABLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
/** How long the silence is that such text stands for, in ms. */
const SILENT_MS = 400

/** https://webaudio.github.io/web-speech-api/#utterance-error-codes */
const TROUBLES: Partial<Record<SpeechSynthesisErrorCode, SpeechTrouble>> = {
  'audio-busy': 'device',
  'audio-hardware': 'device',
  canceled: 'interrupted',
  interrupted: 'interrupted',
  network: 'network',
  'not-allowed': 'not-allowed',
}

export interface SpeechEngine {
  /** Says this instead of whatever is being said. At once when nothing was: browsers ask for that in a gesture. */
  say(saying: Saying, listener: SayingListener): void
  silence(): void
}

/** One voice at a time, that tells reliably how it goes: the cures for what browsers do wrong are here. */
export function speechEngine({ synthesis, makeUtterance }: Speech): SpeechEngine {
  /** The number of what is being said: events of anything before do nothing. */
  let ticket = 0
  /** Held until the end: an utterance that nobody holds is collected, and its `end` lost (WebKit until 2023, Chrome). */
  let held: SpeechSynthesisUtterance | null = null
  let watchdog: ReturnType<typeof setTimeout> | undefined
  let speaking: ReturnType<typeof setTimeout> | undefined
  /** Cancelling takes a moment; what is said in the same task is lost (speech-dispatcher, Chrome on Linux). */
  let isSettling = false
  let isFirst = true

  const cancel = () => {
    isSettling = true
    setTimeout(() => (isSettling = false), 0)
    synthesis.cancel()
  }

  const silence = () => {
    ticket += 1
    clearTimeout(watchdog)
    clearTimeout(speaking)
    if (!held) return
    held = null
    cancel()
  }

  const say = (saying: Saying, { onStart, onWord, onEnd, onTrouble }: SayingListener) => {
    silence()
    const own = ticket
    if (!SAYABLE.test(saying.text)) {
      speaking = setTimeout(onEnd, SILENT_MS)
      return
    }
    const utterance = makeUtterance(saying.text)
    const { voice, pitch, rate, volume } = saying
    Object.assign(utterance, { voice, lang: voice.lang.replaceAll('_', '-'), pitch, rate, volume })
    let hasBegun = false

    const finish = (act: () => void) => {
      ticket += 1
      clearTimeout(watchdog)
      held = null
      act()
    }
    /** Waits for so many ms, then takes what happened from what the engine says it is doing. */
    const watch = (ms: number) => {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => {
        const isBusy = synthesis.speaking || synthesis.pending
        if (hasBegun && !isBusy) return finish(onEnd) // only its `end` got lost
        // Busy and mute: Chrome's network voices after 15 s, or no sound card.
        finish(() => {
          cancel()
          onTrouble(hasBegun || isBusy ? 'voice-died' : 'lost')
        })
      }, ms)
    }
    const watchRest = (from: number) =>
      watch((spokenSeconds(saying.text.slice(from)) * 1000 * PATIENCE) / rate + END_MS)

    const whileOwn =
      <Event>(act: (event: Event) => void) =>
      (event: Event) => {
        if (ticket === own) act(event)
      }
    utterance.addEventListener(
      'start',
      whileOwn(() => {
        hasBegun = true
        watchRest(0)
        onStart()
      }),
    )
    utterance.addEventListener(
      'boundary',
      whileOwn((event) => {
        if (event.name !== 'word') return // Safari and Firefox tell sentences as well
        hasBegun = true
        watchRest(event.charIndex)
        onWord(event)
      }),
    )
    utterance.addEventListener(
      'end',
      whileOwn(() => finish(onEnd)),
    )
    utterance.addEventListener(
      'error',
      whileOwn(({ error }) => finish(() => onTrouble(TROUBLES[error] ?? 'voice-died'))),
    )

    const speak = () => {
      watch(START_MS)
      if (synthesis.paused) synthesis.resume() // another page, or a key of the keyboard, may have paused all speech
      synthesis.speak(utterance)
    }
    held = utterance
    if (isFirst && (synthesis.speaking || synthesis.pending)) cancel() // left by the page before
    isFirst = false
    if (isSettling) speaking = setTimeout(speak, 0)
    else speak()
  }

  return { say, silence }
}
