import { describe, expect, it } from 'vitest'
import { fingerprintOf, resolveFingerprint } from '../../src/domain/fingerprint.ts'
import { parseFingerprint } from '../../src/domain/fingerprintCode.ts'
import { passagesOf, type Passage } from '../../src/domain/fingerprintIndex.ts'
import { foldedWords } from '../../src/domain/fingerprintWords.ts'
import { blinkenInterview } from '../support/interviews.ts'

const turns = passagesOf(blinkenInterview())

function said(...texts: readonly string[]): Passage[] {
  return texts.map((text, index) => ({ speaker: index % 2 ? 'Guest' : 'Host', text }))
}

const TALK = [
  'Welcome to the garden hour, where we talk about soil and seeds.',
  'Thank you for the invitation, the greenhouse is lovely.',
  'Do tomatoes mind the cold nights of April?',
  'Yeah.',
  'And peppers, are they as tender as aubergines?',
  'Peppers are worse, they sulk for weeks below ten degrees.',
  'So a fleece helps?',
  'Yeah.',
  'Then let us open the post bag, a listener from Bergen writes about slugs.',
  'Beer traps, copper tape, and above all patience with the hedgehogs.',
  'That is all we have time for today, goodbye.',
]

describe('a fingerprint', () => {
  it('is at most 40 characters that need no escape in an address', () => {
    for (const [turn] of turns.entries()) expect(fingerprintOf(turns, turn)).toMatch(/^[\w-]{1,40}$/)
  })

  it('finds its turn in the same interview, exactly', () => {
    for (const [turn] of turns.entries())
      expect(resolveFingerprint(turns, fingerprintOf(turns, turn))).toEqual({ kind: 'exact', turn })
  })

  it('stays the same when only case, quotation marks, dashes and white space change', () => {
    const retyped = turns.map(({ speaker, text }) => ({
      speaker,
      text: text.toUpperCase().replaceAll('’', "'").replaceAll(/[“”]/g, '"').replaceAll('—', ' - '),
    }))
    for (const [turn] of turns.entries()) expect(fingerprintOf(retyped, turn)).toBe(fingerprintOf(turns, turn))
  })

  it('says how sure it is of a turn that was edited', () => {
    const edited = turns.map((turn) => ({ ...turn, text: turn.text.replaceAll(/\b(?:is|the|a)\b/g, 'was') }))
    const found = resolveFingerprint(edited, fingerprintOf(turns, 3))
    expect(found).toMatchObject({ kind: 'edited', turn: 3 })
    expect(found?.kind === 'edited' && found.certainty).toBeGreaterThan(0.9)
  })

  it('tells two short answers of the same words apart by their neighbours', () => {
    const talk = said(...TALK)
    const later = [...said('An announcement.', 'A second one.'), ...talk]
    expect(resolveFingerprint(later, fingerprintOf(talk, 3))).toEqual({ kind: 'exact', turn: 5 })
    expect(resolveFingerprint(later, fingerprintOf(talk, 7))).toEqual({ kind: 'exact', turn: 9 })
  })

  it('says that a deleted short answer is gone, though another of the same words is left', () => {
    const talk = said(...TALK)
    expect(resolveFingerprint(talk.toSpliced(7, 1), fingerprintOf(talk, 7))?.kind).toBe('gone')
  })

  it('says that a deleted answer is gone and offers what is likest', () => {
    const found = resolveFingerprint(turns.toSpliced(5, 1), fingerprintOf(turns, 5))
    expect(found?.kind).toBe('gone')
    expect(found?.kind === 'gone' && found.candidates.length).toBeLessThanOrEqual(3)
  })

  it('lands on the first part of a turn that was split', () => {
    const { speaker, text } = turns[3]!
    const middle = text.indexOf('. ', text.length / 2) + 1
    const parts = [
      { speaker, text: text.slice(0, middle) },
      { speaker, text: text.slice(middle) },
    ]
    expect(resolveFingerprint(turns.toSpliced(3, 1, ...parts), fingerprintOf(turns, 3))).toMatchObject({ turn: 3 })
  })

  it('follows a turn to where it was moved, whatever its speaker is called now', () => {
    const moved = [...turns.slice(8), ...turns.slice(0, 8)].map((turn) => ({
      ...turn,
      speaker: `${turn.speaker} (TN)`,
    }))
    expect(resolveFingerprint(moved, fingerprintOf(turns, 3))).toEqual({ kind: 'exact', turn: moved.length - 5 })
  })

  it('works in a script without spaces', () => {
    const talk = said(
      '您能谈谈中美关系的现状吗？',
      '中美关系是当今最具挑战性的外交任务之一，需要耐心和战略竞争的智慧。',
      '那么人权问题呢？',
      '人权是外交政策的重要组成部分，它符合我们的价值观。',
    )
    const edited = talk.map((turn) => ({
      ...turn,
      text: turn.text.replace('最具挑战性', '最有难度').replace('那么', ''),
    }))
    expect(resolveFingerprint([...said('欢迎收听。'), ...edited], fingerprintOf(talk, 1))).toMatchObject({
      kind: 'edited',
      turn: 2,
    })
  })

  it('takes what the rest of the address names for a sign, not for proof', () => {
    const other = said('Nothing of it is left here.', 'Not a word.', 'Other people, other talk.')
    expect(resolveFingerprint(other, fingerprintOf(turns, 3), 1)?.kind).toBe('gone')
  })

  it.each([
    ['nothing', ''],
    ['a format that is not known', 'z0123456789'],
    ['markup', '<script>alert(1)</script>'],
    ['percent errors', '%E0%A4%A'],
    ['half a character', 'a\uD800b'],
    ['bidi controls', 'a\u202Eabc'],
    ['more than 40 characters', `a${'A'.repeat(100_000)}`],
    ['a line break behind', `${fingerprintOf(turns, 3)}\n`],
  ])('is damaged when it is %s', (_, text) => {
    expect(resolveFingerprint(turns, text)).toBeNull()
  })

  it('is damaged when a character is lost or changed', () => {
    const whole = fingerprintOf(turns, 3)
    const broken = Array.from(whole, (_, at) => [whole.slice(0, at) + whole.slice(at + 1), whole.slice(0, at)]).flat()
    expect(broken.filter((text) => parseFingerprint(text) !== null)).toHaveLength(0)
  })

  it('is asked for a turn that there is', () => {
    expect(() => fingerprintOf(turns, turns.length)).toThrow(RangeError)
  })
})

describe('folded words', () => {
  it('are without case, accents and apostrophes, and pairs of characters where there are no spaces', () => {
    expect(foldedWords('Don’t say «Élan» — 外交政策')).toEqual(['dont', 'say', 'elan', '外交', '交政', '政策'])
  })
})
