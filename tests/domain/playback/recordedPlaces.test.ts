import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { turnText, type Interview } from '../../../src/domain/interview.ts'
import { compareCursors, FIRST, rangeOfCursor, sentenceFrom, type Cursor } from '../../../src/domain/playback/cursor.ts'
import { recordedPlaces } from '../../../src/domain/playback/recordedPlaces.ts'
import { placedWordsOf } from '../../../src/domain/quoteWords.ts'
import type { Recording } from '../../../src/domain/recording.ts'
import { talkArbitrary, talkOf } from '../../support/playback.ts'
import { evenRecording } from '../../support/recording.ts'

const talk = talkOf([
  { role: 'interviewer', sentences: 2, isTopic: true },
  { role: 'guest', sentences: 3, isTopic: false },
])

/** All sentences in order. */
function cursorsOf(interview: Interview): Cursor[] {
  const all: Cursor[] = []
  for (let next: Cursor | null = FIRST; next; next = sentenceFrom(interview, next, 1)) all.push(next)
  return all
}

/** The place at a time, by looking at every word of every turn: the simplest way that is right. */
function plainPlace(interview: Interview, recording: Recording, seconds: number) {
  let found: { turn: number; start: number } | null = null
  for (const [turn, times] of (recording.words ?? []).entries())
    for (const [at, word] of placedWordsOf(turnText(interview.turns[turn]!)).entries())
      if ((times[at] ?? Infinity) <= seconds) found = { turn, start: word.start }
  return found
}

describe('places of a recording', () => {
  test.each([true, false])('lead to their times and back (words have times: %s)', (hasWords) => {
    fc.assert(
      fc.property(talkArbitrary, fc.double({ min: 0.1, max: 3, noNaN: true }), (interview, secondsPerWord) => {
        const places = recordedPlaces(interview, evenRecording(interview, { secondsPerWord, hasWords }))
        let before = -1
        for (const cursor of cursorsOf(interview)) {
          const seconds = places.secondsOf(cursor)
          expect(seconds).toBeGreaterThan(before)
          expect(places.placeAt(seconds).cursor).toEqual(cursor)
          before = seconds
        }
        expect(places.end).toBeGreaterThan(before)
      }),
    )
  })

  test('hold the word that began last, at any time', () => {
    fc.assert(
      fc.property(talkArbitrary, fc.double({ min: 0, max: 60, noNaN: true }), (interview, seconds) => {
        const recording = evenRecording(interview, { secondsPerWord: 0.5, hasWords: true })
        const { cursor, word } = recordedPlaces(interview, recording).placeAt(seconds)
        expect({ turn: cursor.turn, start: word?.start }).toEqual(plainPlace(interview, recording, seconds))
        const range = rangeOfCursor(interview, cursor)!
        expect(word!.start >= range.start && word!.end <= range.end).toBe(true)
      }),
    )
  })

  test('only go forwards, whatever times a file gives', () => {
    const times = fc.array(fc.double({ min: -5, max: 50, noNaN: true }), { maxLength: 12 })
    fc.assert(
      fc.property(talkArbitrary, times, fc.array(times, { maxLength: 8 }), (interview, turns, words) => {
        const recording: Recording = { file: 'talk.mp3', kind: 'audio', turns, end: 20, words }
        const places = recordedPlaces(interview, recording)
        const all = cursorsOf(interview)
        const seconds = all.map((cursor) => places.secondsOf(cursor))
        expect(seconds).toEqual(seconds.toSorted((one, other) => one - other))
        let last = FIRST
        for (let at = 0; at < 60; at += 0.5) {
          const place = places.placeAt(at)
          expect(compareCursors(place.cursor, last)).toBeGreaterThanOrEqual(0)
          if (at < places.end) expect(place.next).toBeGreaterThan(at)
          last = place.cursor
        }
        expect(last).toEqual(all.at(-1))
      }),
    )
  })

  test('tell when the next word begins, and at last the end', () => {
    // It is 0. It is 1. | It is 0. It is 1. It is 2.
    const places = recordedPlaces(talk, evenRecording(talk, { secondsPerWord: 1, hasWords: true }))
    expect(places.placeAt(-3)).toMatchObject({ cursor: FIRST, next: 0 })
    expect(places.placeAt(2.5)).toEqual({ cursor: FIRST, word: { start: 6, end: 7 }, next: 3 })
    expect(places.placeAt(5.5)).toMatchObject({ cursor: { turn: 0, sentence: 1 }, next: 6 })
    expect(places.placeAt(14.5)).toMatchObject({ cursor: { turn: 1, sentence: 2 }, next: 15 })
    expect(places.end).toBe(15)
  })

  test('begin a turn with its own time, and a sentence with its first word', () => {
    const words = [
      [0.5, 1, 2, 3, 4, 5],
      [8.25, 9, 10, 11, 12, 13, 14, 15, 16],
    ]
    const places = recordedPlaces(talk, { file: 'a.mp3', kind: 'audio', turns: [0, 8], end: 17, words })
    expect(places.secondsOf({ turn: 1, sentence: 0 })).toBe(8)
    expect(places.placeAt(8.1)).toEqual({ cursor: { turn: 1, sentence: 0 }, word: null, next: 8.25 })
    expect(places.secondsOf({ turn: 1, sentence: 1 })).toBe(11)
  })

  test('share out a turn by the length of its texts where words have no times', () => {
    const places = recordedPlaces(talk, { file: 'a.mp3', kind: 'audio', turns: [0, 10], end: 36, words: null })
    // “It is 0. It is 1. It is 2.”: 9, 9 and 8 of 26 characters of 26 s
    expect(places.secondsOf({ turn: 1, sentence: 1 })).toBeCloseTo(19)
    expect(places.placeAt(18.9)).toMatchObject({ cursor: { turn: 1, sentence: 0 }, word: null })
    expect(places.placeAt(19.1)).toMatchObject({ cursor: { turn: 1, sentence: 1 }, next: expect.closeTo(28) as number })
  })
})
