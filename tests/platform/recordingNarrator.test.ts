import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Narrator, NarratorEvent, Run } from '../../src/domain/playback/narrator.ts'
import { withRecording } from '../../src/platform/narrators.ts'
import { pacedNarrator } from '../../src/platform/pacedNarrator.ts'
import { recordingNarrator } from '../../src/platform/recordingNarrator.ts'
import { interviewFrom } from '../support/interviews.ts'
import { MediaStub, type MediaStubOptions } from '../support/mediaStub.ts'
import { evenRecording } from '../support/recording.ts'
import { CONTRACT_INTERVIEW, describeNarrator } from './narratorContract.ts'

const talk = interviewFrom('talk', CONTRACT_INTERVIEW)
/** Each word takes half a second; the talk begins after 2 s of music and lasts until 18 s. */
const recording = evenRecording(talk, { secondsPerWord: 0.5, hasWords: true, from: 2 })
const DURATION = 25

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const advance = async (seconds: number) => void (await vi.advanceTimersByTimeAsync(seconds * 1000))

const worlds: readonly [string, Partial<MediaStubOptions>, boolean][] = [
  ['a recording', {}, true],
  ['a recording whose words have no times', {}, false],
  ['a recording that is slow to come', { loadMs: 700, seekMs: 300 }, true],
  ['a recording that ends with its last word', { duration: recording.end }, true],
  ['a recording on a forgetful phone', { loadMs: 100, isForgetful: true, isVolumeFixed: true }, true],
]
for (const [name, options, hasWords] of worlds)
  describeNarrator(name, talk, () => {
    const media = new MediaStub({ duration: DURATION, ...options })
    const narrator = recordingNarrator(talk, hasWords ? recording : { ...recording, words: null }, {
      findMedia: () => media,
      statusOf: async () => 200,
      host: window,
    })
    return { narrator, advance, sounding: () => (media.paused ? 0 : 1) }
  })

function open(options: Partial<MediaStubOptions> = {}, statusOf = async () => 200) {
  const media = new MediaStub({ duration: DURATION, ...options })
  const askLate = async () => {
    await new Promise((done) => void setTimeout(done, 50))
    return statusOf()
  }
  const narrator = recordingNarrator(talk, recording, { findMedia: () => media, statusOf: askLate, host: window })
  const events: NarratorEvent[] = []
  narrator.subscribe((event) => events.push(event))
  return { media, narrator, events }
}
const play = (narrator: Narrator, more: Partial<Run> = {}) =>
  narrator.play({ generation: 1, from: { turn: 0, sentence: 0 }, until: null, isResumed: false, ...more })
const kindsOf = (events: readonly NarratorEvent[]) => events.map(({ kind }) => kind)
const sentencesOf = (events: readonly NarratorEvent[]) =>
  events.flatMap((event) => (event.kind === 'sentence' ? [`${event.cursor.turn}.${event.cursor.sentence}`] : []))

