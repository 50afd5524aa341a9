import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Narrator, NarratorEvent, Run } from '../../src/domain/playback/narrator.ts'
import { narratorFor } from '../../src/platform/narrators.ts'
import { speechNarrator } from '../../src/platform/speechNarrator.ts'
import { interviewFrom } from '../support/interviews.ts'
import { speechStub, TWO_VOICES, type SpeechFault, type SpeechStubOptions } from '../support/speechStub.ts'
import { CONTRACT_INTERVIEW, describeNarrator } from './narratorContract.ts'

const interview = interviewFrom('talk', CONTRACT_INTERVIEW)
const sentences = [
  'Welcome, Dr. Lee.',
  'What do you do all day?',
  'I read.',
  'Then I write about U.S. foreign policy, as I have done for years.',
  'And I sleep.',
  'Really?',
  'Really.',
  'Every day.',
]

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const worlds: readonly [string, SpeechStubOptions][] = [
  ['a voice', {}],
  ['a voice that tells words', { hasBoundaries: true }],
  ['a voice that tells words without their length', { hasBoundaries: true, hasLengths: false }],
  ['a voice that tells only its ends', { hasStarts: false }],
  ['a voice that is there late', { voicesAfter: 1200 }],
  ['a remote voice', { voices: [{ name: 'Far', lang: 'en-US', localService: false }] }],
  ['a voice whose ends are lost', { faultOf: () => 'endless' }],
]
for (const [name, options] of worlds)
  describeNarrator(name, interview, async (talk) => {
    const speech = speechStub(options)
    const narrator = speechNarrator(talk, { speech, host: window })
    if (options.voicesAfter) await vi.advanceTimersByTimeAsync(options.voicesAfter)
    return {
      narrator,
      advance: async (seconds) => void (await vi.advanceTimersByTimeAsync(seconds * 1000)),
      sounding: speech.sounding,
    }
  })

describeNarrator('a reading pace in place of voices', interview, (talk) => ({
  narrator: narratorFor(talk, { speech: speechStub({ voices: [] }), host: window, wordsPerMinute: () => 200 }),
  advance: async (seconds) => void (await vi.advanceTimersByTimeAsync(seconds * 1000)),
  sounding: () => 0,
}))

const open = (options: SpeechStubOptions = {}, host: Window = window) => {
  const speech = speechStub(options)
  const narrator = speechNarrator(interview, { speech, host })
  const events: NarratorEvent[] = []
  narrator.subscribe((event) => events.push(event))
  return { speech, narrator, events, said: () => speech.spoken.map(({ text }) => text) }
}
const play = (narrator: Narrator, more: Partial<Run> = {}) =>
  narrator.play({ generation: 1, from: { turn: 0, sentence: 0 }, until: null, isResumed: false, ...more })
const kindsOf = (events: readonly NarratorEvent[]) => events.map(({ kind }) => kind)

