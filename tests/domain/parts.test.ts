import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCount, partsOf } from '../../src/domain/exchanges.ts'
import { resolveFingerprint } from '../../src/domain/fingerprint.ts'
import { passagesOf } from '../../src/domain/fingerprintIndex.ts'
import { turnAt, type Interview, type TurnId } from '../../src/domain/interview.ts'
import { ribbonOf } from '../../src/domain/library.ts'
import { pathOfPlace, placeOfPath, START, turnOfPlace } from '../../src/domain/link.ts'
import { outlineOf, outlinePosition } from '../../src/domain/outline.ts'
import { Parts } from '../../src/domain/parts.ts'
import { lengthOf, secondsOfSection, startOf, timelineOf } from '../../src/domain/timeline.ts'
import { sectionOf } from '../../src/domain/topics.ts'
import { longInterview } from '../support/longSite.ts'
import { talkOf } from '../support/playback.ts'
import { evenRecording } from '../support/recording.ts'

/** Turns follow one another as people talk: mostly by turns, at times long one-sided, with a heading now and then. */
const longTalk: fc.Arbitrary<Interview> = fc
  .record({
    turns: fc.array(
      fc.record({
        stays: fc.integer({ min: 0, max: 9 }),
        sentences: fc.integer({ min: 1, max: 3 }),
        heading: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: 1, maxLength: 500, size: 'max' },
    ),
    /** Of ten turns so many are by who spoke before; 10 for a monologue. */
    stay: fc.constantFrom(0, 1, 5, 10),
    isRecorded: fc.boolean(),
  })
  .map(({ turns, stay, isRecorded }) => {
    let role: 'guest' | 'interviewer' = 'interviewer'
    const talk = talkOf(
      turns.map(({ stays, sentences, heading }, index) => {
        if (index > 0 && stays >= stay) role = role === 'guest' ? 'interviewer' : 'guest'
        return { role, sentences, isTopic: heading === 0 }
      }),
    )
    const topic = talk.topics[0]!.id // a talk has one at least
    const mentioning = talk.turns.map((turn, index) => (index % 7 === 3 ? { ...turn, mentions: [topic] } : turn))
    const aliases = Object.fromEntries(
      talk.turns.filter((_, index) => index % 11 === 5).map(({ id }) => [`old-${id}`, id]),
    )
    const interview = { ...talk, turns: mentioning, aliases }
    if (!isRecorded) return interview
    return { ...interview, recording: evenRecording(interview, { secondsPerWord: 0.5, hasWords: true }) }
  })

/** Questions and answers in turn. */
function roleAt(index: number): 'interviewer' | 'guest' {
  return index % 2 === 0 ? 'interviewer' : 'guest'
}

/** The parts of an interview, each with the index in the whole of its first turn. */
function partsWithStarts(whole: Interview) {
  const parts = new Parts(whole)
  return parts.starts.map((first, position) => ({ first, part: parts.part(position + 1) }))
}

describe('the parts of a long interview', () => {
  test('hold every turn once, in order', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        expect(partsWithStarts(whole).flatMap(({ part }) => part.turns)).toEqual(whole.turns)
      }),
    )
  })

  test('are of 50 to 100 turns, but for the last', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        const sizes = partsWithStarts(whole).map(({ part }) => part.turns.length)
        for (const size of sizes) expect(size).toBeLessThanOrEqual(100)
        for (const size of sizes.slice(0, -1)) expect(size).toBeGreaterThanOrEqual(50)
      }),
    )
  })

  test('never begin between a question and its answer', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        const roles = partsOf(whole).map(({ role }) => role)
        for (const { first } of partsWithStarts(whole).slice(1))
          expect([roles[first - 1], roles[first]]).not.toEqual(['interviewer', 'guest'])
      }),
    )
  })

  test('begin at an exchange where there is one, and at a heading where one is near', () => {
    const turns = Array.from({ length: 400 }, (_, index) => ({
      role: roleAt(index),
      sentences: 1,
      isTopic: index === 84 || index === 171,
    }))
    const starts = new Parts(talkOf(turns)).starts
    expect(starts.every((start) => roleAt(start) === 'interviewer')).toBe(true)
    expect(starts).toContain(84)
    expect(starts).not.toContain(171) // between a question and its answer
  })

  test('number questions and answers as the whole does', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        const parts = partsWithStarts(whole).map(({ part }) => part)
        expect(parts.flatMap((part) => partsOf(part))).toEqual(partsOf(whole))
        for (const part of parts) expect(answerCount(part)).toBe(answerCount(whole))
      }),
    )
  })

  test('say each turn when the whole does, and take as long as it', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        const timeline = timelineOf(whole)
        for (const { part, first } of partsWithStarts(whole)) {
          expect(lengthOf(part)).toBe(lengthOf(whole))
          part.turns.forEach((_, index) =>
            expect(startOf(timelineOf(part), index)).toBeCloseTo(startOf(timeline, first + index), 6),
          )
        }
      }),
    )
  })

  test('have the sections of the whole, as far as they reach, each with the length of all of it', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        for (const { part, first } of partsWithStarts(whole))
          part.turns.forEach((_, index) => {
            const section = sectionOf(part, index)
            const inWhole = sectionOf(whole, first + index)
            expect([section.heading, section.topic]).toEqual([inWhole.heading, inWhole.topic])
            expect(section.isContinued === true).toBe(inWhole.start < first)
            expect(secondsOfSection(part, section)).toBeCloseTo(secondsOfSection(whole, inWhole), 6)
            expect(outlineOf(part)[outlinePosition(part, index)]?.start).toBe(inWhole.start)
          })
      }),
    )
  })

  test('have the outline and the ribbon of the whole, and name the parts that headings stand in', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        const parts = partsWithStarts(whole)
        for (const { part } of parts) {
          expect(ribbonOf(part)).toEqual(ribbonOf(whole))
          expect(outlineOf(part).map((entry) => ({ ...entry, part: 1 }))).toEqual(outlineOf(whole))
          for (const { part: number, turn } of outlineOf(part))
            expect(parts[number - 1]?.part.turns.some(({ id }) => id === turn)).toBe(true)
        }
      }),
    )
  })

  test('hold each address of the whole once: of turns, old and new, of topics, and of the interview', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        const parts = partsWithStarts(whole)
        const places = [
          START,
          ...whole.topics.map(({ id }) => ({ kind: 'topic', topic: id }) as const),
          ...whole.turns.map(({ id }) => ({ kind: 'turn', turn: id }) as const),
          ...Object.keys(whole.aliases ?? {}).map((id) => ({ kind: 'turn', turn: id as TurnId }) as const),
        ]
        for (const place of places) {
          const path = pathOfPlace(whole, place)
          const found = parts.flatMap(({ part, first }) => {
            const there = placeOfPath(part, path)
            const index = there && turnOfPlace(part, there)
            return there ? [index === null ? null : first + index] : []
          })
          const inWhole = placeOfPath(whole, path)
          expect(found).toEqual([inWhole && turnOfPlace(whole, inWhole)])
        }
      }),
      { numRuns: 10, endOnFailure: true },
    )
  })

  test('find each of their turns by its fingerprint, though its neighbours may be in another part', () => {
    const parts = new Parts(longInterview())
    for (const number of [1, 2, 3, 4]) {
      const part = parts.part(number)
      const passages = passagesOf(part)
      part.turns.forEach(({ fingerprint }, turn) =>
        expect(resolveFingerprint(passages, fingerprint, turn)).toMatchObject({ kind: 'exact', turn }),
      )
    }
  })

  test('know their neighbours, and how many turns are before them', () => {
    fc.assert(
      fc.property(longTalk, (whole) => {
        const parts = partsWithStarts(whole)
        parts.forEach(({ part, first }, position) => {
          expect(part.part).toMatchObject({ number: position + 1, of: parts.length, first, total: whole.turns.length })
          expect(part.part?.previous ?? null).toBe(parts[position - 1]?.part.turns[0]?.id ?? null)
          expect(part.part?.next ?? null).toBe(parts[position + 1]?.part.turns[0]?.id ?? null)
        })
      }),
    )
  })

  test('keep an outline of very many headings small, with those near the part', () => {
    const turns = Array.from({ length: 3000 }, (_, index) => ({
      role: roleAt(index),
      sentences: 1,
      isTopic: index % 6 === 0,
    }))
    const parts = new Parts(talkOf(turns))
    for (let number = 1; number <= parts.starts.length; number += 1) {
      const part = parts.part(number)
      const outline = outlineOf(part)
      expect(outline.length).toBeLessThan(250)
      for (const { heading, start, isContinued } of part.sections)
        if (!isContinued)
          expect(outline).toContainEqual(expect.objectContaining({ heading, start: start + (part.part?.first ?? 0) }))
    }
  })
})

