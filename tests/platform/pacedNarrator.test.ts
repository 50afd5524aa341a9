import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NarratorEvent } from '../../src/domain/playback/narrator.ts'
import { pacedNarrator } from '../../src/platform/pacedNarrator.ts'
import { interviewFrom } from '../support/interviews.ts'
import { CONTRACT_INTERVIEW, describeNarrator } from './narratorContract.ts'

const interview = interviewFrom('talk', CONTRACT_INTERVIEW)
const run = { generation: 1, from: { turn: 0, sentence: 0 }, until: null, isResumed: false }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  if (vi.getTimerCount() > 0) throw new Error('a timer outlived its narrator')
  vi.useRealTimers()
})

describeNarrator('a reading pace', interview, (talk) => ({
  narrator: pacedNarrator(talk, { wordsPerMinute: () => 150, silentBecause: null }),
  advance: async (seconds) => void (await vi.advanceTimersByTimeAsync(seconds * 1000)),
  sounding: () => Math.min(vi.getTimerCount(), 1),
}))

function open(wordsPerMinute: number) {
  const narrator = pacedNarrator(interview, { wordsPerMinute: () => wordsPerMinute, silentBecause: null })
  const events: NarratorEvent[] = []
  narrator.subscribe((event) => events.push(event))
  const words = () => events.filter(({ kind }) => kind === 'word').length
  return { narrator, events, words }
}

describe('a reading pace', () => {
  test('is that of the reader, times the rate', () => {
    const { narrator, words } = open(120)
    narrator.play(run)
    expect(words()).toBe(1)
    vi.advanceTimersByTime(499)
    expect(words()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(words()).toBe(2)
    narrator.setRate(2)
    vi.advanceTimersByTime(500)
    expect(words()).toBe(4)
    narrator.close()
  })

  test('changes in the middle of a word', () => {
    const { narrator, words } = open(60)
    narrator.play(run)
    vi.advanceTimersByTime(500)
    narrator.setRate(0.5)
    vi.advanceTimersByTime(999)
    expect(words()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(words()).toBe(2)
    narrator.close()
  })

  test('pauses exactly: what is left of a word is left after the pause', () => {
    const { narrator, events } = open(60)
    narrator.play(run)
    vi.advanceTimersByTime(1700)
    narrator.pause()
    vi.advanceTimersByTime(60_000)
    events.length = 0
    narrator.play({ ...run, generation: 2, isResumed: true })
    expect(events).toEqual([
      { kind: 'sentence', generation: 2, cursor: run.from },
      { kind: 'word', generation: 2, turn: 0, start: 9, end: 11 },
    ])
    vi.advanceTimersByTime(299)
    expect(events).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(events[2]).toMatchObject({ start: 13, end: 16 })
    narrator.close()
  })

  test('begins the sentence again where it is not resumed', () => {
    const { narrator, events } = open(60)
    narrator.play(run)
    vi.advanceTimersByTime(1700)
    narrator.pause()
    events.length = 0
    narrator.play({ ...run, generation: 2 })
    expect(events[1]).toMatchObject({ kind: 'word', start: 0 })
    narrator.close()
  })

  test('takes as long as the timeline says, without adding up the lateness of timers', () => {
    const { narrator, events } = open(150)
    narrator.play(run)
    let ms = 0
    while (!events.some(({ kind }) => kind === 'finished') && ms < 60_000) {
      vi.advanceTimersByTime(7)
      ms += 7
    }
    const words = events.filter(({ kind }) => kind === 'word').length
    expect(Math.abs(ms - words * 400)).toBeLessThan(20)
    narrator.close()
  })

  test('goes through a script without spaces character by character', () => {
    const chinese = { ...interview, language: 'zh', turns: [{ ...interview.turns[0]!, paragraphs: ['你好吗？'] }] }
    const narrator = pacedNarrator(chinese, { wordsPerMinute: () => 150, silentBecause: null })
    const events: NarratorEvent[] = []
    narrator.subscribe((event) => events.push(event))
    narrator.play(run)
    vi.advanceTimersByTime(668)
    expect(events.at(-1)).toMatchObject({ kind: 'finished' })
    narrator.close()
  })
})