describe('reading aloud', () => {
  test('speaks in the gesture itself, one utterance for each sentence', async () => {
    const { narrator, said } = open()
    play(narrator)
    expect(said()).toEqual([sentences[0]])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(said()).toEqual(sentences)
  })

  test('gives interviewer and guest voices of their own, and pitches where there is only one', async () => {
    const two = open()
    play(two.narrator)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(two.speech.spoken.map(({ voice }) => voice)).toEqual([
      'Ben',
      'Ben',
      'Ada',
      'Ada',
      'Ada',
      'Ben',
      'Ada',
      'Ada',
    ])
    const one = open({ voices: TWO_VOICES.slice(0, 1) })
    play(one.narrator, { until: { turn: 1, sentence: 1 } })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(one.speech.spoken.map(({ pitch }) => pitch)).toEqual([0.85, 0.85, 1])
  })

  test('takes the voices that the reader chose, also in the middle of a sentence', async () => {
    const { narrator, speech } = open()
    play(narrator)
    await vi.advanceTimersByTimeAsync(100)
    narrator.setVoices({ interviewer: 'Ada', guest: 'Ben' })
    await vi.advanceTimersByTimeAsync(60_000)
    const [cut, again, ...rest] = speech.spoken
    expect([cut?.voice, again?.voice, again?.text]).toEqual(['Ben', 'Ada', sentences[0]])
    expect(rest.map(({ voice }) => voice)).toEqual(['Ada', 'Ben', 'Ben', 'Ben', 'Ada', 'Ben', 'Ben'])
  })

  test('lets the reader hear a sample, and stops for it', async () => {
    const { narrator, speech, events } = open()
    play(narrator)
    await vi.advanceTimersByTimeAsync(100)
    narrator.sample('guest')
    const before = events.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(speech.spoken.at(-1)).toMatchObject({ text: sentences[2], voice: 'Ada' })
    expect(events).toHaveLength(before)
  })

  test('marks words by their offsets in the turn', async () => {
    const { narrator, events } = open({ hasBoundaries: true, hasLengths: false })
    play(narrator, { from: { turn: 0, sentence: 1 }, until: { turn: 1, sentence: 0 } })
    await vi.advanceTimersByTimeAsync(10_000)
    const text = interview.turns[0]!.paragraphs[0]!
    const words = events.flatMap((event) => (event.kind === 'word' ? [text.slice(event.start, event.end)] : []))
    expect(words).toEqual(['What', 'do', 'you', 'do', 'all', 'day'])
    expect(kindsOf(events).indexOf('changed')).toBeLessThan(kindsOf(events).indexOf('word'))
  })
})