describe('playing a recording', () => {
  test('begins where the sentence does, also before anything of the file is known', async () => {
    const { media, narrator } = open({ loadMs: 500 })
    play(narrator, { from: { turn: 1, sentence: 1 } })
    await advance(0.6)
    expect(media.currentTime).toBeCloseTo(2 + 11 * 0.5 + 0.1)
  })

  test('goes there again where the place was forgotten while the file was loaded', async () => {
    const { media, narrator } = open({ loadMs: 500, isForgetful: true })
    play(narrator, { from: { turn: 1, sentence: 1 } })
    await advance(0.6)
    expect(media.currentTime).toBeCloseTo(2 + 11 * 0.5 + 0.1)
  })

  test('tells words when they begin, to a few hundredths of a second', async () => {
    const { media, narrator, events } = open()
    play(narrator)
    const late: number[] = []
    let words = 0
    narrator.subscribe((event) => {
      if (event.kind === 'word') late.push(media.currentTime - (2 + words++ * 0.5))
    })
    await advance(20)
    expect(events.at(-1)?.kind).toBe('finished')
    expect(late).toHaveLength(32)
    expect(Math.max(...late)).toBeLessThan(0.02)
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
  })

  test('stops before the sentence that it is told, and not a word later', async () => {
    const { media, narrator } = open()
    play(narrator, { until: { turn: 1, sentence: 0 } })
    await advance(10)
    expect(media.paused).toBe(true)
    expect(media.currentTime).toBeCloseTo(2 + 9 * 0.5, 1)
  })

  test('goes on in the middle of a sentence, at the very moment of the pause', async () => {
    const { media, narrator, events } = open()
    play(narrator)
    await advance(1.2)
    narrator.pause()
    const [held, seeks] = [media.currentTime, media.seeks]
    await advance(30)
    events.length = 0
    play(narrator, { generation: 2, isResumed: true })
    await advance(0.001)
    expect(media.currentTime).toBeCloseTo(held, 2)
    expect(media.seeks).toBe(seeks)
    expect(events).toEqual([
      { kind: 'sentence', generation: 2, cursor: { turn: 0, sentence: 0 } },
      { kind: 'word', generation: 2, turn: 0, start: 13, end: 16 },
    ])
  })

  test('begins the sentence again where it was stopped for good', async () => {
    const { media, narrator } = open()
    play(narrator)
    await advance(1.2)
    narrator.stop()
    play(narrator, { generation: 2, isResumed: true })
    await advance(0.001)
    expect(media.currentTime).toBeCloseTo(2, 2)
  })

  test('changes its rate in the middle of a sentence, and keeps the pitch', async () => {
    const { media, narrator, events } = open()
    play(narrator)
    await advance(1)
    narrator.setRate(2)
    expect([media.playbackRate, media.preservesPitch]).toEqual([2, true])
    await advance(1)
    expect(media.currentTime).toBeCloseTo(5)
    expect(sentencesOf(events)).toEqual(['0.0', '0.1'])
  })

  test('tells in order what went by while the page was hidden and its timers stood still', async () => {
    const { media, narrator, events } = open()
    play(narrator)
    await advance(0.1)
    const { setTimeout: usual } = globalThis
    // A hidden page: no timer of ours comes in time, the element goes on and tells the time now and then.
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void, ms: number) =>
      usual(act, Math.max(ms, 60_000))) as typeof setTimeout)
    narrator.setRate(1)
    media.currentTime = 11
    await vi.advanceTimersByTimeAsync(60_000)
    vi.restoreAllMocks()
    await advance(30)
    expect(sentencesOf(events)).toEqual(['0.0', '0.1', '1.0', '1.1', '1.2', '2.0', '3.0', '3.1'])
    expect(kindsOf(events).filter((kind) => kind === 'turnEnd')).toHaveLength(3)
    expect(events.at(-1)?.kind).toBe('finished')
  })

  test('is as loud as it is told, and mute at 0 also where loudness is the system’s', () => {
    const [usual, phone] = [open(), open({ isVolumeFixed: true })]
    for (const { narrator } of [usual, phone]) narrator.setVolume(0)
    expect([usual.media.volume, usual.media.muted, phone.media.muted]).toEqual([0, true, true])
    expect([usual.narrator.capabilities.hasVolume, phone.narrator.capabilities.hasVolume]).toEqual([true, false])
  })
})

