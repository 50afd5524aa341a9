import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText } from '../../src/domain/foldedText.ts'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import {
  rangesOfExactWords,
  rangesOfWords,
  searchInterview,
  soughtWords,
  type SearchQuery,
} from '../../src/domain/search.ts'
import { snapped } from '../../src/domain/characters.ts'
import { isWordEdge } from '../../src/domain/wordEdges.ts'
import { interviewArbitrary } from '../support/interviewArbitrary.ts'
import { blinkenInterview } from '../support/interviews.ts'

const found = (text: string, words: string, isExact = false) =>
  (isExact
    ? rangesOfExactWords(text, foldedText(text, 'shapes'), words)
    : rangesOfWords(foldedText(text, 'letters'), words)
  ).map(({ start, end }) => text.slice(start, end))
const everything = { isExact: false, speaker: null, topic: null }
const wordsFound = (interview: Interview, query: SearchQuery) =>
  searchInterview(interview, query).map(({ turn, start, end }) => turnText(interview.turns[turn]!).slice(start, end))

const blinken = blinkenInterview()

describe('rangesOfWords', () => {
  it.each([
    ['case', 'The U.S.-China relationship', 'u.s.-CHINA', 'U.S.-China'],
    ['accents', 'the Élysée palace', 'elysee', 'Élysée'],
    ['accents of their own', 'the E\u0301lyse\u0301e palace', 'élysée', 'E\u0301lyse\u0301e'],
    ['accents that only the query has', 'the Elysee palace', 'Élysée', 'Elysee'],
    ['typographic quotation marks', 'he said “it’s over” twice', `"it's over"`, '“it’s over”'],
    ['dashes', 'talks — open and frank', 'talks - open', 'talks — open'],
    ['width', 'ＡＢＣ １２３', 'abc 123', 'ＡＢＣ １２３'],
    ['letters that do not come apart', 'in Łódź', 'lodz', 'Łódź'],
    ['a letter that became two', 'die Straße dort', 'strasse', 'Straße'],
    ['a final sigma', 'ο Οδυσσεύς', 'ΟΔΥΣΣΕΥΣ', 'Οδυσσεύς'],
    ['soft hyphens', 'co\u00ADoperation', 'cooperation', 'co\u00ADoperation'],
    [
      'white space and paragraphs',
      'end of one.\n\nBeginning of  another',
      'one. beginning of another',
      'one.\n\nBeginning of  another',
    ],
    ['Hebrew points', 'שָׁלוֹם', 'שלום', 'שָׁלוֹם'],
    ['Arabic points', 'السَّلام', 'السلام', 'السَّلام'],
    ['Hangul in pieces', '\u1112\u1161\u11AB국', '한국', '\u1112\u1161\u11AB국'],
    ['Chinese', '外交政策的新方向', '政策', '政策'],
    ['a ligature', 'the ﬁnal say', 'final', 'ﬁnal'],
  ])('looks past %s', (_, text, words, hit) => {
    expect(found(text, words)).toEqual([hit])
  })

  it('finds no half of a character', () => {
    expect(found('ﬁnal', 'f')).toEqual([])
    expect(found('が', 'か')).toEqual([])
    expect(found('👩‍🚀', '👩')).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(found('anything', '')).toEqual([])
    expect(found('any thing', '  \n ')).toEqual([])
    expect(found('any\u00ADthing', '\u00AD')).toEqual([])
  })

  it('takes exact words letter by letter and whole, whatever the shape of quotation marks and dashes', () => {
    expect(found('Allies and alliances, allied', 'alli', true)).toEqual([])
    expect(found('The China trade, china plates, “China” — Chinas', 'China', true)).toEqual(['China', 'China'])
    expect(found('Élysée, Elysee', 'Elysee', true)).toEqual(['Elysee'])
    expect(found('“so” – he', '"so" - he', true)).toEqual(['“so” – he'])
    expect(found('U.S.-China', '.-', true)).toEqual(['.-'])
  })

  it.each([
    ['a word that goes on behind its apostrophe', 'I can’t, can I', 'can', 9],
    ['its end', 'I can’t say t', 't', 12],
    ['a number that goes on', '1,500 or 5% or $5 or 5', '5', 21],
    ['initials', 'the U.S.A. and U.S. troops', 'U.S', 15],
    ['a word with its marks', 'cafe\u0301 cafe', 'cafe', 6],
  ])('finds no part of %s among exact words', (_, text, words, start) => {
    expect(rangesOfExactWords(text, foldedText(text, 'shapes'), words).map((range) => range.start)).toEqual([start])
  })

  it('finds exact words in scripts without spaces anywhere', () => {
    expect(found('外交政策的新方向', '政策', true)).toEqual(['政策'])
    expect(found('ภาษาไทยง่าย', 'ไทย', true)).toEqual(['ไทย'])
    expect(found('用GPT模型', 'GPT', true)).toEqual(['GPT'])
  })

  it('finds the exact words that the simplest right search finds', () => {
    const sign = fc.constantFrom(...Array.from('aab1’\'.,- $%—"外ไé\u0301א״'))
    const texts = fc.array(sign, { minLength: 1, maxLength: 24 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 3 }), (text, at, length) => {
        const words = text.slice(at % text.length, (at % text.length) + 1 + length)
        expect(rangesOfExactWords(text, foldedText(text, 'shapes'), words)).toEqual(naiveExact(text, words))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes time that grows with the text alone', () => {
    const text = foldedText('a'.repeat(200_000), 'letters')
    expect(rangesOfWords(text, 'a'.repeat(399) + 'b')).toEqual([])
    // An hour of talk in one turn: with its square for a time it would take minutes.
    const letters = 'a'.repeat(200_000)
    expect(rangesOfExactWords(letters, foldedText(letters, 'shapes'), 'a')).toEqual([])
    for (const words of ['so to say, ', 'так сказать, ', 'כך לומר, '])
      expect(rangesOfWords(foldedText(words.repeat(60_000), 'letters'), words)).toHaveLength(60_000)
  })
})

describe('searchInterview', () => {
  it('finds a word in every turn, in order, and of one speaker or topic alone', () => {
    const all = searchInterview(blinken, { ...everything, words: 'human rights' })
    expect(all.length).toBeGreaterThan(3)
    expect(all.map(({ turn }) => turn)).toEqual(all.map(({ turn }) => turn).toSorted((one, other) => one - other))
    const carters = searchInterview(blinken, { ...everything, words: 'human rights', speaker: 'Dr. Carter' })
    expect(carters).toEqual(all.filter(({ turn }) => blinken.turns[turn]!.speaker === 'Dr. Carter'))
    expect(carters.length).toBeLessThan(all.length)
    const topic = blinken.topics.find(({ label }) => label === 'China')!.id
    const onChina = wordsFound(blinken, { ...everything, words: 'human rights', topic })
    expect(onChina).toEqual(['human rights'])
  })

  it('finds what the simplest right search finds: every turn whose folded text has the folded query in it', () => {
    const query = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('a', 'é', "'", '-', 'ss', 'か', '한', 'ﬁ', 'σ', 'א', '\u0301'),
    )
    fc.assert(
      fc.property(interviewArbitrary, query, fc.nat(), (interview, typed, at) => {
        const texts = interview.turns.map(turnText)
        const taken = texts[at % texts.length]!.slice(at % 7, (at % 7) + 5)
        for (const words of [typed, taken]) {
          const sought = soughtWords(words, 'letters')
          const hits = searchInterview(interview, { ...everything, words })
          const turns = new Set(hits.map(({ turn }) => turn))
          texts.forEach((text, turn) => {
            const { folded } = foldedText(text, 'letters')
            if (!sought || !folded.includes(sought)) expect(turns.has(turn)).toBe(false)
            else if (!turns.has(turn)) expect(everyPlaceIsInsideCharacters(text, sought)).toBe(true)
          })
          for (const { turn, start, end } of hits) {
            const text = texts[turn]!
            expect(foldedText(text.slice(start, end), 'letters').folded).toBe(sought)
            expect([snapped(text, start, -1), snapped(text, end, 1)]).toEqual([start, end])
          }
        }
      }),
    )
  })
})

/** Everything in a text that is folded as the words are, from the edge of a word to the edge of one, and cuts no character. */
function naiveExact(text: string, words: string) {
  const sought = soughtWords(words, 'shapes')
  const ranges = []
  const isEdge = (at: number) => isWordEdge(text, at) && snapped(text, at, -1) === at
  for (let start = 0; start < text.length; start += 1)
    for (let end = start + 1; end <= text.length; end += 1)
      if (isEdge(start) && isEdge(end) && foldedText(text.slice(start, end), 'shapes').folded === sought) {
        ranges.push({ start, end })
        start = end
      }
  return ranges
}

/** Whether words stand in a text only where they would begin or end in the middle of a character. */
function everyPlaceIsInsideCharacters(text: string, sought: string): boolean {
  const { folded, starts, ends } = foldedText(text, 'letters')
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1))
    if (starts[at]! >= 0 && ends[at + sought.length]! >= 0) return false
  return true
}
