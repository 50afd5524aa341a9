import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsOf } from '../../../src/domain/exchanges.ts'
import type { Interview } from '../../../src/domain/interview.ts'
import { playbackReducer } from '../../../src/domain/playback.ts'
import { commandsBetween } from '../../../src/domain/playback/commands.ts'
import {
  compareCursors,
  FIRST,
  isPast,
  rangeOfCursor,
  sentenceFrom,
  type Cursor,
} from '../../../src/domain/playback/cursor.ts'
import type { Capabilities, Failure, NarratorEvent, Run } from '../../../src/domain/playback/narrator.ts'
import type { PlaybackOptions } from '../../../src/domain/playback/plan.ts'
import { initialPlayback, runOf, type Playback, type PlaybackEvent } from '../../../src/domain/playback/state.ts'
import { ABLE, talkArbitrary } from '../../support/playback.ts'

const odd = fc.oneof(fc.integer({ min: -2, max: 25 }), fc.double())
const cursor: fc.Arbitrary<Cursor> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ turn: fc.nat(8), sentence: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ turn: odd, sentence: odd }) },
)
const options: fc.Arbitrary<PlaybackOptions> = fc.record({
  scope: fc.constantFrom('all', 'topic', 'answers'),
  stopAt: fc.constantFrom('end', 'turn', 'topic'),
  pauseAfter: fc.constantFrom('nothing', 'answer', 'sentence'),
  shown: fc.option(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 })),
})
/** How far behind the current run an event comes: mostly it belongs to it. */
const age = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 5 }) },
)

type Told = NarratorEvent extends infer Event
  ? Event extends { generation: number }
    ? Omit<Event, 'generation'>
    : never
  : never
const told: fc.Arbitrary<Told> = fc.oneof(
  fc.record({ kind: fc.constant('sentence' as const), cursor }),
  fc.record({ kind: fc.constant('word' as const), turn: fc.nat(8), start: odd, end: odd }),
  fc.record({ kind: fc.constant('turnEnd' as const), turn: fc.nat(8) }),
  fc.record({ kind: fc.constantFrom('finished' as const, 'stalled' as const, 'flowing' as const) }),
  fc.record({ kind: fc.constant('failed' as const), reason: fc.constant<Failure>('voice-died') }),
)

type Move =
  | { readonly by: 'reader'; readonly event: PlaybackEvent }
  | { readonly by: 'narrator'; readonly told: Told; readonly age: number }

const readers: fc.Arbitrary<PlaybackEvent> = fc.oneof(
  fc.constantFrom<PlaybackEvent>({ kind: 'play' }, { kind: 'pause' }, { kind: 'stop' }, { kind: 'again' }),
  fc.record({ kind: fc.constant('play' as const), from: cursor }),
  fc.record({
    kind: fc.constant('step' as const),
    unit: fc.constantFrom('sentence' as const, 'turn' as const, 'answer' as const),
    by: fc.constantFrom(1 as const, -1 as const),
  }),
  fc.record({ kind: fc.constant('jump' as const), to: cursor }),
  fc.record({ kind: fc.constant('choose' as const), options }),
  fc.record({ kind: fc.constant('setRate' as const), rate: fc.double() }),
  fc.record({ kind: fc.constant('stepRate' as const), by: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({ kind: fc.constant('setVolume' as const), volume: fc.double() }),
  fc.record({ kind: fc.constant('mute' as const), isMuted: fc.boolean() }),
)
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    readers.map((event) => ({ by: 'reader' as const, event })),
    fc.record({ by: fc.constant('narrator' as const), told, age }),
  ),
  { maxLength: 40, size: 'max' },
)

const eventOf = (state: Playback, move: Move): PlaybackEvent =>
  move.by === 'reader'
    ? move.event
    : { kind: 'narrator', event: { ...move.told, generation: state.generation - move.age } as NarratorEvent } // a union

interface Step {
  readonly interview: Interview
  readonly before: Playback
  readonly event: PlaybackEvent
  readonly after: Playback
}

/** Checks every step of any course of events in any interview; true when there were steps to check. */
function always(check: (step: Step) => void, isToCheck: (step: Step) => boolean = () => true): boolean {
  let checked = 0
  fc.assert(
    fc.property(talkArbitrary, moves, (interview, course) => {
      let before = initialPlayback(ABLE)
      for (const move of course) {
        const event = eventOf(before, move)
        const after = playbackReducer(interview, before, event)
        const step = { interview, before, event, after }
        if (isToCheck(step)) {
          check(step)
          checked += 1
        }
        before = after
      }
    }),
    { numRuns: 300 },
  )
  return checked > 100
}

