import { turnText, type Interview } from '../domain/interview.ts'
import { rangeOfCursor } from '../domain/playback/cursor.ts'
import type { Capabilities, Failure, Narrator } from '../domain/playback/narrator.ts'
import { ALL_RATES, clampRate } from '../domain/playback/rates.ts'
import { narratorListeners } from './narratorListeners.ts'
import { narratorRun } from './narratorRun.ts'
import { speechCast } from './speechCast.ts'
import { speechEngine, type Speech } from './speechEngine.ts'
import { REMOTE_LENGTH, speechPieces } from './speechPieces.ts'
import { speechSentences } from './speechSentences.ts'
import { voiceList } from './voiceList.ts'

/** How long a voice for the language is waited for since voices were first asked for, in ms: Chromium has it after up to 4 s at its very first start. */
const VOICES_MS = 2000

interface SpeechOptions {
  readonly speech: Speech
  /** Where it is told that the page goes away. */
  readonly host: Pick<Window, 'addEventListener' | 'removeEventListener'>
}

/** Reads aloud with the browser's voices, a sentence at a time. */
export function speechNarrator(interview: Interview, { speech, host }: SpeechOptions): Narrator {
  const engine = speechEngine(speech)
  const listeners = narratorListeners()
  const list = voiceList(speech.synthesis)
  const cast = speechCast(interview, list)
  const run = narratorRun(interview, listeners.emit)

  let rate = 1
  let volume = 1
  let marksWords = false
  let isClosed = false
  let stopWaiting: (() => void) | null = null

  const capabilities = (): Capabilities => ({
    isAudible: true,
    marksWords,
    hasVolume: true,
    hasVoices: cast.voices().length > 0,
    hasPace: false,
    keepsTime: false,
    rates: ALL_RATES,
    silentBecause: null,
  })
  const tellChange = () => listeners.emit({ kind: 'changed', capabilities: capabilities() })

  const silence = () => {
    stopWaiting?.()
    stopWaiting = null
    sentences.silence()
  }
  const end = () => {
    run.end()
    silence()
  }
  const fail = (reason: Failure) => {
    silence()
    cast.revive()
    run.fail(reason)
  }

  const sentences = speechSentences(interview, {
    run,
    cast,
    engine,
    loudness: () => ({ rate, volume }),
    onWord() {
      if (marksWords) return
      marksWords = true
      tellChange()
    },
    onFail: fail,
  })

  const handlePageHide = () => fail('interrupted') // else Chrome goes on speaking after the page is gone
  host.addEventListener('pagehide', handlePageHide)
  const stopListening = list.subscribe(tellChange)

  return {
    get capabilities() {
      return capabilities()
    },
    play(next) {
      silence()
      if (isClosed) return
      run.start(next)
      stopWaiting = list.whenThere(
        () => cast.voices().length > 0,
        VOICES_MS,
        () => sentences.begin(next.from),
      )
    },
    pause: end,
    stop: end,
    stopBefore: run.stopBefore,
    setRate(next) {
      rate = clampRate(next, ALL_RATES)
      sentences.changeSoon()
    },
    setVolume(next) {
      volume = Math.min(Math.max(next || 0, 0), 1)
      sentences.changeSoon()
    },
    voices: cast.voices,
    setVoices(choice) {
      cast.choose(choice)
      sentences.changeSoon()
    },
    sample(role) {
      end()
      const label = cast.firstOf(role)
      const spoken = label === null ? null : cast.voiceOf(label)
      const turn = interview.turns.findIndex(({ speaker }) => speaker === label)
      const range = rangeOfCursor(interview, { turn, sentence: 0 })
      const words = interview.turns[turn]
      if (isClosed || !spoken || !range || !words) return
      const [{ start, end: stop } = range] = speechPieces(turnText(words), range, REMOTE_LENGTH)
      engine.say({ text: turnText(words).slice(start, stop).trimEnd(), ...spoken, rate, volume }, UNHEARD)
    },
    subscribe: listeners.subscribe,
    close() {
      end()
      isClosed = true
      stopListening()
      host.removeEventListener('pagehide', handlePageHide)
      listeners.clear()
    },
  }
}

/** A sample moves no place, and one that fails is not heard, which says enough. */
const UNHEARD = { onStart() {}, onWord() {}, onEnd() {}, onTrouble() {} }
