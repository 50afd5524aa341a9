import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf, resolveFingerprint } from '../../src/domain/fingerprint.ts'
import { parseFingerprint } from '../../src/domain/fingerprintCode.ts'
import { passagesOf, type Passage } from '../../src/domain/fingerprintIndex.ts'
import { scanText } from '../../src/domain/fingerprintScan.ts'
import { foldedWords, hashOf } from '../../src/domain/fingerprintWords.ts'
import { interviewArbitrary } from '../support/interviewArbitrary.ts'
import { blinkenInterview } from '../support/interviews.ts'

const anyPassages = interviewArbitrary.map(passagesOf)

/** Talk of common and rare words, in which turns are often alike. */
const word = fc.constantFrom(
  ...'yeah right well i think the that is of you know we have seed soil frost bergen copper slug'.split(' '),
  ...Array.from({ length: 60 }, (_, index) => `w${index}x`),
)
const talk: fc.Arbitrary<Passage[]> = fc.array(
  fc.record({
    speaker: fc.constantFrom('Host', 'Guest'),
    text: fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' ')),
  }),
  { minLength: 6, maxLength: 40 },
)

const folded = (turn: Passage | undefined) => foldedWords(turn?.text ?? '').join(' ')

describe('a fingerprint of any turn', () => {
  it('is short, of safe characters, and always the same', () => {
    fc.assert(
      fc.property(anyPassages, (turns) => {
        for (const [turn] of turns.entries()) {
          const fingerprint = fingerprintOf(turns, turn)
          expect(fingerprint).toMatch(/^[\w-]{1,40}$/)
          expect(fingerprintOf([...turns], turn)).toBe(fingerprint)
          expect(parseFingerprint(fingerprint)).not.toBeNull()
        }
      }),
      { numRuns: 40 },
    )
  })

  it('leads back to it: exactly, or it says that it is not sure, as among turns that are all alike', () => {
    fc.assert(
      fc.property(fc.oneof(anyPassages, talk), (turns) => {
        for (const [turn] of turns.entries()) {
          const found = resolveFingerprint(turns, fingerprintOf(turns, turn))
          expect(found).not.toBeNull()
          if (found?.kind === 'gone') expect(found.candidates).toContain(turn)
          else expect(found).toEqual({ kind: 'exact', turn })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('leads back to it exactly among turns of their own words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 60 }), fc.nat(), (count, chosen) => {
        const turns = Array.from({ length: count }, (_, turn) => ({
          speaker: turn % 2 ? 'Guest' : 'Host',
          text: Array.from({ length: 8 }, (__, at) => `own${(turn * 8 + at).toString(36)}`).join(' '),
        }))
        const turn = chosen % count
        expect(resolveFingerprint(turns, fingerprintOf(turns, turn))).toEqual({ kind: 'exact', turn })
      }),
    )
  })

  it('never lands on other words when turns elsewhere are changed, put in or taken out', () => {
    const edit = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('change' as const, 'insert' as const, 'delete' as const),
      text: fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' ')),
    })
    fc.assert(
      fc.property(talk, fc.nat(), fc.array(edit, { maxLength: 6 }), (turns, chosen, edits) => {
        const linked = turns[chosen % turns.length]!
        const fingerprint = fingerprintOf(turns, turns.indexOf(linked))
        let after = turns
        for (const { at, kind, text } of edits) {
          const place = at % after.length
          const isNear = Math.abs(place - after.indexOf(linked)) <= 2
          if (isNear) continue
          const put = kind === 'delete' ? [] : [{ speaker: 'Host', text }]
          after = after.toSpliced(place, kind === 'insert' ? 0 : 1, ...put)
        }
        const found = resolveFingerprint(after, fingerprint)
        const landed = found && found.kind !== 'gone' ? after[found.turn] : linked
        expect(folded(landed)).toBe(folded(linked))
      }),
      { numRuns: 400 },
    )
  })

  it('is never read from any other string without a check, and no string makes it throw', () => {
    const turns = passagesOf(blinkenInterview())
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', '-', '_', 'Z', '9', '\uD800', '\u202E', '%', '<', '&'), maxLength: 50 }),
      fc.stringMatching(/^a[\w-]{0,45}$/),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const found = resolveFingerprint(turns, text)
        expect(found === null || found.kind === 'gone' || found.turn in turns).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

describe('scanning a text', () => {
  it('gives the folded words, however plain or not the text is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({ unit: fc.constantFrom(...Array.from("aZ9' ’‘“—….é外\u0301\u200D")) }),
    )
    fc.assert(
      fc.property(text, (any) => {
        const words = foldedWords(any)
        expect(scanText(any)).toEqual({ words: words.map(hashOf), whole: hashOf(words.join(' ')) })
      }),
      { numRuns: 500 },
    )
  })
})
