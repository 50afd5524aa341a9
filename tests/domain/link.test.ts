import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interview } from '../../src/domain/interview.ts'
import {
  excerpt,
  interviewPath,
  isSamePlace,
  pathOfPlace,
  placeOfPath,
  RESERVED_IDS,
  START,
  turnById,
  turnIds,
  turnOfPlace,
  type Place,
} from '../../src/domain/link.ts'
import { nearestTurn } from '../../src/domain/nearest.ts'
import { interviewArbitrary, paragraph } from '../support/interviewArbitrary.ts'

const MAX_ID_LENGTH = 60

function placesOf({ topics, turns }: Interview): Place[] {
  return [
    START,
    ...topics.map(({ id }): Place => ({ kind: 'topic', topic: id })),
    ...turns.map(({ id }): Place => ({ kind: 'turn', turn: id })),
  ]
}

describe('turn ids', () => {
  test('are readable words of the turn', () => {
    expect(turnIds(['How is Blinken navigating this?', 'Where is it going?'], 'en')).toEqual([
      'blinken-navigating-this',
      'where-going',
    ])
    expect(turnIds(['Café crème, s’il vous plaît'], 'fr')).toEqual(['cafe-creme-vous-plait'])
    expect(turnIds(['你好世界'], 'zh')).toEqual(['你好-世界'])
    expect(turnIds(['…', '…'], 'en')).toEqual(['turn', 'turn-2'])
    expect(turnIds(['Topics'], 'en')).toEqual(['topics-2'])
  })

  test('are unique, short, never reserved, and the same on every run, in any script', () => {
    const texts = fc.array(
      fc.oneof(paragraph, fc.string({ unit: 'binary' }), fc.constantFrom('topics', 'a', 'a 2', '')),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'zh', 'ar'), (all, language) => {
        const ids = turnIds(all, language)
        expect(ids).toHaveLength(all.length)
        expect(new Set(ids).size).toBe(all.length)
        expect(turnIds(all, language)).toEqual(ids)
        for (const id of ids) {
          expect(id).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u)
          expect(id.length).toBeLessThanOrEqual(MAX_ID_LENGTH)
          expect(RESERVED_IDS.has(id)).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a link', () => {
  test('leads out and back for every place', () => {
    fc.assert(
      fc.property(interviewArbitrary, (interview) => {
        for (const place of placesOf(interview)) {
          const path = pathOfPlace(interview, place)
          expect(path).toMatch(/^\/interviews\/.*\/$/)
          expect(placeOfPath(interview, path)).toEqual(place)
          expect(placeOfPath(interview, path.slice(0, -1))).toEqual(place)
          expect(new URL(path, 'https://example.org').pathname).toBe(path)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('that is hostile is no place, and never an error', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.string({ unit: 'binary' }), (interview, tail) => {
        const place = placeOfPath(interview, `${interviewPath(interview.id)}${tail}`)
        if (place !== null) expect(placesOf(interview)).toContainEqual(place)
        expect(placeOfPath(interview, tail)).toBeNull()
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    '%',
    '%E0%A4%A/',
    'topics/',
    'topics/x/y/',
    '//',
    '../',
    'constructor/',
    '__proto__/',
    'topics/toString/',
  ])('that ends in %j is no place', (tail) => {
    const [interview] = fc.sample(interviewArbitrary, { numRuns: 1, seed: 1 })
    expect(interview && placeOfPath(interview, interviewPath(interview.id) + tail)).toBeNull()
  })

  test('gives the turn that is current at its place', () => {
    fc.assert(
      fc.property(interviewArbitrary, (interview) => {
        expect(turnOfPlace(interview, START)).toBeNull()
        for (const { topic, start } of interview.sections) {
          if (topic !== null) expect(turnOfPlace(interview, { kind: 'topic', topic })).toBe(start)
        }
        const places = placesOf(interview)
        for (const [one, place] of places.entries())
          for (const [other, another] of places.entries()) expect(isSamePlace(place, another)).toBe(one === other)
      }),
      { numRuns: 30 },
    )
  })

  test('that is wrong has the turn that shares most words with it as its nearest', () => {
    const turns = turnIds(['bread and butter', 'butter and marmalade today'], 'en').map((id) => ({ id }))
    // only what nearestTurn looks at
    const interview = { id: 'x', language: 'en', turns } as unknown as Interview
    expect(nearestTurn(interview, 'Butter-MARMALADE-tomorrow')?.id).toBe(turns[1]?.id)
    expect(nearestTurn(interview, 'butter')?.id).toBe(turns[0]?.id)
    expect(nearestTurn(interview, '%%%')).toBeNull()
    expect(turnById(interview, 'nothing')).toBeNull()
  })
})

describe('an excerpt', () => {
  test('is the whole text when it fits, and is cut between words otherwise', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.integer({ min: 1, max: 60 }), ({ turns }, length) => {
        for (const turn of turns) {
          const text = turn.paragraphs.join(' ').replaceAll(/\s+/g, ' ')
          const short = excerpt(turn, length)
          expect(short.length).toBeLessThanOrEqual(length)
          if (text.length <= length) expect(short).toBe(text)
          else expect(text.startsWith(short.slice(0, -1))).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
    const [turn] = [{ paragraphs: ['One two, three four'] }]
    expect(excerpt(turn as unknown as Parameters<typeof excerpt>[0], 12)).toBe('One two…') // only its text is looked at
  })
})
