import type { Speech } from '../../src/platform/speechEngine.ts'

/** What a stub of the Web Speech API is told to do. Times are in ms. */
export interface SpeechStubOptions {
  readonly voices?: readonly StubVoice[]
  /** How long after the first question for them the voices are there; never: Infinity. */
  readonly voicesAfter?: number
  /** How long it takes until an utterance starts. */
  readonly startAfter?: number
  /** How long a character takes at rate 1. */
  readonly perCharacter?: number
  readonly hasBoundaries?: boolean
  /** Tells that an utterance starts. */
  readonly hasStarts?: boolean
  /** Boundary events come with a length. */
  readonly hasLengths?: boolean
  /** What goes wrong with an utterance, by its text and its voice. */
  faultOf?(text: string, voice: string): SpeechFault | null
}

export type SpeechFault =
  | 'stalls' // starts and falls silent; `speaking` stays true
  | 'endless' // is said, but its `end` never comes
  | 'lost' // nothing comes of it at all
  | SpeechSynthesisErrorCode

export interface StubVoice {
  readonly name: string
  readonly lang: string
  readonly localService?: boolean
  readonly default?: boolean
}

export interface Spoken {
  readonly text: string
  readonly voice: string
  readonly lang: string
  readonly pitch: number
  readonly rate: number
  readonly volume: number
}

export interface SpeechStub extends Speech {
  /** Every utterance that was handed over, in order. */
  readonly spoken: Spoken[]
  /** Events that were told to nobody, since nobody held the utterance any more, are not counted; this is what sounds. */
  sounding(): number
  /** What another page, the system or a key does to all speech. */
  interrupt(): void
}

export const TWO_VOICES: readonly StubVoice[] = [
  { name: 'Ada', lang: 'en-US', localService: true, default: true },
  { name: 'Ben', lang: 'en-US', localService: true },
]

class StubUtterance extends EventTarget {
  voice: { name: string } | null = null
  lang = ''
  pitch = 1
  rate = 1
  volume = 1
  readonly text: string
  constructor(text: string) {
    super()
    this.text = text
  }
  tell(type: string, more: object = {}) {
    this.dispatchEvent(Object.assign(new Event(type), { charIndex: 0, elapsedTime: 0, ...more }))
  }
}

/**
 * A speech engine with the manners of browsers: one queue, events that come later, `cancel` that needs a moment (what is
 * spoken in the same task is lost) and then tells `interrupted`. It runs on timers, which tests fake.
 */
export function speechStub({
  voices = TWO_VOICES,
  voicesAfter = 0,
  startAfter = 20,
  perCharacter = 20,
  hasBoundaries = false,
  hasStarts = true,
  hasLengths = true,
  faultOf = () => null,
}: SpeechStubOptions = {}): SpeechStub {
  const known = voices.map((voice) => ({ localService: true, default: false, voiceURI: voice.name, ...voice }))
  const queue: StubUtterance[] = []
  const spoken: Spoken[] = []
  let current: StubUtterance | null = null
  let isSounding = false
  let isCancelling = false
  let asked = false
  let areThere = voicesAfter === 0
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
  }

  const next = () => {
    if (current) return
    const utterance = queue.shift()
    if (!utterance) return
    const { text, voice, rate } = utterance
    const fault = faultOf(text, voice?.name ?? '')
    if (fault === 'lost') return
    current = utterance
    const end = (type: string, more?: object) => {
      current = null
      isSounding = false
      utterance.tell(type, more)
      next()
    }
    later(startAfter, () => {
      if (fault && fault !== 'stalls' && fault !== 'endless') return end('error', { error: fault })
      isSounding = true
      if (hasStarts) utterance.tell('start')
      if (fault === 'stalls') return
      if (hasBoundaries)
        for (const { 0: word, index } of text.matchAll(/\S+/g))
          later((index * perCharacter) / rate, () =>
            utterance.tell('boundary', {
              name: 'word',
              charIndex: index,
              ...(hasLengths ? { charLength: word.length } : {}),
            }),
          )
      later((text.length * perCharacter) / rate, () => {
        if (fault === 'endless') [current, isSounding] = [null, false]
        else end('end')
      })
    })
  }

  const cancel = () => {
    const cut = current ? [current, ...queue] : [...queue]
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
    queue.length = 0
    current = null
    isSounding = false
    for (const utterance of cut) setTimeout(() => utterance.tell('error', { error: 'interrupted' }), 0)
  }

  const synthesis = Object.assign(new EventTarget(), {
    paused: false,
    getVoices() {
      if (!asked && !areThere && Number.isFinite(voicesAfter))
        setTimeout(() => {
          areThere = true
          synthesis.dispatchEvent(new Event('voiceschanged'))
        }, voicesAfter)
      asked = true
      return areThere ? known : []
    },
    speak(utterance: StubUtterance) {
      const { text, voice, lang, pitch, rate, volume } = utterance
      spoken.push({ text, voice: voice?.name ?? '', lang, pitch, rate, volume })
      if (isCancelling) return
      queue.push(utterance)
      next()
    },
    cancel() {
      isCancelling = true
      setTimeout(() => (isCancelling = false), 0)
      cancel()
    },
    pause() {},
    resume() {},
  })
  Object.defineProperty(synthesis, 'speaking', { get: () => current !== null })
  Object.defineProperty(synthesis, 'pending', { get: () => queue.length > 0 })
  return {
    synthesis: synthesis as unknown as SpeechSynthesis, // as much of it as a narrator may use
    makeUtterance: (text) => new StubUtterance(text) as unknown as SpeechSynthesisUtterance,
    spoken,
    sounding: () => (isSounding ? 1 : 0) + (isSounding && queue.length > 0 ? 1 : 0),
    interrupt: cancel,
  }
}
