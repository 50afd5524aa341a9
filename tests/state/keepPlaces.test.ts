import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  cursorOfKeptPlace,
  formatKeptPlaces,
  parseKeptPlaces,
  withKeptPlace,
  type KeptPlace,
} from '../../src/domain/keptPlaces.ts'
import { START } from '../../src/domain/link.ts'
import { Parts } from '../../src/domain/parts.ts'
import { keepPlaces } from '../../src/state/keepPlaces.ts'
import { createAppStore } from '../../src/state/store.ts'
import { fakePlatform, type FakePlatform } from '../support/fakePlatform.ts'
import { talkOf } from '../support/playback.ts'

const guest = { role: 'guest', sentences: 3, isTopic: false } as const
const interview = talkOf([{ role: 'interviewer', sentences: 1, isTopic: true }, guest, guest, guest])
const turn = (index: number) => interview.turns[index]!.id

const arbitraryPlace = fc.record({ turn: fc.string({ maxLength: 60 }), sentence: fc.nat(), isPlayed: fc.boolean() })

describe('kept places', () => {
  test('are read back as they were written, the last two hundred of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), arbitraryPlace), { selector: ([id]) => id }), (entries) => {
        expect([...parseKeptPlaces(formatKeptPlaces(new Map(entries)))]).toEqual(entries)
      }),
    )
    const many = new Map(
      Array.from({ length: 300 }, (_, at) => [`i${at}`, { turn: 'a', sentence: 0, isPlayed: false }]),
    )
    expect([...parseKeptPlaces(formatKeptPlaces(many)).keys()]).toEqual([...many.keys()].slice(-200))
  })

  test('are none where what is kept is damaged or foreign', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
        for (const [id, place] of parseKeptPlaces(kept)) {
          expect(typeof id).toBe('string')
          expect(Number.isInteger(place.sentence)).toBe(true)
        }
      }),
    )
    expect(parseKeptPlaces('[["a","b",-1,true],["a",1,1,true],[],null,["a","b",0]]')).toEqual(
      new Map([['a', { turn: 'b', sentence: 0, isPlayed: false }]]),
    )
  })

  test('move to the end when they change, and can be forgotten', () => {
    const place: KeptPlace = { turn: 'a', sentence: 0, isPlayed: false }
    const places = withKeptPlace(withKeptPlace(new Map(), 'one', place), 'two', place)
    expect([...withKeptPlace(places, 'one', place).keys()]).toEqual(['two', 'one'])
    expect([...withKeptPlace(places, 'one', null).keys()]).toEqual(['two'])
  })

  test('are found in an edited interview, and are none where the turn is gone or nothing is left to go on with', () => {
    const at = (id: string, sentence = 0) => cursorOfKeptPlace(interview, { turn: id, sentence, isPlayed: true })
    expect(at(turn(1), 2)).toEqual({ turn: 1, sentence: 2 })
    expect(at(turn(1), 99)).toEqual({ turn: 1, sentence: 2 })
    expect(at('gone')).toBeNull()
    expect(at(turn(0))).toBeNull()
    expect(at(turn(3))).toBeNull()
    const aliased = { ...interview, aliases: { old: turn(2) } }
    expect(cursorOfKeptPlace(aliased, { turn: 'old', sentence: 0, isPlayed: true })).toEqual({ turn: 2, sentence: 0 })
  })
})