describe('a change while it reads', () => {
  test('of the rate says the sentence anew, from the word where it is known', async () => {
    const plain = open()
    play(plain.narrator)
    await vi.advanceTimersByTimeAsync(150)
    plain.narrator.setRate(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(plain.said()).toEqual([sentences[0], ...sentences])
    expect(plain.speech.spoken[1]).toMatchObject({ rate: 2 })

    const told = open({ hasBoundaries: true, perCharacter: 60 })
    play(told.narrator)
    await vi.advanceTimersByTimeAsync(600)
    told.narrator.setRate(2)
    await vi.advanceTimersByTimeAsync(200)
    expect(told.said()).toEqual([sentences[0], 'Dr. Lee.'])
  })

  test('waits until a slider rests, and does nothing where the next utterance has it already', async () => {
    const { narrator, said } = open()
    play(narrator)
    await vi.advanceTimersByTimeAsync(30)
    for (const volume of [0.9, 0.8, 0.7, 1]) {
      narrator.setVolume(volume)
      await vi.advanceTimersByTimeAsync(50)
    }
    await vi.advanceTimersByTimeAsync(100)
    expect(said()).toEqual([sentences[0]])
    narrator.setVolume(0)
    await vi.advanceTimersByTimeAsync(200)
    expect(said()).toHaveLength(2)
  })
})

const dying = (fault: SpeechFault, isSo: (text: string, voice: string) => boolean): SpeechStubOptions => ({
  faultOf: (text, voice) => (isSo(text, voice) ? fault : null),
})

describe('what goes wrong', () => {
  test.each<SpeechFault>(['stalls', 'network', 'synthesis-failed', 'voice-unavailable'])(
    'a voice that %s in a sentence is replaced by the other, and the sentence is said',
    async (fault) => {
      const { narrator, speech, events } = open(
        dying(fault, (text, voice) => voice === 'Ada' && text.startsWith('Then')),
      )
      play(narrator)
      await vi.advanceTimersByTimeAsync(120_000)
      const tries = speech.spoken.filter(({ text }) => text.startsWith('Then'))
      expect(tries.map(({ voice }) => voice)).toEqual(['Ada', 'Ben'])
      expect(events.filter(({ kind }) => kind === 'sentence')).toHaveLength(sentences.length)
      expect(events.at(-1)).toEqual({ kind: 'finished', generation: 1 })
    },
  )

  test('when the other dies too it says so, stops, and begins there again when asked', async () => {
    let isDead = true
    const { narrator, speech, events } = open({
      faultOf: (text) => (isDead && text.startsWith('Then') ? 'stalls' : null),
    })
    play(narrator)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(events.at(-1)).toEqual({ kind: 'failed', generation: 1, reason: 'voice-died' })
    expect(speech.sounding()).toBe(0)
    isDead = false
    play(narrator, { generation: 2, from: { turn: 1, sentence: 1 } })
    expect(speech.spoken.at(-1)?.voice).toBe('Ada') // every voice has another chance
    await vi.advanceTimersByTimeAsync(60_000)
    expect(events.at(-1)).toEqual({ kind: 'finished', generation: 2 })
  })

  test('what the engine lost is said again with the same voice', async () => {
    let losses = 0
    const { narrator, speech, events } = open({
      faultOf: (text) => (text.startsWith('Every') && ++losses === 1 ? 'lost' : null),
    })
    play(narrator)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(speech.spoken.slice(-2)).toEqual([speech.spoken.at(-1), speech.spoken.at(-1)])
    expect(events.at(-1)).toMatchObject({ kind: 'finished' })
  })

  test('a watchdog waits longer for longer text at a slower rate', async () => {
    const { narrator, events } = open(dying('stalls', () => true))
    narrator.setRate(0.5)
    play(narrator, { from: { turn: 1, sentence: 1 } })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(kindsOf(events)).toEqual(['sentence'])
    await vi.advanceTimersByTimeAsync(120_000)
    expect(events.at(-1)).toMatchObject({ kind: 'failed' })
  })

  test('a voice that is slow, at a slow rate, is not taken for dead', async () => {
    const { narrator, speech, events } = open({ perCharacter: 120 })
    narrator.setRate(0.5)
    play(narrator, { from: { turn: 1, sentence: 1 }, until: { turn: 1, sentence: 2 } })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(speech.spoken).toHaveLength(1)
    expect(kindsOf(events)).toEqual(['sentence', 'finished'])
  })

  test('something else that silences all speech is told', async () => {
    const { narrator, speech, events } = open()
    play(narrator)
    await vi.advanceTimersByTimeAsync(100)
    speech.interrupt()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kindsOf(events)).toEqual(['sentence', 'failed'])
    expect(events.at(-1)).toMatchObject({ reason: 'interrupted' })
  })

  test('a browser that wants a gesture first is told at once', async () => {
    const { narrator, events } = open(dying('not-allowed', () => true))
    play(narrator)
    await vi.advanceTimersByTimeAsync(1000)
    expect(events).toEqual([{ kind: 'failed', generation: 1, reason: 'not-allowed' }])
  })

  test('voices that come late are waited for, and not for ever', async () => {
    const late = open({ voicesAfter: 1500 })
    play(late.narrator)
    await vi.advanceTimersByTimeAsync(1400)
    expect(late.said()).toEqual([])
    await vi.advanceTimersByTimeAsync(300)
    expect(late.said()).toEqual([sentences[0]])

    const never = open({ voicesAfter: Number.POSITIVE_INFINITY })
    play(never.narrator)
    await vi.advanceTimersByTimeAsync(2000)
    expect(never.events).toEqual([{ kind: 'failed', generation: 1, reason: 'no-voices' }])
  })

  test('a language whose voices come after those of others is waited for', async () => {
    const { narrator, speech, said, events } = open({ voices: [{ name: 'Anna', lang: 'de' }] })
    play(narrator)
    await vi.advanceTimersByTimeAsync(1000)
    expect(events).toEqual([])
    const more = speechStub().synthesis.getVoices()
    speech.synthesis.getVoices = () => more
    speech.synthesis.dispatchEvent(new Event('voiceschanged'))
    await vi.advanceTimersByTimeAsync(260)
    expect(said()).toEqual([sentences[0]])
  })

  test('what was waited for long enough before it is played is not waited for again', async () => {
    const { narrator, events } = open({ voices: [] })
    await vi.advanceTimersByTimeAsync(3000)
    play(narrator)
    expect(events).toEqual([{ kind: 'failed', generation: 1, reason: 'no-voices' }])
  })

  test('a turn without a word is a silence, not a voice that died', async () => {
    const turns = interview.turns.map((turn, index) => (index === 2 ? { ...turn, paragraphs: ['…'] } : turn))
    const speech = speechStub({ faultOf: (text) => (text === '…' ? 'lost' : null) })
    const narrator = speechNarrator({ ...interview, turns }, { speech, host: window })
    const events: NarratorEvent[] = []
    narrator.subscribe((event) => events.push(event))
    play(narrator, { from: { turn: 2, sentence: 0 } })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kindsOf(events)).toEqual(['sentence', 'turnEnd', 'sentence', 'sentence', 'finished'])
  })

  test('a pause while voices are waited for is a pause', async () => {
    const { narrator, said } = open({ voicesAfter: 1000 })
    play(narrator)
    narrator.pause()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(said()).toEqual([])
  })

  test('a page that goes away falls silent, and knows it when it is shown again', async () => {
    const { narrator, speech, events } = open()
    play(narrator)
    await vi.advanceTimersByTimeAsync(100)
    window.dispatchEvent(new Event('pagehide'))
    expect(speech.sounding()).toBe(0)
    expect(events.at(-1)).toEqual({ kind: 'failed', generation: 1, reason: 'interrupted' })
    narrator.close()
  })

  test('speech that was left by the page before is silenced first', async () => {
    const { narrator, speech, said } = open()
    const left = speech.makeUtterance('Old text that nobody wants to hear any more.')
    speech.synthesis.speak(left)
    await vi.advanceTimersByTimeAsync(50)
    play(narrator)
    expect(speech.sounding()).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(said().slice(1)).toEqual(sentences)
  })
})