describe('a glimpse of a long interview', () => {
  test('shows a few turns with the one it is of, numbered and timed as the whole', () => {
    fc.assert(
      fc.property(longTalk, fc.nat(), (whole, at) => {
        const index = at % whole.turns.length
        const glimpse = new Parts(whole).glimpse(index)
        const first = glimpse.part?.first ?? 0
        expect(glimpse.turns).toEqual(whole.turns.slice(first, first + glimpse.turns.length))
        expect(glimpse.turns).toContain(turnAt(whole, index))
        expect(glimpse.turns.length).toBeLessThanOrEqual(6)
        expect(partsOf(glimpse)).toEqual(partsOf(whole).slice(first, first + glimpse.turns.length))
        expect(startOf(timelineOf(glimpse), 0)).toBeCloseTo(startOf(timelineOf(whole), first), 6)
      }),
    )
  })

  test('shows the question of an answer, and leaves out what is long', () => {
    const turns = Array.from({ length: 300 }, (_, index) => ({
      role: roleAt(index),
      sentences: index === 152 ? 1000 : 2,
      isTopic: false,
    }))
    const parts = new Parts(talkOf(turns))
    expect(parts.glimpse(151).turns.map(({ id }) => id)).toContain('turn-150')
    expect(parts.glimpse(151).turns.at(-1)?.id).toBe('turn-151')
    expect(parts.glimpse(153).turns[0]?.id).toBe('turn-153')
    expect(parts.glimpse(152).turns.map(({ id }) => id)).toContain('turn-152')
  })
})