describe('remembering where the reader stopped', () => {
  let platform: FakePlatform
  let stop: () => void

  const open = (place: Parameters<typeof createAppStore>[1] = { interview, place: START }) => {
    const store = createAppStore(platform, place)
    stop = keepPlaces(store, platform)
    return store
  }
  const kept = () => parseKeptPlaces(platform.keptPlaces).get(interview.id)

  beforeEach(() => {
    vi.useFakeTimers()
    platform = fakePlatform()
  })
  afterEach(() => {
    stop()
    vi.useRealTimers()
  })

  test('keeps the turn that they came to rest at', () => {
    const store = open()
    store.getState().stepTurn(1)
    store.getState().stepTurn(1)
    expect(kept()).toBeUndefined()
    vi.advanceTimersByTime(1000)
    expect(kept()).toEqual({ turn: turn(1), sentence: 0, isPlayed: false })
  })

  test('keeps the sentence that was being said', () => {
    const store = open()
    store.getState().play({ turn: 1, sentence: 0 })
    store.getState().follow(turn(1))
    platform.narrator.tell({ kind: 'sentence', generation: 1, cursor: { turn: 1, sentence: 2 } })
    vi.advanceTimersByTime(1000)
    expect(kept()).toEqual({ turn: turn(1), sentence: 2, isPlayed: true })
  })

  test('keeps at once what is pending when the page goes away', () => {
    const store = open()
    store.getState().stepTo(turn(2))
    platform.leave()
    expect(kept()?.turn).toBe(turn(2))
  })

  test('forgets an interview that was read to its end', () => {
    const store = open()
    store.getState().stepTo(turn(2))
    vi.advanceTimersByTime(1000)
    store.getState().stepToEnd('last')
    vi.advanceTimersByTime(1000)
    expect(kept()).toBeUndefined()
  })

  test('offers it at the start of the interview, and goes there when it is taken', () => {
    platform.keptPlaces = formatKeptPlaces(new Map([[interview.id, { turn: turn(1), sentence: 1, isPlayed: true }]]))
    const store = open()
    expect(store.getState().offer).toEqual({ cursor: { turn: 1, sentence: 1 }, turn: turn(1), isPlayed: true })
    store.getState().takeOffer()
    expect(store.getState()).toMatchObject({ offer: null, visit: { place: { turn: turn(1) }, by: 'jumping' } })
    expect(platform.narrator.asked).toEqual([]) // nothing sounds by itself
    store.getState().play()
    expect(platform.narrator.run?.from).toEqual({ turn: 1, sentence: 1 })
  })

  test('never offers it over a link’s own place', () => {
    platform.keptPlaces = formatKeptPlaces(new Map([[interview.id, { turn: turn(1), sentence: 1, isPlayed: true }]]))
    expect(open({ interview, place: { kind: 'turn', turn: turn(2) } }).getState().offer).toBeNull()
  })

  test('takes the offer back once the reader goes anywhere', () => {
    platform.keptPlaces = formatKeptPlaces(new Map([[interview.id, { turn: turn(1), sentence: 1, isPlayed: false }]]))
    const store = open()
    store.getState().stepTurn(1)
    expect(store.getState().offer).toBeNull()
  })

  test('offers it when the interview is opened from another page', () => {
    platform.keptPlaces = formatKeptPlaces(new Map([[interview.id, { turn: turn(1), sentence: 0, isPlayed: false }]]))
    const store = open(null)
    store.getState().openInterview(interview, START)
    expect(store.getState().offer?.cursor).toEqual({ turn: 1, sentence: 0 })
  })

  test('offers a place in another part of a long interview by its address', () => {
    const talk = talkOf(Array.from({ length: 300 }, (_, at) => (at % 2 ? guest : { ...guest, role: 'interviewer' })))
    const parts = new Parts(talk)
    const second = parts.part(2)
    const store = open({ interview: second, place: { kind: 'turn', turn: second.turns[0]!.id } })
    store.getState().stepTurn(1)
    store.getState().stepTurn(-1)
    vi.advanceTimersByTime(1000)
    const { id } = second.turns[0]!
    expect(kept()?.turn).toBe(id) // the first of a part is not the first of the interview
    const next = open({ interview: parts.part(1), place: START })
    expect(next.getState().offer).toEqual({ cursor: null, turn: id, isPlayed: false })
    next.getState().takeOffer()
    expect(next.getState().beyond).toEqual({ to: 'path', path: `/interviews/talk/${id}/`, isThere: false })
  })
})
