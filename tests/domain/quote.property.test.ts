import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/domain/fingerprint.ts'
import { passagesOf } from '../../src/domain/fingerprintIndex.ts'
import { findQuote, quoteSelector } from '../../src/domain/quote.ts'
import { MAX_QUOTE_LENGTH } from '../../src/domain/address.ts'
import { formatQuote, parseQuote } from '../../src/domain/quoteAddress.ts'
import { resolveQuote } from '../../src/domain/resolveQuote.ts'
import { interviewArbitrary, paragraph } from '../support/interviewArbitrary.ts'

const prose = fc
  .array(
    fc.constantFrom(
      ...'the plan of water was signed in May — “yes”, she said. 外交 政策 שלום مرحبا 👩‍👩‍👧 🇳🇴 cafe\u0301 ﬁn | \\ [… …]'.split(
        ' ',
      ),
      '\n\n',
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map((pieces) => pieces.join(' '))
const text = fc.oneof(
  prose,
  fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n')),
)
const range = fc.record({ text, from: fc.nat(), length: fc.nat({ max: 900 }) }).map(({ text: any, from, length }) => {
  const start = from % Math.max(1, any.length)
  return { text: any, range: { start, end: Math.min(any.length, start + 1 + length) } }
})

const spaced = (any: string) => any.replaceAll(/\s+/g, ' ').trim()
const hasWords = (any: string) => /[\p{L}\p{N}]/u.test(any)

describe('a quotation of any stretch of any text', () => {
  it('holds the stretch, and is found in the unchanged text with the same characters', () => {
    fc.assert(
      fc.property(range, ({ text: any, range: { start, end } }) => {
        const selector = quoteSelector(any, { start, end })
        expect(selector.exact).toContain(any.slice(start, end))
        if (selector.exact.trim() === '') return
        const found = findQuote(any, selector)
        expect(found).toMatchObject({ isExact: true })
        expect(any.slice(found!.start, found!.end)).toBe(selector.exact)
      }),
      { numRuns: 300 },
    )
  })

  it('is found in the unchanged text from what an address carries of it', () => {
    fc.assert(
      fc.property(range, ({ text: any, range: chosen }) => {
        const { exact } = quoteSelector(any, chosen)
        if (!hasWords(exact) || /\p{Surrogate}/u.test(exact)) return
        const written = formatQuote(quoteSelector(any, chosen))
        expect(written.length).toBeLessThanOrEqual(MAX_QUOTE_LENGTH)
        const selector = parseQuote(written)
        expect(selector).not.toBeNull()
        const found = findQuote(any, selector!)
        expect(found).not.toBeNull()
        const words = spaced(any.slice(found!.start, found!.end))
        if (selector!.last) expect(words.startsWith(spaced(selector!.exact))).toBe(true)
        else expect(words).toBe(spaced(exact))
      }),
      { numRuns: 300 },
    )
  })

  it('cuts no character as a reader sees it', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (any, from, to) => {
        const bounds = new Set([...graphemes.segment(any)].map(({ index }) => index).concat(any.length))
        const start = Math.min(from % any.length, to % any.length)
        const { exact, prefix } = quoteSelector(any, { start, end: Math.max(from % any.length, to % any.length) })
        const at = prefix === '' ? any.indexOf(exact) : any.indexOf(prefix + exact) + prefix.length
        expect(bounds.has(at)).toBe(true)
        expect(bounds.has(at + exact.length)).toBe(true)
      }),
    )
  })
})

describe('a link to a quotation in any interview', () => {
  it('leads back to the words in the same interview', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.nat(), (interview, chosen) => {
        const turns = passagesOf(interview)
        const turn = chosen % turns.length
        const { text: own } = turns[turn]!
        const found = resolveQuote(turns, fingerprintOf(turns, turn), quoteSelector(own, { start: 0, end: own.length }))
        if (found.kind !== 'found') expect(found.kind).toBe('gone')
        else expect(turns[found.turn]!.text).toContain(own.trim())
      }),
      { numRuns: 60 },
    )
  })
})

describe('what claims to be a quotation', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom('|', '\\', '[…', '…]', '9', ' ', 'a', '<b>', '%E0', '\uD800', '\u202E', '外', 'e\u0301'))
      .map((all) => all.join('')),
  )

  it('never makes reading or finding throw', () => {
    fc.assert(
      fc.property(hostile, text, (any, own) => {
        const selector = parseQuote(any)
        if (!selector) return
        const found = findQuote(own, selector)
        if (!found) return
        expect(found.start).toBeGreaterThanOrEqual(0)
        expect(found.end).toBeGreaterThan(found.start)
        expect(found.end).toBeLessThanOrEqual(own.length)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['one word, again and again', 'a '.repeat(32_768), 'a '.repeat(149)],
    ['a script without spaces', '外'.repeat(21_845), `${'外'.repeat(219)}政`],
    ['no words at all', '“'.repeat(21_845), '“'.repeat(300)],
    ['two ends', 'a b '.repeat(16_384), 'a b a b […9…] b a b a c'],
  ])('is looked for in a turn of 64 KB of %s to its end', (_, long, quote) => {
    // What takes longer than its length would hold up the test until it is ended.
    expect(() => findQuote(long, parseQuote(quote.trim())!)).not.toThrow()
    expect(() => findQuote(long, quoteSelector(long, { start: 500, end: 900 }))).not.toThrow()
  })
})
