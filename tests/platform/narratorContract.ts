import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compareCursors, rangeOfCursor, sentenceFrom, type Cursor } from '../../src/domain/playback/cursor.ts'
import type { Narrator, NarratorEvent, Run } from '../../src/domain/playback/narrator.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { oneOf, randomFrom } from '../support/random.ts'

/** A narrator in a world that a test moves on by hand. */
export interface NarratorBench {
  readonly narrator: Narrator
  /** Lets so many seconds go by. */
  advance(seconds: number): Promise<void>
  /** How many voices, players or clocks are at work at this moment. */
  sounding(): number
  /** Lets go of everything, after the narrator was closed. */
  end?(): void
}

/** An interview for the contract, of four turns: short and long sentences, two paragraphs, a turn of one word. */
export const CONTRACT_INTERVIEW = [
  '---',
  'title: A talk',
  'language: en',
  'speakers:',
  '  - label: Host',
  '    role: interviewer',
  '  - label: Dr. Lee',
  '    role: guest',
  '---',
  '',
  'Host: Welcome, Dr. Lee. What do you do all day?',
  '',
  'Dr. Lee: I read. Then I write about U.S. foreign policy, as I have done for years.',
  '',
  '  And I sleep.',
  '',
  'Host: Really?',
  '',
  'Dr. Lee: Really. Every day.',
].join('\n')

/** Longer than any of these sentences takes, with the silence that a narrator waits for before it gives up. */
const LONG = 60

function isAt(cursor: Cursor): (event: NarratorEvent) => boolean {
  return (event) => event.kind === 'sentence' && compareCursors(event.cursor, cursor) === 0
}

function isFinished({ kind }: NarratorEvent): boolean {
  return kind === 'finished'
}

function at(turn: number, sentence: number): Cursor {
  return { turn, sentence }
}

function saidIn(events: readonly NarratorEvent[]): Cursor[] {
  return events.flatMap((event) => (event.kind === 'sentence' ? [event.cursor] : []))
}

/** Sentences without those that were begun again. */
function distinct(cursors: readonly Cursor[]): Cursor[] {
  return cursors.filter((cursor, index) => index === 0 || compareCursors(cursor, cursors[index - 1]!) !== 0)
}

/**
 * What every narrator keeps to. `open` makes one for CONTRACT_INTERVIEW, read as `interview`; its sentences may take any
 * time below a minute each.
 */
