import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/domain/fingerprint.ts'
import { passagesOf } from '../../src/domain/fingerprintIndex.ts'
import { findQuote, quoteSelector } from '../../src/domain/quote.ts'
import { MAX_QUOTE_LENGTH } from '../../src/domain/address.ts'
import { formatQuote, parseQuote } from '../../src/domain/quoteAddress.ts'
import { resolveQuote } from '../../src/domain/resolveQuote.ts'
import { blinkenInterview } from '../support/interviews.ts'

/** What a link to the first place of some words in a text finds in another text. */
function followed(text: string, words: string, later = text, from = text.indexOf(words)) {
  const selector = parseQuote(formatQuote(quoteSelector(text, { start: from, end: from + words.length })))
  const found = selector && findQuote(later, selector)
  return found && { words: later.slice(found.start, found.end), isExact: found.isExact }
}

const TEXT =
  'The treaty was signed in May. “Nobody expected it,” she said — least of all the press.\n\n' +
  'Two years later it was torn up. The treaty was signed again, by others, in the same room.'

describe('a quotation', () => {
  it('is found unchanged, over paragraphs too', () => {
    const words = 'least of all the press.\n\nTwo years later'
    expect(followed(TEXT, words)).toEqual({ words, isExact: true })
  })

  it('is told from the same words elsewhere in its turn by what stands beside it', () => {
    const words = 'The treaty was signed'
    const second = TEXT.lastIndexOf(words)
    expect(formatQuote(quoteSelector(TEXT, { start: second, end: second + words.length }))).toContain('|')
    const selector = quoteSelector(TEXT, { start: second, end: second + words.length })
    expect(findQuote(TEXT, selector)?.start).toBe(second)
    expect(findQuote(TEXT.replace('in the same room', 'there'), selector)?.start).toBe(second)
  })

  it('is found when quotation marks, dashes, case and accents were changed', () => {
    const later = TEXT.replace('“Nobody expected it,” she said — least', '"NOBODY expéctèd it", she said - least')
    expect(followed(TEXT, '“Nobody expected it,” she said — least of all', later)).toEqual({
      words: '"NOBODY expéctèd it", she said - least of all'.slice(1),
      isExact: false,
    })
  })

  it('is found when words of it were changed, left out or put in', () => {
    const later = TEXT.replace('Two years later it was torn up.', 'Some two years later, it was finaly torn up.')
    expect(followed(TEXT, 'Two years later it was torn up.', later)).toEqual({
      words: 'two years later, it was finaly torn up.',
      isExact: false,
    })
  })

  it('is gone when other words stand there', () => {
    expect(
      followed(TEXT, 'Two years later it was torn up.', TEXT.replace('Two years later it was torn up.', '')),
    ).toBeNull()
  })

  it('is gone when it is short and changed: there is too little of it to be sure', () => {
    expect(followed(TEXT, 'torn up', TEXT.replace('torn up', 'worn up'))).toBeNull()
  })

  it('is not guessed at when two places are as good', () => {
    const text = 'They asked about the second plan for water. They asked about the third plan for water.'
    const selector = { exact: 'They asked about the first plan for water', prefix: '', suffix: '' }
    expect(findQuote(text, selector)).toBeNull()
  })

  it.each([
    ['an emoji of many parts', 'a 👩‍👩‍👧‍👦 b', 3, 5, '👩‍👩‍👧‍👦'],
    ['a flag', 'a 🇳🇴🇸🇪 b', 4, 6, '🇳🇴'],
    ['a skin tone', 'a 👍🏽 b', 2, 4, '👍🏽'],
    ['a combining mark', 'cafe\u0301 au lait', 0, 4, 'cafe\u0301'],
    ['a vowel sign', 'नमस्ते जी', 0, 5, 'नमस्ते'],
    ['a line end of two', 'a\r\nb', 0, 2, 'a\r\n'],
  ])('never cuts %s', (_, text, start, end, exact) => {
    expect(quoteSelector(text, { start, end }).exact).toBe(exact)
  })

  it.each([
    [
      'ligatures',
      'The ﬁrst oﬃce was small, he recalled.',
      'The first office was small, he recalled.',
      'ﬁrst oﬃce was small',
    ],
    ['Hebrew', 'הוא אמר: ״שלום לכולם״ והלך הביתה.', 'הוא אמר: "שָׁלוֹם לכולם" והלך הביתה.', 'שלום לכולם'],
    [
      'Arabic',
      'قال المتحدث إن الاتفاق وُقّع أمس في القاهرة.',
      'قال المتحدث إن الاتفاق وقع أمس في القاهرة.',
      'الاتفاق وُقّع أمس',
    ],
    [
      'Chinese',
      '人权是外交政策的重要组成部分，它符合我们的价值观。',
      '人权乃外交政策的重要组成部分，符合我们的价值观。',
      '人权是外交政策的重要组成部分',
    ],
    ['Japanese', 'それは難しい任務です。', 'それはとても難しい任務です。', 'それは難しい任務'],
  ])('holds in %s after an edit', (_, text, later, words) => {
    expect(followed(text, words)).toEqual({ words, isExact: true })
    expect(followed(text, words, later)).toMatchObject({ isExact: false })
  })

  it('is found by the characters alone when it has no letters', () => {
    expect(followed('Well… 🙂🙂 — yes!', '🙂 —')).toEqual({ words: '🙂 —', isExact: true })
  })
})

