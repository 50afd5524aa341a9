import { describe, expect, it } from 'vitest'
import { turnText, type Interview } from '../../../src/domain/interview.ts'
import { libraryEntryOf } from '../../../src/domain/library.ts'
import { likelySources, MOST_SIMILAR } from '../../../src/domain/librarySearch/likelySources.ts'
import { madeLibrary } from '../../support/madeLibrary.ts'
import { searchFilesOf, sourceOf } from '../../support/searchSite.ts'

const { signal } = new AbortController()
const library = madeLibrary({ interviews: 60, turns: 20, words: 60, vocabulary: 6000 })
const files = searchFilesOf(library)
const source = sourceOf(files)

async function likely(quotation: string, of: readonly Interview[] = library) {
  const found = await likelySources({ source, library: of.map(libraryEntryOf), signal }, quotation)
  return { holding: found.holding.map(({ id }) => id), similar: found.similar.map(({ id }) => id) }
}
const wordsOf = (interview: number, turn: number) => turnText(library[interview]!.turns[turn]!).split(' ')

describe('the interviews that a quotation may be from', () => {
  const words = wordsOf(31, 7).slice(10, 30)

  it('are those that have its words close together, and with changed words those that have most of them first', async () => {
    expect((await likely(words.join(' '))).holding).toEqual(['made-31'])
    const changed = await likely(words.with(3, 'xylophonexylophone').with(12, 'zeppelinzeppelin').join(' '))
    expect(changed.holding).toEqual([])
    expect(changed.similar[0]).toBe('made-31')
    expect(changed.similar.length).toBeLessThanOrEqual(MOST_SIMILAR)
  })

  it('need not hold who said it', async () => {
    expect((await likely(`“${words.slice(0, 6).join(' ')},” said Guest.`)).holding).toEqual(['made-31'])
    expect((await likely(`Host: ${words.slice(0, 6).join(' ')}`)).holding).toEqual(['made-31'])
  })

  it('with pieces from far apart come before those that have some of the words', async () => {
    const joined = [...wordsOf(44, 0).slice(0, 9), ...wordsOf(44, 19).slice(30, 39)].join(' ')
    const { holding, similar } = await likely(joined)
    expect([...holding, ...similar][0]).toBe('made-44')
  })

  it('are none for words that stand nowhere, and for signs', async () => {
    for (const quotation of ['xylophone', '…', ' '])
      expect(await likely(quotation)).toEqual({ holding: [], similar: [] })
  })

  it('are found by a character of a script without spaces, wherever the text goes on behind it', async () => {
    const [chinese] = madeLibrary({ interviews: 1, turns: 1, words: 1, vocabulary: 1 })
    const of = [{ ...chinese!, turns: chinese!.turns.map((turn) => ({ ...turn, paragraphs: ['外交政策。'] })) }]
    const its = sourceOf(searchFilesOf(of))
    for (const quotation of ['外', '“外”', '“政策”', '策。'])
      expect(
        (await likelySources({ source: its, library: of.map(libraryEntryOf), signal }, quotation)).holding,
      ).toHaveLength(1)
  })

  it('are not told by the index of another library', async () => {
    for (const other of [library.toReversed(), library.slice(1), [...library, library[0]!]])
      await expect(likely('kalo', other)).rejects.toThrow('A file of the search is damaged (search/owners.json).')
  })
})
