import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText } from '../../../src/domain/foldedText.ts'
import { turnText, type Interview, type InterviewId } from '../../../src/domain/interview.ts'
import {
  MAX_BLOCK_BYTES,
  MAX_QUERY_BYTES,
  MAX_SHARD_BYTES,
  MAX_TABLE_BYTES,
} from '../../../src/domain/librarySearch/limits.ts'
import { searchLibrary, type LibraryAnswer } from '../../../src/domain/librarySearch/searchLibrary.ts'
import { rangesOfExactWords, rangesOfWords } from '../../../src/domain/search.ts'
import type { SearchSource } from '../../../src/domain/ports.ts'
import { interviewArbitrary } from '../../support/interviewArbitrary.ts'
import { searchFilesOf, sourceOf } from '../../support/searchSite.ts'

const library = fc
  .array(interviewArbitrary, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((interview, at): Interview => ({ ...interview, id: `interview-${at}` as InterviewId })))

/** All answers, page after page; each page has to keep to its budget. */
async function allAnswers(source: SearchSource, words: string, isExact: boolean): Promise<LibraryAnswer[]> {
  const answers: LibraryAnswer[] = []
  const query = { words, isExact, speaker: null, topic: null }
  for (let after = 0; ;) {
    const found = await searchLibrary(source, query, { after, signal: new AbortController().signal })
    expect(found.bytes).toBeLessThanOrEqual(MAX_QUERY_BYTES)
    answers.push(...found.answers)
    if (found.looked >= found.of) return answers
    expect(found.looked).toBeGreaterThan(after)
    after = found.looked
  }
}

/** What the simplest search finds: every text, looked through from end to end, at the beginnings of words. */
function naiveAnswers(interviews: readonly Interview[], words: string, isExact: boolean): string[] {
  return interviews.flatMap((interview) =>
    interview.turns.flatMap((turn) => {
      const text = turnText(turn)
      const mayBegin = (start: number) => beginsWord(text, start) || !startsWithLetter(words)
      const hits = isExact
        ? rangesOfExactWords(text, foldedText(text, 'shapes'), words).filter(({ start }) => mayBegin(start))
        : rangesOfWords(foldedText(text, 'letters'), words, { mayBegin })
      return hits.length > 0 ? [`${interview.id} ${turn.id} ${JSON.stringify(hits)}`] : []
    }),
  )
}

const LETTER = /[\p{L}\p{M}\p{N}]/u
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

function startsWithLetter(words: string): boolean {
  return LETTER.test([...foldedText(words, 'letters').folded.trim()][0] ?? '')
}

/**
 * No letter stands before, of the same kind of script. Looked at in the folded text, in which soft hyphens are gone, and some
 * characters are a space with what goes on (“゛”): what they begin with is behind that space.
 */
function beginsWord(text: string, start: number): boolean {
  const { folded, starts } = foldedText(text, 'letters')
  let at = starts.indexOf(start)
  while (folded[at] === ' ') at += 1
  const here = String.fromCodePoint(folded.codePointAt(at) ?? 0)
  if (UNSPACED.test(here)) return true
  const before = Array.from(folded.slice(0, at)).findLast((character) => !/\p{M}/u.test(character)) ?? ' '
  return !LETTER.test(Array.from(folded.slice(0, at)).at(-1) ?? ' ') || UNSPACED.test(before)
}

describe('the search across the library', () => {
  const queryOf = (interviews: readonly Interview[], at: number) => {
    const texts = interviews.flatMap(({ turns }) => turns.map(turnText))
    return (texts[at % texts.length] ?? '').slice(at % 5, (at % 5) + 1 + (at % 9))
  }

  it('finds what the simplest search finds, in any library and any script', async () => {
    await fc.assert(
      fc.asyncProperty(
        library,
        fc.nat({ max: 5000 }),
        fc.boolean(),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
        async (interviews, at, isExact, typed) => {
          const source = sourceOf(searchFilesOf(interviews))
          for (const words of [queryOf(interviews, at), typed]) {
            if (!LETTER.test(foldedText(words, 'letters').folded)) continue
            // The index knows words without what nobody sees in them; exact words have it.
            if (isExact && /\p{Default_Ignorable_Code_Point}/u.test(words)) continue
            const answers = await allAnswers(source, words, isExact)
            const found = answers.map(({ interview, id, ranges }) => `${interview} ${id} ${JSON.stringify(ranges)}`)
            expect(found).toEqual(naiveAnswers(interviews, words, isExact))
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('writes no file that is larger than it may be', () => {
    fc.assert(
      fc.property(library, fc.nat({ max: 400 }), (interviews, times) => {
        const long = interviews.map((interview) => ({
          ...interview,
          title: interview.title.repeat(times + 1),
          shortTitle: interview.shortTitle.repeat(times + 1),
          turns: interview.turns.map((turn, at) =>
            at === 0 ? { ...turn, paragraphs: turn.paragraphs.flatMap((each) => [each.repeat(times), each]) } : turn,
          ),
        }))
        for (const [file, text] of searchFilesOf(long)) {
          const most = file.startsWith('blocks/')
            ? MAX_BLOCK_BYTES
            : file.startsWith('words/')
              ? MAX_SHARD_BYTES
              : MAX_TABLE_BYTES
          expect([file, Buffer.byteLength(text) <= most]).toEqual([file, true])
        }
      }),
      { numRuns: 40 },
    )
  })
})
