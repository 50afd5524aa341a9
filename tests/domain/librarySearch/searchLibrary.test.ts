import { describe, expect, it } from 'vitest'
import { turnText, type Interview, type InterviewId, type TopicId } from '../../../src/domain/interview.ts'
import { libraryEntryOf } from '../../../src/domain/library.ts'
import { likelySources } from '../../../src/domain/librarySearch/likelySources.ts'
import { MAX_BLOCKS, MAX_QUERY_BYTES } from '../../../src/domain/librarySearch/limits.ts'
import { searchLibrary, searchLong } from '../../../src/domain/librarySearch/searchLibrary.ts'
import { OWNERS_FILE, MANIFEST_FILE } from '../../../src/domain/librarySearch/searchFolder.ts'
import { foldedText } from '../../../src/domain/foldedText.ts'
import { rangesOfWords } from '../../../src/domain/search.ts'
import { blinkenInterview } from '../../support/interviews.ts'
import { madeLibrary } from '../../support/madeLibrary.ts'
import { searchFilesOf, sourceOf } from '../../support/searchSite.ts'

const { signal } = new AbortController()
const plain = { isExact: false, speaker: null, topic: null }

/** Where words begin with these in a library, as the simplest search finds it: `interview/turn`. */
function naive(library: readonly Interview[], words: string): string[] {
  return library.flatMap(({ id, turns }) =>
    turns.filter((turn) => ` ${turnText(turn)} `.includes(` ${words}`)).map((turn) => `${id}/${turn.id}`),
  )
}

describe('the search in a library of many files', () => {
  const library = madeLibrary({ interviews: 260, turns: 30, words: 60, vocabulary: 9000 })
  const files = searchFilesOf(library)
  const shards = [...files.keys()].filter((file) => file.startsWith('words/'))
  const starred = shards.flatMap((file) => files.get(file)!.match(/^\S+\*(?= )/gm) ?? [])

  it('has many shards, words that stand everywhere, and beginnings with lists of their own', () => {
    expect(shards.length).toBeGreaterThan(20)
    expect(shards.some((file) => / \*$/m.test(files.get(file)!))).toBe(true)
    expect(starred).toContain('k*')
    expect(starred.some((key) => key.length > 3)).toBe(true)
  })

  it.each([
    'k',
    'ka',
    'kal',
    'kalo',
    'kalomi',
    'renren',
    'xixixi',
    'pa',
    'pau',
    'paugle',
    'paugledi',
    'sa lo',
    'ka ka',
    'lo mi ren tu sa',
    'zzz',
    ...starred.slice(0, 40).flatMap((key) => [key.slice(0, -1), `${key.slice(0, -1)}x`]),
  ])('finds “%s” wherever it stands, and loads no more than it may', async (words) => {
    const source = sourceOf(files)
    const answers: string[] = []
    let after = 0
    for (;;) {
      source.asked.length = 0
      const found = await searchLibrary(source, { ...plain, words }, { signal, after })
      const bytes = source.asked.reduce((sum, file) => sum + Buffer.byteLength(files.get(file)!), 0)
      expect(bytes).toBe(found.bytes)
      expect(bytes).toBeLessThanOrEqual(MAX_QUERY_BYTES)
      expect(found.looked - after).toBeLessThanOrEqual(MAX_BLOCKS)
      answers.push(...found.answers.map(({ interview, id }) => `${interview}/${id}`))
      if (found.looked >= found.of) break
      after = found.looked
    }
    expect(answers).toEqual(naive(library, words))
  })

  it('stops at once when nobody waits for it any more', async () => {
    const stopped = new AbortController()
    const source = sourceOf(files)
    const searching = searchLibrary(source, { ...plain, words: 'kalo' }, { signal: stopped.signal })
    stopped.abort()
    await expect(searching).rejects.toThrow('abort')
    expect(source.asked).toEqual([MANIFEST_FILE])
  })
})

describe('an answer of the search', () => {
  const source = sourceOf(searchFilesOf([blinkenInterview()]))
  const words = 'human rights'

  it('says who speaks, about what, in which interview, and where', async () => {
    const { answers } = await searchLibrary(source, { ...plain, words }, { signal })
    const [first] = answers
    expect(first).toMatchObject({
      interview: 'blinken-initiatives',
      title: blinkenInterview().shortTitle,
      language: 'en',
      index: 7,
      speaker: { label: 'Dr. Carter', role: 'guest' },
      topic: { id: 'china', label: 'China', hue: 2 },
      from: 0,
    })
    expect(first!.ranges.map(({ start, end }) => first!.text.slice(start, end))).toEqual([words])
  })

  it('can be asked for of one speaker or one topic alone', async () => {
    const of = async (query: object) => (await searchLibrary(source, { ...plain, words, ...query }, { signal })).answers
    const all = await of({})
    expect(await of({ speaker: 'Editor' })).toEqual(all.filter(({ speaker }) => speaker.label === 'Editor'))
    const topic = 'human-rights' as TopicId
    expect(await of({ topic })).toEqual(all.filter((answer) => answer.topic?.id === topic))
  })
})