describe('a recording in trouble', () => {
  test('waits for the file in the middle, says so, and goes on', async () => {
    const { media, narrator, events } = open({ loadedTo: 4 })
    play(narrator)
    await advance(5)
    expect(kindsOf(events).at(-1)).toBe('stalled')
    expect(kindsOf(events).filter((kind) => kind === 'stalled')).toHaveLength(1)
    media.change({ loadedTo: Infinity })
    await advance(0.1)
    expect(kindsOf(events).filter((kind) => kind === 'flowing')).toHaveLength(1)
    await advance(30)
    expect(events.at(-1)?.kind).toBe('finished')
    expect(sentencesOf(events)).toHaveLength(8)
  })

  const answers: readonly [string, Partial<MediaStubOptions>, () => Promise<number>, string][] = [
    ['is not there', { error: 4 }, async () => 404, 'missing'],
    ['is of an unknown kind', { error: 4 }, async () => 200, 'unsupported'],
    ['is on a server in trouble', { error: 4 }, async () => 503, 'network'],
    ['is out of reach', { error: 4 }, () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
    ['is lost on its way', { error: 2 }, async () => 200, 'network'],
    ['is damaged in the middle', { damagedAt: 5 }, async () => 200, 'decoding'],
    ['is cut short', { duration: 9 }, async () => 200, 'decoding'],
    ['cannot be begun in the middle', { isUnseekable: true }, async () => 200, 'decoding'],
    ['may not sound yet', { isRefused: true }, async () => 200, 'not-allowed'],
  ]
  test.each(answers)(
    'says once that it %s, and tries again when it is asked to',
    async (_, fault, statusOf, reason) => {
      const { media, narrator, events } = open(fault, statusOf)
      play(narrator, { from: { turn: 1, sentence: 0 } })
      await advance(60)
      expect(events.filter(({ kind }) => kind === 'failed')).toEqual([{ kind: 'failed', generation: 1, reason }])
      expect(media.paused).toBe(true)
      media.change({ error: null, isRefused: false, isUnseekable: false, duration: DURATION, damagedAt: Infinity })
      events.length = 0
      play(narrator, { generation: 2, from: { turn: 3, sentence: 0 } })
      await advance(10)
      expect(sentencesOf(events)).toEqual(['3.0', '3.1'])
      expect(events.at(-1)?.kind).toBe('finished')
    },
  )

  test('says that it is cut short also where it begins behind the end of the file', async () => {
    const { narrator, events } = open({ duration: 9 })
    play(narrator, { from: { turn: 3, sentence: 0 } })
    await advance(10)
    expect(events.at(-1)).toMatchObject({ kind: 'failed', reason: 'decoding' })
  })

  test('says nothing of an attempt that the reader has given up', async () => {
    const { narrator, events } = open({ error: 4, loadMs: 300 }, async () => 404)
    play(narrator)
    await advance(0.1)
    narrator.pause()
    await advance(10)
    expect(events).toEqual([])
  })

  test('takes what is found out about an earlier attempt for nothing of this one', async () => {
    const { media, narrator, events } = open({ error: 4 }, async () => 404)
    play(narrator)
    await advance(0.01) // the address is being asked
    media.change({ error: null })
    play(narrator, { generation: 2 })
    await advance(1)
    expect(kindsOf(events)).not.toContain('failed')
    expect(sentencesOf(events)).toEqual(['0.0'])
  })

  test('ends when something else pauses it', async () => {
    const { media, narrator, events } = open()
    play(narrator)
    await advance(1)
    media.pause() // as another program or a key of the system does
    await advance(1)
    expect(events.at(-1)).toEqual({ kind: 'failed', generation: 1, reason: 'interrupted' })
  })

  test('lets nothing sound that the place does not go with', async () => {
    const { media, narrator } = open()
    await media.play()
    await advance(1)
    expect(media.paused).toBe(true)
    narrator.close()
  })

  test('falls silent when the page goes away, so that it does not begin by itself on the way back', async () => {
    const { media, narrator, events } = open()
    play(narrator)
    await advance(1)
    window.dispatchEvent(new Event('pagehide'))
    expect(media.paused).toBe(true)
    expect(events.at(-1)).toMatchObject({ kind: 'failed', reason: 'interrupted' })
    narrator.close()
  })

  test('takes the element that stands on the page now, and lets go of the one before', async () => {
    const [first, second] = [new MediaStub({ duration: DURATION }), new MediaStub({ duration: DURATION })]
    let media: MediaStub | null = first
    const narrator = recordingNarrator(talk, recording, {
      findMedia: () => media,
      statusOf: async () => 200,
      host: window,
    })
    const events: NarratorEvent[] = []
    narrator.subscribe((event) => events.push(event))
    play(narrator)
    await advance(1)
    narrator.setRate(1.5)
    media = second
    play(narrator, { generation: 2 })
    await advance(1)
    expect([first.paused, second.paused, second.playbackRate]).toEqual([true, false, 1.5])
    media = null
    play(narrator, { generation: 3 })
    expect(second.paused).toBe(true)
    expect(events.at(-1)).toMatchObject({ kind: 'failed', reason: 'missing' })
  })
})

const pace = () => pacedNarrator(talk, { wordsPerMinute: () => 150, silentBecause: null })
const late = (media: MediaStub, statusOf = async () => 200) =>
  withRecording(
    recording,
    async () => {
      await new Promise((done) => void setTimeout(done, 300))
      return () => recordingNarrator(talk, recording, { findMedia: () => media, statusOf, host: window })
    },
    pace,
  )

describeNarrator('a recording whose program comes late', talk, () => {
  const media = new MediaStub({ duration: DURATION })
  return { narrator: late(media), advance, sounding: () => (media.paused ? 0 : 1) }
})

describe('a recording whose program comes late', () => {
  test('begins as it was asked to once it is there', async () => {
    const media = new MediaStub({ duration: DURATION })
    const narrator = late(media)
    expect(narrator.capabilities.keepsTime).toBe(true)
    narrator.setRate(2)
    narrator.setVolume(0.5)
    play(narrator, { from: { turn: 1, sentence: 1 } })
    await advance(0.4)
    expect([media.paused, media.playbackRate, media.volume]).toEqual([false, 2, 0.5])
    narrator.close()
  })

  test.each([
    [404, 'missing'],
    [200, 'unsupported'],
  ])(
    'says what is wrong with the file (%i: %s), and has the text read when play is pressed again',
    async (status, reason) => {
      const narrator = late(new MediaStub({ duration: DURATION, error: 4 }), async () => status)
      const events: NarratorEvent[] = []
      narrator.subscribe((event) => events.push(event))
      play(narrator)
      await advance(60)
      expect(events.slice(-2)).toMatchObject([
        { kind: 'failed', reason },
        { kind: 'changed', capabilities: { keepsTime: false } },
      ])
      play(narrator, { generation: 2 })
      expect(events.at(-2)).toMatchObject({ kind: 'sentence', generation: 2 })
      narrator.close()
    },
  )

  test('tries a recording anew that is cut short, or could not be fetched', async () => {
    for (const fault of [{ duration: 9 }, { duration: 1 }, { error: 2 }]) {
      const narrator = late(new MediaStub({ duration: DURATION, ...fault }))
      play(narrator)
      await advance(60)
      expect(narrator.capabilities.keepsTime).toBe(true)
      narrator.close()
    }
  })

  test('has the text read where its program cannot be loaded', async () => {
    const narrator = withRecording(recording, () => Promise.reject(new Error('offline')), pace)
    const events: NarratorEvent[] = []
    narrator.subscribe((event) => events.push(event))
    play(narrator)
    await advance(1)
    expect(sentencesOf(events)).toEqual(['0.0'])
    narrator.close()
  })
})
