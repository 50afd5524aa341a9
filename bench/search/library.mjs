/** Makes libraries of any size from the interview that the site opens with. */
import { madeInterview } from '../speed/interviews.mjs'
import { randomFrom } from '../speed/random.mjs'

const TURNS = 200
/** The turns of all interviews are taken from so many made ones, each time in another order. */
const POOL_TURNS = 4000
/** So many words stand in one interview alone: names, places, slips of the pen. */
const OWN_WORDS = 60
const SYLLABLES = [
  'ba',
  'co',
  'du',
  'fel',
  'gra',
  'hin',
  'jo',
  'ker',
  'lum',
  'mar',
  'nes',
  'pol',
  'qui',
  'rud',
  'ste',
  'vin',
]

/**
 * A library, one interview after the other, as the domain has them: 200 turns of real length each.
 *
 * @param {number} count
 * @returns {Generator<any>}
 */
export function* madeLibrary(count) {
  const random = randomFrom(29)
  const { turns: pool, topics } = madeInterview(POOL_TURNS)
  const anyOf = (/** @type {readonly any[]} */ things) => things[Math.floor(random() * things.length)]
  const topic = { id: 'topic-1', label: topics[0]?.label ?? 'Topic', words: [] }
  for (let number = 0; number < count; number += 1) {
    const turns = Array.from({ length: TURNS }, (_, index) => {
      const [first, second] = [anyOf(pool).text, anyOf(pool).text]
      // Half of one turn and half of another: no two turns of the library are the same.
      const text = `${first.slice(0, first.length / 2)}${second.slice(second.length / 2)}`
      return {
        id: `turn-${index}`,
        speaker: index % 2 === 0 ? 'Editor' : 'Dr. Carter',
        paragraphs: [text],
        mentions: [],
        fingerprint: '',
      }
    })
    for (let own = 0; own < OWN_WORDS; own += 1) {
      const word = Array.from({ length: 4 }, () => anyOf(SYLLABLES)).join('')
      anyOf(turns).paragraphs[0] += ` ${word}.`
    }
    yield {
      id: `made-${number}`,
      title: `Interview ${number}`,
      shortTitle: `Interview ${number}`,
      publication: '',
      summary: '',
      language: 'en',
      speakers: [
        { label: 'Editor', name: 'Editor', role: 'interviewer', about: '' },
        { label: 'Dr. Carter', name: 'Dr. Carter', role: 'guest', about: '' },
      ],
      topics: [topic],
      background: null,
      sections: [{ heading: topic.label, topic: topic.id, start: 0, end: TURNS }],
      turns,
    }
  }
}