describe('the search in one long interview', () => {
  const [before, long, behind] = [
    ...madeLibrary({ interviews: 1, turns: 50, words: 40, vocabulary: 500 }),
    ...madeLibrary({ interviews: 2, turns: 2100, words: 20, vocabulary: 2000 }),
  ].map((interview, at) => ({ ...interview, id: `made-${at}` as InterviewId }))
  const files = searchFilesOf([before!, long!, behind!])
  const source = sourceOf(files)

  it('finds what stands in it alone, each with its index in the whole', async () => {
    for (const words of ['kalo', 'renre', 'sa lo', 'x']) {
      const found: number[] = []
      for (let after = 0; ;) {
        const { answers, looked, of, bytes } = await searchLong(
          source,
          long!.id,
          { ...plain, words },
          { signal, after },
        )
        expect(bytes).toBeLessThanOrEqual(MAX_QUERY_BYTES)
        expect(answers.every(({ interview }) => interview === long!.id)).toBe(true)
        found.push(...answers.map(({ index }) => index))
        if (looked >= of) break
        after = looked
      }
      const right = long!.turns.flatMap((turn, index) => (` ${turnText(turn)}`.includes(` ${words}`) ? [index] : []))
      expect(found).toEqual(right)
    }
  })

  it('is there for long interviews only', async () => {
    await expect(searchLong(source, before!.id, { ...plain, words: 'ka' }, { signal })).rejects.toThrow('404')
  })
})

describe('a turn that is longer than a block', () => {
  const sentence = (number: number) => `Sentence ${number} says something about allies and alliances.`
  const text = Array.from({ length: 2000 }, (_, number) => sentence(number)).join(' ')
  const interview: Interview = {
    ...blinkenInterview(),
    turns: blinkenInterview().turns.map((turn, at) => (at === 3 ? { ...turn, paragraphs: [text] } : turn)),
  }
  const source = sourceOf(searchFilesOf([interview]))

  it.each(['sentence 1999', 'alliances sentence', 'sentence'])('is found in pieces: “%s”', async (words) => {
    const places: number[] = []
    for (let after = 0; ;) {
      const { answers, looked, of } = await searchLibrary(source, { ...plain, words }, { signal, after })
      for (const { index, from, ranges } of answers)
        if (index === 3) places.push(...ranges.map(({ start }) => from + start))
      if (looked >= of) break
      after = looked
    }
    // “alliances. Sentence” has a full stop between, and so is nowhere.
    expect(places).toEqual(rangesOfWords(foldedText(text, 'letters'), words).map(({ start }) => start))
  })
})

describe('a damaged file', () => {
  const right = searchFilesOf([blinkenInterview()])
  const HOSTILE = [
    '', '{', 'null', '[]', '"x"', '{"__proto__":{"blocks":1}}', '<!doctype html><title>Not found</title>',
    '{"interviews":-1,"blocks":1e99,"keys":[0]}', '{"interviews":1,"blocks":1,"keys":"","first":-1}',
    '{"first":0,"keys":[]}', 'china', 'china A A', 'china \u202E', `china ${'_'.repeat(9000)}`, 'x'.repeat(500_000),
    '{"interview":"a","title":"b","language":"en","speakers":[["<b>","host"]],"topics":[],"turns":[]}',
    '{"interview":"a","title":"b","language":"en","speakers":[],"topics":[],"turns":[["a",0,0,0,"china"]]}',
    '{"interview":"a","title":"b","language":"en","speakers":[["x","guest"]],"topics":[],"turns":[["a",0.5,0,0,"china"]]}',
  ] // prettier-ignore

  it.each([...right.keys()])('of the search is named: %s', async (file) => {
    for (const text of HOSTILE) {
      const source = sourceOf(new Map(right).set(file, text))
      if (file === OWNERS_FILE) {
        const library = [libraryEntryOf(blinkenInterview())]
        await expect(likelySources({ source, library, signal }, 'china')).rejects.toThrow(
          'A file of the search is damaged (search/owners.json).',
        )
        continue
      }
      const searching = searchLibrary(source, { ...plain, words: 'china' }, { signal })
      // An empty list of words is one that holds none of them.
      if (file.startsWith('words/') && text === '') expect((await searching).answers).toEqual([])
      else await expect(searching).rejects.toThrow(`A file of the search is damaged (search/${file}).`)
    }
  })

  it('shows what stands in it as text, and takes no language that a browser would stumble over', async () => {
    const block = JSON.parse(right.get('blocks/0/0.json')!)
    const text = JSON.stringify({ ...block, title: '<img src=x onerror=alert(1)>', language: 'x y' })
    const source = sourceOf(new Map(right).set('blocks/0/0.json', text))
    const { answers } = await searchLibrary(source, { ...plain, words: 'china' }, { signal })
    expect(answers[0]).toMatchObject({ title: '<img src=x onerror=alert(1)>', language: 'und' })
  })
})