const openAny = (options: SpeechStubOptions | null) => {
  const speech = options && speechStub(options)
  const narrator = narratorFor(interview, { speech, host: window, wordsPerMinute: () => 200 })
  const events: NarratorEvent[] = []
  narrator.subscribe((event) => events.push(event))
  return { narrator, events }
}

describe('without a voice for the language', () => {
  test.each<[string, SpeechStubOptions]>([
    ['no voices at all', { voices: [] }],
    ['voices of other languages', { voices: [{ name: 'Anna', lang: 'de_DE' }] }],
  ])('%s: the reading pace takes over the run, and says what it can do', async (_, options) => {
    const { narrator, events } = openAny(options)
    narrator.setRate(3)
    play(narrator, { until: { turn: 1, sentence: 0 } })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(events[0]).toMatchObject({ kind: 'changed', capabilities: { isAudible: false, silentBecause: 'no-voices' } })
    expect(events.filter(({ kind }) => kind === 'sentence')).toHaveLength(2)
    expect(events.at(-1)).toEqual({ kind: 'finished', generation: 1 })
    expect(narrator.capabilities.isAudible).toBe(false)
  })

  test('the voice that is replaced lets go of the page', async () => {
    const heard = new Set<unknown>()
    const host = {
      addEventListener: (_: string, listener: unknown) => void heard.add(listener),
      removeEventListener: (_: string, listener: unknown) => void heard.delete(listener),
    }
    const narrator = narratorFor(interview, { speech: speechStub({ voices: [] }), host, wordsPerMinute: () => 200 })
    expect(heard.size).toBe(1)
    play(narrator)
    await vi.advanceTimersByTimeAsync(3000)
    expect(heard.size).toBe(0)
    narrator.close()
  })

  test('no speech in the browser: it can be told before anything is played', () => {
    expect(openAny(null).narrator.capabilities).toMatchObject({ isAudible: false, silentBecause: 'no-voices' })
  })
})
