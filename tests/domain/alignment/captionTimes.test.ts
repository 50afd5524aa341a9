import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captionTimesOf } from '../../../src/domain/alignment/captionTimes.ts'
import type { Cue } from '../../../src/domain/captions.ts'
import { placedWordsOf } from '../../../src/domain/quoteWords.ts'
import { oneOf, randomFrom } from '../../support/random.ts'

const WORDS: readonly [string, ...string[]] = ['the', 'bread', 'and', 'rye', 'of', 'a', 'flour', 'water', 'is', 'salt']
/** How long a word is said in these tests, in seconds. */
const WORD_SECONDS = 0.4

const cue = (start: number, end: number, text: string): Cue => ({ start, end, text, times: [] })

describe('the times of words', () => {
  test('are those of the captions, and between them as far along as they stand in the text', () => {
    const { words, turns, end, matched } = captionTimesOf(
      ['We always bake.', 'Rye “bread”!'],
      [cue(10, 11, 'we'), cue(20, 21, 'BAKE'), cue(30, 32, 'bread')],
    )
    expect(words[0]).toEqual([10, 10 + 10 * (3 / 10), 20])
    expect(words[1]?.[0]).toBeGreaterThan(20)
    expect(words[1]?.[1]).toBe(30)
    expect(turns).toEqual([10, words[1]?.[0]])
    expect([end, matched]).toEqual([32, [2, 1]])
  })

  test('before the first word and behind the last are at the pace of the others, within the captions', () => {
    const { words, end } = captionTimesOf(
      ['Uncaptioned words. one two three', 'four five – and a tail of several words more'],
      [
        cue(100, 101, 'one'),
        cue(101, 102, 'two'),
        cue(102, 103, 'three'),
        cue(103, 105, 'four five'),
        cue(105, 106, '(Music)'),
      ],
    )
    expect(words[0]?.[0]).toBeGreaterThan(90)
    expect(words[0]?.[0]).toBeLessThan(100)
    expect(end).toBeGreaterThanOrEqual(words[1]?.at(-1) ?? Infinity)
  })

  test('of a turn without words are those of the next', () => {
    const { turns, words, end } = captionTimesOf(['one', '…', 'two', '…'], [cue(5, 6, 'one'), cue(8, 9, 'two')])
    expect(words.map(({ length }) => length)).toEqual([1, 0, 1, 0])
    expect(turns).toEqual([5, 8, 8, end])
  })

  test('of scripts without spaces go by the character', () => {
    const { words } = captionTimesOf(['你好世界'], [cue(0, 4, '你好世界')])
    expect(words).toEqual([[0, 0.8, 1.6, 2.4]])
  })

  test('rise whatever the captions say, and lie within the caption of their word where the text is edited a little', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.integer({ min: 20, max: 400 }), (seed, count) => {
        const { texts, cues, cueOfWord } = edition(seed, count)
        const { words, turns, end } = captionTimesOf(texts, cues)
        const all = words.flat()
        expect(all).toEqual(all.toSorted((one, other) => one - other))
        expect(turns).toEqual(turns.toSorted((one, other) => one - other))
        expect(end).toBeGreaterThan(all.at(-1) ?? 0)
        const isInside = all.map((seconds, word) => {
          const from = cueOfWord[word]
          return from === undefined || (seconds >= from.start - 1e-9 && seconds <= from.end + 1e-9)
        })
        // Words that are in both, and of which there are ten in all, may be taken for each other once in a while: how often
        // is chance, so the draw is always the same.
        expect(isInside.filter((is) => !is).length).toBeLessThanOrEqual(0.1 * all.length)
      }),
      { numRuns: 100, seed: 17 },
    )
  })

  test('of rare words lie within the caption of their word, always', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.integer({ min: 20, max: 400 }), (seed, count) => {
        const { texts, cues, cueOfWord } = edition(seed, count, (word) => `word${word}`)
        captionTimesOf(texts, cues)
          .words.flat()
          .forEach((seconds, word) => {
            const from = cueOfWord[word]
            if (!from) return
            expect(seconds).toBeGreaterThanOrEqual(from.start - 1e-9)
            expect(seconds).toBeLessThanOrEqual(from.end + 1e-9)
          })
      }),
      { numRuns: 60 },
    )
  })

  test('of 100,000 words are found', { timeout: 60_000 }, () => {
    const { texts, cues } = edition(1, 100_000, (_, random) =>
      random(3) === 0 ? `word${random(5000)}` : oneOf(random, WORDS),
    )
    const { matched } = captionTimesOf(texts, cues)
    expect(matched.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(90_000)
  })
})

/**
 * A text and captions of it, of which one word in twelve is another, is left out or is added: by word of the text, the
 * caption that it is in, and undefined where it is in none.
 */
function edition(
  seed: number,
  count: number,
  name: (word: number, random: (below: number) => number) => string = (_, random) => oneOf(random, WORDS),
) {
  const random = randomFrom(seed)
  const texts: string[] = []
  const cues: Cue[] = []
  const cueOfWord: (Cue | undefined)[] = []
  let [turn, caption, spoken]: [string[], string[], number] = [[], [], 0]
  let waiting: number[] = [] // the words of the text that are in the caption
  let seconds = 0
  const endCue = () => {
    const made = cue(seconds, seconds + Math.max(spoken, 1) * WORD_SECONDS, caption.join(' '))
    if (caption.length > 0) cues.push(made)
    for (const word of waiting) cueOfWord[word] = made
    seconds = made.end + random(3)
    ;[caption, spoken, waiting] = [[], 0, []]
  }
  let words = 0
  for (let word = 0; word < count; word += 1) {
    const said = name(word, random)
    const edit = random(12) === 0 ? random(3) : -1
    if (edit !== 0) {
      turn.push(said)
      cueOfWord[words] = undefined
      if (edit !== 1) waiting.push(words)
      words += 1
    }
    if (edit !== 1) caption.push(said)
    if (edit === 2) caption.push('um')
    spoken += 1
    if (random(7) === 0) endCue()
    if (random(30) === 0 && turn.length > 0) {
      texts.push(`${turn.join(' ')}.`)
      turn = []
    }
  }
  endCue()
  texts.push(`${turn.join(' ')}…`)
  expect(texts.flatMap((text) => placedWordsOf(text))).toHaveLength(words)
  return { texts, cues, cueOfWord }
}