describe('playing, whatever happens', () => {
  test('is always at a sentence that there is, at a rate and a volume that there are', () => {
    always(({ interview, after }) => {
      expect(rangeOfCursor(interview, after.cursor)).not.toBeNull()
      expect(after.rate >= 0.5 && after.rate <= 3 && after.volume >= 0 && after.volume <= 1).toBe(true)
    })
  })

  test('never has two narrators at work, and none while it is not playing', () => {
    let at: number | null = null // the generation that a narrator is at which does as it is told
    const isChecked = always(({ before, after }) => {
      if (before.generation === 0) at = null // another course begins
      for (const command of commandsBetween(before, after)) {
        if (command.kind === 'pause' || command.kind === 'stop') at = null
        if (command.kind !== 'play') continue
        expect(command.run.generation).toBeGreaterThan(before.generation)
        at = command.run.generation
      }
      expect(at).toBe(runOf(after)?.generation ?? null)
    })
    expect(isChecked).toBe(true)
  })

  test('is not moved by an event of an old run', () => {
    const isChecked = always(
      ({ before, after }) => expect(after).toBe(before),
      ({ before, event }) =>
        event.kind === 'narrator' &&
        event.event.kind !== 'changed' &&
        event.event.generation !== runOf(before)?.generation,
    )
    expect(isChecked).toBe(true)
  })

  test('only goes forward while it plays, and not past the end of its run', () => {
    always(({ before, event, after }) => {
      const run = runOf(after)
      if (run) expect(isPast(after.cursor, run.until)).toBe(false)
      if (event.kind !== 'narrator') return
      expect(compareCursors(after.cursor, before.cursor)).toBeGreaterThanOrEqual(0)
      const [was, is] = [before.phase, after.phase]
      if (was.kind === 'playing' && is.kind === 'playing' && was.word && is.word && was.run === is.run)
        expect(
          is.word.start >= was.word.start ||
            compareCursors(after.cursor, before.cursor) > 0 ||
            event.event.kind === 'sentence',
        ).toBe(true)
    })
  })

  test('says questions only when they are to be said', () => {
    always(({ interview, after }) => {
      const run = runOf(after)
      if (!run || after.options.scope !== 'answers') return
      expect(partsOf(interview)[after.cursor.turn]?.role).toBe('guest')
    })
  })
})

/** A narrator that does what it is told to, one sentence at a time. */
function faithful(interview: Interview, isExact: boolean) {
  let run: Run | null = null
  let next: Cursor | null = null
  const heard: Cursor[] = []
  return {
    heard,
    tick(): NarratorEvent[] {
      if (!run) return []
      const { generation, until } = run
      if (!next || isPast(next, until)) {
        run = null
        return [{ kind: 'finished', generation }]
      }
      const said = next
      heard.push(said)
      next = sentenceFrom(interview, said, 1)
      const isTurnOver = heard.length % 2 === 0 && next && next.turn > said.turn
      const begun: NarratorEvent = { kind: 'sentence', generation, cursor: said }
      return isTurnOver ? [begun, { kind: 'turnEnd', generation, turn: said.turn }] : [begun]
    },
    apply(before: Playback, after: Playback) {
      for (const command of commandsBetween(before, after)) {
        if (command.kind === 'play') {
          run = command.run
          next = run.from
          // Paused in a sentence, one narrator says it again, another says the rest of it.
          if (isExact && run.isResumed && heard.at(-1) && compareCursors(heard.at(-1)!, next) === 0) heard.pop()
        } else if (command.kind === 'stopBefore' && run) run = { ...run, until: command.until }
        else if (command.kind === 'pause' || command.kind === 'stop') run = null
      }
    },
  }
}

test('pausing and playing, waiting and going on lose no sentence and mix up none', () => {
  const doing = fc.constantFrom(
    'tick',
    'tick',
    'tick',
    'pause',
    'play',
    'faster',
    'mute',
    'answer',
    'sentence',
    'nothing',
  )
  const scopes = fc.constantFrom('all' as const, 'answers' as const)
  fc.assert(
    fc.property(
      talkArbitrary,
      fc.array(doing, { maxLength: 60, size: 'max' }),
      scopes,
      fc.boolean(),
      (interview, course, scope, isExact) => {
        const narrator = faithful(interview, isExact)
        let state = initialPlayback(ABLE)
        const send = (event: PlaybackEvent) => {
          const after = playbackReducer(interview, state, event)
          narrator.apply(state, after)
          state = after
        }
        const tick = () => {
          for (const event of narrator.tick()) send({ kind: 'narrator', event })
        }
        send({ kind: 'choose', options: { scope } })
        for (const what of course) {
          if (state.phase.kind === 'ended') break
          if (what === 'tick') tick()
          else if (what === 'faster') send({ kind: 'stepRate', by: 1 })
          else if (what === 'mute') send({ kind: 'mute', isMuted: !state.isMuted })
          else if (what === 'pause' || what === 'play') send({ kind: what })
          else send({ kind: 'choose', options: { pauseAfter: what } })
        }
        for (let left = 500; left > 0 && state.phase.kind !== 'ended'; left -= 1) {
          if (runOf(state)) tick()
          else send({ kind: 'play' })
        }
        const all: Cursor[] = []
        for (let at: Cursor | null = FIRST; at; at = sentenceFrom(interview, at, 1))
          if (scope === 'all' || partsOf(interview)[at.turn]?.role === 'guest') all.push(at)
        expect(state.phase).toEqual({ kind: 'ended', at: 'end', next: null })
        const said = narrator.heard.filter((c, i, list) => i === 0 || compareCursors(c, list[i - 1]!) !== 0)
        expect(said).toEqual(all)
      },
    ),
    { numRuns: 200 },
  )
})

test('what a narrator can do may change while it plays', () => {
  const slow: Capabilities = { ...ABLE, rates: { slowest: 1, fastest: 1.5 } }
  const state = { ...initialPlayback(ABLE), rate: 3 }
  const after = playbackReducer({ turns: [] } as unknown as Interview, state, {
    kind: 'narrator',
    event: { kind: 'changed', capabilities: slow },
  })
  expect(after).toMatchObject({ rate: 1.5, capabilities: slow })
})
