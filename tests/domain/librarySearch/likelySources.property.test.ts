import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnText, type Interview, type InterviewId } from '../../../src/domain/interview.ts'
import { libraryEntryOf } from '../../../src/domain/library.ts'
import { likelySources } from '../../../src/domain/librarySearch/likelySources.ts'
import { MAX_QUERY_BYTES } from '../../../src/domain/librarySearch/limits.ts'
import { checkQuote, MAX_CHECKED_LENGTH } from '../../../src/domain/quoteCheck/checkQuote.ts'
import { interviewArbitrary } from '../../support/interviewArbitrary.ts'
import { madeLibrary } from '../../support/madeLibrary.ts'
import { searchFilesOf, sourceOf } from '../../support/searchSite.ts'

const { signal } = new AbortController()

/** The ids of the interviews that hold a quotation as it is, as the simplest check finds them: each is loaded and looked at. */
function naive(library: readonly Interview[], quotation: string): string[] {
  return library
    .filter((interview) => ['verbatim', 'shortened'].includes(checkQuote(interview, quotation).verdict.kind))
    .map(({ id }) => id)
}

/** The ids of those that the index names as holding it; what it loads keeps to the budget of a query. */
async function holding(library: readonly Interview[], files: Map<string, string>, quotation: string) {
  const source = sourceOf(files)
  const likely = await likelySources({ source, library: library.map(libraryEntryOf), signal }, quotation)
  const bytes = source.asked.reduce((sum, file) => sum + Buffer.byteLength(files.get(file) ?? ''), 0)
  expect(bytes).toBeLessThanOrEqual(MAX_QUERY_BYTES)
  expect(source.asked.filter((file) => file.startsWith('blocks/'))).toEqual([])
  return likely.holding.map(({ id }): string => id)
}

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Without signs by which a word goes on as the index knows it, but not as a check does: “№5” is “no5”. */
function withoutSignsForLetters(text: string): string {
  return Array.from(text, (character) =>
    /\p{Default_Ignorable_Code_Point}/u.test(character) ||
    (!LETTER.test(character) && LETTER.test(character.normalize('NFKD')))
      ? '-'
      : character,
  ).join('')
}

const anyLibrary = fc.array(interviewArbitrary, { minLength: 1, maxLength: 4 }).map((all) =>
  all.map((interview, at): Interview => ({
    ...interview,
    id: `interview-${at}` as InterviewId,
    turns: interview.turns.map((turn) => ({ ...turn, paragraphs: turn.paragraphs.map(withoutSignsForLetters) })),
  })),
)

describe('where a quotation may be from, by the index', () => {
  it('names every interview that holds it word for word, in any library and any script', async () => {
    await fc.assert(
      fc.asyncProperty(anyLibrary, fc.nat(), fc.nat(), fc.boolean(), async (library, turn, cut, isSaid) => {
        const turns = library.flatMap((interview) => interview.turns.map((each) => ({ interview, each })))
        const { interview, each } = turns[turn % turns.length]!
        const text = turnText(each)
        const from = cut % text.length
        const words = text.slice(from, from + 1 + (Math.floor(cut / text.length) % text.length))
        const label = interview.speakers[0]!.label
        const quotation = isSaid ? `“${words}” — ${label}` : words
        const found = await holding(library, searchFilesOf(library), quotation)
        expect(found).toEqual(expect.arrayContaining(naive(library, quotation)))
      }),
      { numRuns: 120 },
    )
  })

  const library = madeLibrary({ interviews: 150, turns: 20, words: 60, vocabulary: 6000 })
  const files = searchFilesOf(library)

  it('names few others in a large library', async () => {
    const others: number[] = []
    for (let sample = 0; sample < 60; sample += 1) {
      const turn = library[(sample * 37) % 150]?.turns[(sample * 7) % 20]
      const from = (sample * 11) % 51
      const quotation = turnText(turn!)
        .split(' ')
        .slice(from, from + 6 + (sample % 5))
        .join(' ')
      const right = naive(library, quotation)
      const found = await holding(library, files, quotation)
      expect(found).toEqual(expect.arrayContaining(right))
      others.push(found.length - right.length)
    }
    // Words that are common alone may meet in many interviews; in nearly all cases few are left to look at.
    const sorted = others.toSorted((one, other) => one - other)
    expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThan(30)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(5)
  })

  it('names the interview of a turn that is cut in pieces, wherever the quotation stands in it', async () => {
    const [first, ...others] = madeLibrary({ interviews: 20, turns: 3, words: 9000, vocabulary: 60_000 })
    const long = [first!, ...others]
    const longFiles = searchFilesOf(long)
    const words = turnText(first!.turns[1]!).split(' ')
    await fc.assert(
      fc.asyncProperty(fc.nat(words.length - 9), fc.integer({ min: 8, max: 700 }), async (from, count) => {
        const quotation = words
          .slice(from, from + count)
          .join(' ')
          .slice(0, MAX_CHECKED_LENGTH)
        expect(await holding(long, longFiles, quotation)).toContain(first!.id)
      }),
      { numRuns: 40 },
    )
  })
})