export function describeNarrator(
  name: string,
  interview: Interview,
  open: (interview: Interview) => NarratorBench | Promise<NarratorBench>,
): void {
  describe(`${name} as a narrator`, () => {
    let bench: NarratorBench
    let narrator: Narrator
    let events: NarratorEvent[]
    let generation: number

    const all: Cursor[] = []
    for (let next: Cursor | null = at(0, 0); next; next = sentenceFrom(interview, next, 1)) all.push(next)
    const first = all[0]!

    const run = (from: Cursor, more: Partial<Run> = {}): Run => {
      generation += 1
      return { generation, from, until: null, isResumed: false, ...more }
    }
    const kinds = () => events.map(({ kind }) => kind)
    /** Lets time go by until the narrator has said so, checking all the while that only one voice is heard. */
    const until = async (isSo: (event: NarratorEvent) => boolean, step = 0.05) => {
      for (let waited = 0; waited < LONG && !events.some(isSo); waited += step) {
        await bench.advance(step)
        expect(bench.sounding()).toBeLessThanOrEqual(1)
      }
      expect(events.some(isSo), `not said within ${LONG} s: ${JSON.stringify(events)}`).toBe(true)
    }

    beforeEach(async () => {
      bench = await open(interview)
      narrator = bench.narrator
      events = []
      generation = 0
      narrator.subscribe((event) => events.push(event))
    })

    afterEach(() => {
      narrator.close()
      expect(bench.sounding()).toBe(0)
      bench.end?.()
    })

    test('says nothing before it is asked to', async () => {
      await bench.advance(LONG)
      expect(kinds().filter((kind) => kind !== 'changed')).toEqual([])
      expect(bench.sounding()).toBe(0)
    })

    test('says every sentence once and in order, tells the end of every turn, and finishes once', async () => {
      narrator.play(run(first))
      await until(isFinished)
      await bench.advance(LONG)
      expect(saidIn(events)).toEqual(all)
      expect(events.flatMap((event) => (event.kind === 'turnEnd' ? [event.turn] : []))).toEqual([0, 1, 2])
      expect(kinds().filter((kind) => kind === 'finished')).toHaveLength(1)
      expect(kinds()).not.toContain('failed')
      expect(bench.sounding()).toBe(0)
    })

    test('tells the end of a turn between its last sentence and the next turn', async () => {
      narrator.play(run(first, { until: at(1, 1) }))
      await until(isFinished)
      const told = events.filter(({ kind }) => kind === 'sentence' || kind === 'turnEnd' || kind === 'finished')
      expect(told.map(({ kind }) => kind)).toEqual(['sentence', 'sentence', 'turnEnd', 'sentence', 'finished'])
    })

    test('begins in the middle, and stops before the sentence that it is told', async () => {
      narrator.play(run(at(1, 1), { until: at(3, 0) }))
      await until(isFinished)
      await bench.advance(LONG)
      expect(saidIn(events)).toEqual(all.filter((c) => compareCursors(c, at(1, 1)) >= 0 && c.turn < 3))
    })

    test('tags every event with its run', async () => {
      narrator.play(run(first, { generation: 41 }))
      await until(isFinished)
      expect(events.every((event) => event.kind === 'changed' || event.generation === 41)).toBe(true)
    })

    test('marks words, if it does, one after the other, within the sentence that is said', async () => {
      narrator.play(run(first))
      await until(isFinished)
      let cursor = first
      let reached = -1
      for (const event of events) {
        if (event.kind === 'sentence') [cursor, reached] = [event.cursor, -1]
        if (event.kind !== 'word') continue
        const range = rangeOfCursor(interview, cursor)!
        expect(event.turn).toBe(cursor.turn)
        expect(event.start).toBeGreaterThan(reached)
        expect(event.start).toBeGreaterThanOrEqual(range.start)
        expect(event.end).toBeGreaterThan(event.start)
        expect(event.end).toBeLessThanOrEqual(range.end)
        reached = event.start
      }
      expect(kinds().includes('word')).toBe(narrator.capabilities.marksWords)
    })

    test.each(['pause', 'stop'] as const)('is silent after %s, and says nothing more', async (how) => {
      narrator.play(run(first))
      await until(isAt(at(1, 0)))
      narrator[how]()
      const before = events.length
      await bench.advance(LONG)
      expect(events).toHaveLength(before)
      expect(bench.sounding()).toBe(0)
    })

    test('goes on after a pause with the sentence that was cut, and loses none', async () => {
      narrator.play(run(first))
      for (const cursor of all) {
        await until(isAt(cursor))
        await bench.advance(0.05)
        const here = saidIn(events).at(-1)!
        if (events.some(isFinished)) break
        narrator.pause()
        await bench.advance(LONG)
        narrator.play(run(here, { isResumed: true }))
      }
      await until(isFinished)
      expect(distinct(saidIn(events))).toEqual(all)
    })

    test('drops the run before when it is asked to play elsewhere', async () => {
      narrator.play(run(first))
      await until(isAt(first))
      const before = events.length
      narrator.play(run(at(3, 1)))
      await until(isFinished)
      const later = events.slice(before).filter(({ kind }) => kind !== 'changed')
      expect(later.every((event) => event.kind === 'changed' || event.generation === generation)).toBe(true)
      expect(saidIn(later)).toEqual([at(3, 1)])
    })

    test('obeys the last of many commands in a row', async () => {
      for (const cursor of all) narrator.play(run(cursor))
      narrator.pause()
      narrator.play(run(at(2, 0)))
      await until(isFinished)
      const heard = events.filter((event) => event.kind !== 'changed' && event.generation === generation)
      expect(saidIn(heard)).toEqual(all.filter(({ turn }) => turn >= 2))
    })

    test('says every sentence when the rate changes in the middle of them', async () => {
      narrator.play(run(first))
      const { slowest, fastest } = narrator.capabilities.rates
      for (const [index, cursor] of all.entries()) {
        await until(isAt(cursor))
        narrator.setRate(index % 2 ? slowest : fastest)
      }
      await until(isFinished)
      expect(distinct(saidIn(events))).toEqual(all)
      expect(kinds()).not.toContain('failed')
    })

    test('takes another end while it plays', async () => {
      narrator.play(run(first))
      await until(isAt(first))
      narrator.stopBefore(at(1, 0))
      await until(isFinished)
      expect(saidIn(events).every(({ turn }) => turn === 0)).toBe(true)
      events.length = 0
      narrator.play(run(first, { until: at(0, 1) }))
      narrator.stopBefore(null)
      await until(isFinished)
      expect(saidIn(events)).toEqual(all)
    })

    test.each(['sentence', 'word', 'turnEnd'] as const)('can be stopped by a listener at a %s', async (kind) => {
      const stopped: string[] = []
      narrator.subscribe((event) => {
        if (event.kind !== kind || stopped.length > 0) return
        stopped.push(kind)
        narrator.pause()
      })
      narrator.play(run(first))
      for (let waited = 0; waited < 30 && stopped.length === 0; waited += 0.05) await bench.advance(0.05)
      if (stopped.length === 0) return // no words are told
      const before = events.length
      await bench.advance(LONG)
      expect(events).toHaveLength(before)
      expect(bench.sounding()).toBe(0)
    })

    test('can be sent elsewhere by a listener, at any event', async () => {
      narrator.subscribe((event) => {
        if (event.kind === 'changed' || event.generation > 1 || event.kind === 'sentence') return
        narrator.play(run(at(3, 1)))
      })
      narrator.play(run(at(0, 1)))
      await until((event) => event.kind === 'finished' && event.generation === 2)
      expect(saidIn(events)).toEqual([at(0, 1), at(3, 1)])
    })

    test.each([1, 2, 3, 4])('keeps to all this whatever it is asked in whatever order (%i)', async (seed) => {
      const random = randomFrom(seed)
      const somewhere = () => oneOf(random, [first, ...all])
      for (let step = 0; step < 60; step += 1) {
        const before = events.length
        const { slowest, fastest } = narrator.capabilities.rates
        const current = generation
        oneOf(random, [
          () => narrator.play(run(somewhere())),
          () => narrator.play(run(saidIn(events).at(-1) ?? first, { isResumed: true })),
          () => narrator.play(run(first, { until: somewhere() })),
          () => narrator.pause(),
          () => narrator.stop(),
          () => narrator.setRate(oneOf(random, [slowest, 1, fastest])),
          () => narrator.setVolume(random(3) / 2),
          () => narrator.setVoices({}),
          () => narrator.sample('guest'),
          () => narrator.stopBefore(null),
        ])()
        await bench.advance(oneOf(random, [0, 0.01, 0.1, 0.3, 1, 3]))
        expect(bench.sounding()).toBeLessThanOrEqual(1)
        const heard = events.slice(before).filter((event) => event.kind !== 'changed')
        const expected = generation > current ? generation : current
        expect(heard.every((event) => event.generation === expected)).toBe(true)
      }
      events.length = 0
      narrator.setRate(1)
      narrator.play(run(first))
      await until(isFinished)
      expect(saidIn(events)).toEqual(all)
    })

    test('stays silent once it is closed, whatever it is asked', async () => {
      narrator.play(run(first))
      await bench.advance(0.1)
      narrator.close()
      events.length = 0
      narrator.play(run(first))
      narrator.setRate(2)
      narrator.setVolume(0)
      narrator.setVoices({})
      narrator.sample('guest')
      narrator.stopBefore(null)
      narrator.pause()
      await bench.advance(LONG)
      expect(events).toEqual([])
      expect(bench.sounding()).toBe(0)
    })

    test('can be left alone by a listener', async () => {
      const heard: NarratorEvent[] = []
      const stop = narrator.subscribe((event) => heard.push(event))
      stop()
      narrator.play(run(first))
      await until(isFinished)
      expect(heard).toEqual([])
    })

    test('says what it can do in a way that can be true', () => {
      const { rates, isAudible, hasVolume, hasVoices } = narrator.capabilities
      expect(rates.slowest).toBeLessThanOrEqual(1)
      expect(rates.fastest).toBeGreaterThanOrEqual(1)
      if (!isAudible) expect([hasVolume, hasVoices]).toEqual([false, false])
      expect(narrator.voices().length > 0).toBe(hasVoices)
    })
  })
}
