import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Narrator, NarratorEvent } from '../../src/domain/playback/narrator.ts'
import { lateNarrator } from '../../src/platform/lateNarrator.ts'
import { pacedNarrator } from '../../src/platform/pacedNarrator.ts'
import { interviewFrom } from '../support/interviews.ts'
import { CONTRACT_INTERVIEW, describeNarrator } from './narratorContract.ts'

const talk = interviewFrom('talk', CONTRACT_INTERVIEW)
const LOAD_MS = 300

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const advance = async (seconds: number) => void (await vi.advanceTimersByTimeAsync(seconds * 1000))

/** A pace whose program comes after a while; `failures` times it does not come at all. */
function open({ failures = 0 } = {}) {
  const pace = pacedNarrator(talk, { wordsPerMinute: () => 150, silentBecause: null })
  const loads: number[] = []
  let want = () => {}
  let isWaiting = true
  let claims = 0
  const narrator = lateNarrator({
    capabilities: pace.capabilities,
    async load() {
      loads.push(loads.length)
      await new Promise((done) => void setTimeout(done, LOAD_MS))
      if (loads.length <= failures) throw new Error('offline')
      return pace
    },
    whenWanted(act) {
      want = act
      return () => void (isWaiting = false)
    },
    claimSound: () => void (claims += 1),
  })
  const events: NarratorEvent[] = []
  narrator.subscribe((event) => events.push(event))
  return { narrator, events, loads, want: () => want(), isWaiting: () => isWaiting, claims: () => claims }
}

const play = (narrator: Narrator, generation = 1) =>
  narrator.play({ generation, from: { turn: 0, sentence: 0 }, until: null, isResumed: false })

describeNarrator('a narrator that comes late', talk, () => ({ narrator: open().narrator, advance, sounding: () => 0 }))

describe('a narrator that comes late', () => {
  test('is loaded once, when the reader may want it', async () => {
    const { narrator, loads, want, isWaiting } = open()
    await advance(10)
    expect(loads).toEqual([])
    want()
    play(narrator)
    await advance(1)
    play(narrator, 2)
    want()
    expect(loads).toHaveLength(1)
    expect(isWaiting()).toBe(false)
    narrator.close()
  })

  test('is not waited for any more once it is closed', async () => {
    const { narrator, events, isWaiting } = open()
    play(narrator)
    narrator.close()
    expect(isWaiting()).toBe(false)
    await advance(10)
    expect(events).toEqual([])
  })

  test('says that it cannot be fetched, and is fetched again when something is to be played', async () => {
    const { narrator, events, loads, want } = open({ failures: 2 })
    want()
    await advance(1)
    expect(events).toEqual([])
    play(narrator)
    await advance(1)
    expect(events).toEqual([{ kind: 'failed', generation: 1, reason: 'network' }])
    play(narrator, 2)
    await advance(0.5)
    expect(loads).toHaveLength(3)
    expect(events).toContainEqual({ kind: 'sentence', generation: 2, cursor: { turn: 0, sentence: 0 } })
    narrator.close()
  })

  test('claims its sound in the gesture when it is not there yet, and leaves that to itself when it is', async () => {
    const { narrator, want, claims } = open()
    play(narrator)
    expect(claims()).toBe(1)
    want()
    await advance(1)
    play(narrator, 2)
    expect(claims()).toBe(1)
    narrator.close()
  })

  test('begins nothing that was paused before it came', async () => {
    const { narrator, events } = open()
    play(narrator)
    narrator.pause()
    await advance(10)
    expect(events.filter(({ kind }) => kind !== 'changed')).toEqual([])
    narrator.close()
  })
})
