/* oxlint-disable unicorn/consistent-function-scoping -- all of it is sent into the page as one function */
/**
 * @typedef {object} Said What the stub was asked to say.
 * @property {string} text
 * @property {string} voice
 * @property {number} rate
 * @property {number} volume
 */

/**
 * Gives a page voices: a stub of the Web Speech API that tells starts, words and ends in time, so that every machine reads
 * aloud alike. It is sent into the page as text, so it may use nothing from outside of it.
 *
 * @param {number} msPerCharacter how long a character takes at rate 1
 */
export function voicesInPage(msPerCharacter) {
  class StubUtterance extends EventTarget {
    /** @type {{ name: string } | null} */
    voice = null
    lang = ''
    rate = 1
    pitch = 1
    volume = 1
    /** @param {string} text */
    constructor(text) {
      super()
      this.text = text
    }
  }
  const voices = ['Ada', 'Ben', 'Cleo'].map((name, index) => ({
    name,
    voiceURI: name,
    lang: 'en-US',
    localService: true,
    default: index === 0,
  }))
  /** @type {Said[]} */
  const said = []
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = []
  /** @type {StubUtterance | null} */
  let current = null
  const fire = (/** @type {string} */ type, details = {}) =>
    current?.dispatchEvent(Object.assign(new Event(type), details))
  const synthesis = Object.assign(new EventTarget(), {
    paused: false,
    pending: false,
    getVoices: () => voices,
    /** @param {StubUtterance} utterance */
    speak(utterance) {
      if (utterance.text === '') return // asks for leave to speak, no more
      current = utterance
      const { text, rate, volume, voice } = utterance
      said.push({ text, rate, volume, voice: voice?.name ?? '' })
      const at = (/** @type {number} */ characters, /** @type {() => void} */ act) =>
        timers.push(setTimeout(act, (characters * msPerCharacter) / rate))
      at(0, () => fire('start'))
      for (const { 0: word, index } of text.matchAll(/\S+/g))
        at(index, () => fire('boundary', { name: 'word', charIndex: index, charLength: word.length }))
      at(text.length, () => {
        const ended = current
        current = null
        ended?.dispatchEvent(new Event('end'))
      })
    },
    cancel() {
      for (const timer of timers) clearTimeout(timer)
      timers = []
      fire('error', { error: 'interrupted' })
      current = null
    },
    resume() {},
  })
  Object.defineProperty(synthesis, 'speaking', { get: () => current !== null })
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  Object.assign(window, { SpeechSynthesisUtterance: StubUtterance, saidByStub: said })
}
