import type { Page } from '@playwright/test'

/** What the stub was asked to say, in order. */
export interface Said {
  readonly text: string
  readonly voice: string
  readonly rate: number
  readonly volume: number
}

/**
 * Gives a page voices: a stub of the Web Speech API that tells starts, words and ends in time, so that every machine reads
 * aloud alike. `perCharacter` is how long a character takes at rate 1, in ms.
 */
export async function giveVoices(page: Page, { perCharacter = 15 } = {}): Promise<void> {
  await page.addInitScript((msPerCharacter) => {
    class StubUtterance extends EventTarget {
      voice: { name: string } | null = null
      lang = ''
      rate = 1
      pitch = 1
      volume = 1
      readonly text: string
      constructor(text: string) {
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
    const said: Said[] = []
    let timers: ReturnType<typeof setTimeout>[] = []
    let current: StubUtterance | null = null
    const fire = (type: string, details = {}) => current?.dispatchEvent(Object.assign(new Event(type), details))
    const synthesis = Object.assign(new EventTarget(), {
      paused: false,
      pending: false,
      get speaking() {
        return current !== null
      },
      getVoices: () => voices,
      speak(utterance: StubUtterance) {
        if (utterance.text === '') return // asks for leave to speak, no more
        current = utterance
        const { text, rate, volume, voice } = utterance
        said.push({ text, rate, volume, voice: voice?.name ?? '' })
        const at = (characters: number, act: () => void) =>
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
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.assign(window, { SpeechSynthesisUtterance: StubUtterance, saidByStub: said })
  }, perCharacter)
}

/** What the page has said so far. */
export function saidBy(page: Page): Promise<readonly Said[]> {
  // Put there by the stub.
  return page.evaluate(() => (window as unknown as { saidByStub: Said[] }).saidByStub)
}