describe('a long quotation', () => {
  /** Words that are not like one another. */
  const long = Array.from({ length: 120 }, (_, index) => (index * 7919 + 46_656).toString(36)).join(' ')
  const text = `Before it. ${long}. After it.`
  const written = formatQuote(quoteSelector(text, { start: 11, end: 11 + long.length }))

  it('stands in an address by its first and its last words', () => {
    expect(written.length).toBeLessThanOrEqual(MAX_QUOTE_LENGTH)
    expect(written).toMatch(/^1000 .* \[…\d+…\] .* \w+$/)
    expect(long.endsWith(written.slice(written.indexOf('…] ') + 3))).toBe(true)
  })

  it('is found whole, and exact only when nothing between was put in or left out', () => {
    const selector = parseQuote(written)!
    const found = findQuote(text, selector)!
    expect(text.slice(found.start, found.end)).toBe(long)
    expect(found.isExact).toBe(true)
    const middle = long.split(' ')[60]!
    const later = text.replace(middle, `another ${middle}`)
    const again = findQuote(later, selector)!
    expect(later.slice(again.start, again.end)).toBe(long.replace(middle, `another ${middle}`))
    expect(again.isExact).toBe(false)
  })

  it('is found by one end when the other was rewritten', () => {
    const later = text.replace(long.slice(0, 200), Array.from(long.slice(0, 200).split(' '), () => 'other').join(' '))
    const found = findQuote(later, parseQuote(written)!)!
    expect(later.slice(found.start, found.end)).toMatch(/^(?:other )+.*\w+$/)
    expect(found.isExact).toBe(false)
  })
})

describe('a quotation in an address', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['more than 300 characters', 'x'.repeat(100_000)],
    ['half a character', 'some \uD800 words'],
    ['an odd number of bars', 'before|words'],
    ['no words between bars', 'before||after'],
    ['no words behind what was left out', 'first words […12…] '],
  ])('is damaged when it is %s', (_, text) => {
    expect(parseQuote(text)).toBeNull()
  })

  it('keeps signs of its own grammar that stand in the words', () => {
    const text = String.raw`He wrote a|b and c\d, and […3…] for what was left out.`
    expect(followed(text, String.raw`a|b and c\d`)).toEqual({ words: String.raw`a|b and c\d`, isExact: true })
    expect(followed(text, 'and […3…] for what was left out')?.words).toBe('and […3…] for what was left out')
  })
})

describe('a link to a quotation', () => {
  const turns = passagesOf(blinkenInterview())
  const { text } = turns[3]!
  const start = text.indexOf('. ') + 2
  const selector = quoteSelector(text, { start, end: text.indexOf('.', start + 20) + 1 })
  const fingerprint = fingerprintOf(turns, 3)

  it('finds the words in their turn', () => {
    const found = resolveQuote(turns, fingerprint, selector)
    expect(found).toMatchObject({ kind: 'found', turn: 3, resolution: { kind: 'exact' }, range: { isExact: true } })
  })

  it('finds them in the second part of a turn that was split', () => {
    const parts = [
      { ...turns[3]!, text: text.slice(0, start) },
      { ...turns[3]!, text: text.slice(start) },
    ]
    expect(resolveQuote(turns.toSpliced(3, 1, ...parts), fingerprint, selector)).toMatchObject({
      kind: 'found',
      turn: 4,
    })
  })

  it('finds long words without a fingerprint, and says nothing of the turn', () => {
    expect(resolveQuote(turns, null, selector)).toMatchObject({ kind: 'found', turn: 3, resolution: null })
    expect(resolveQuote(turns, 'damaged', selector)).toMatchObject({ kind: 'found', turn: 3, resolution: null })
  })

  it('opens the turn when its words are gone from it', () => {
    const later = turns.with(3, { ...turns[3]!, text: text.replace(selector.exact, '') })
    expect(resolveQuote(later, fingerprint, selector)).toMatchObject({ kind: 'changed', turn: 3 })
  })

  it('says that both are gone', () => {
    const later = turns.toSpliced(3, 1)
    expect(resolveQuote(later, fingerprint, selector).kind).toBe('gone')
    expect(resolveQuote(later, null, selector).kind).toBe('gone')
  })
})
