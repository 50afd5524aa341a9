/** Makes interviews of any length from the one that the site opens with, and reads real long ones. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { randomFrom } from './random.mjs'

/**
 * @typedef {{ speaker: string, text: string }} Turn
 * @typedef {{ label: string, words: string[], start: number }} Topic the turn that it opens at, and the words that mention it
 * @typedef {{ id: string, title: string, turns: Turn[], topics: Topic[] }} Script
 */

const SEED = 17
const source = readFileSync(new URL('../../public/interviews/blinken-initiatives.md', import.meta.url), 'utf8')
const sourceTurns = Array.from(source.matchAll(/^(Editor|Dr\. Carter): (.+)$/gm), ([, speaker = '', text = '']) => ({
  speaker,
  text,
}))
/** The words by which the real interview finds mentions of its topics. */
const TOPIC_WORDS = [['alliances', 'allies', 'ally'], ['China'], ['human rights'], ['public opinion'], ['outlook']]
/** So large a share of the longer words is swapped for others, so that no sentence comes back as it was. */
const SWAPPED_SHARE = 0.6
/** Words of so many letters or fewer hold a language together and stay. */
const SHORT_WORD = 3
/** A talk of an hour uses some thousands of different words. */
const VOCABULARY = 6000
/** How much more often the first words of the vocabulary are used than the last: their rank is random to this power. */
const FREQUENCY_POWER = 2.2

/**
 * Words that do not exist, made of letters that follow one another as in the interview, so that they are as long and break
 * as well as its own.
 *
 * @param {() => number} random
 */
function inventWords(random) {
  /** @type {Map<string, string[]>} what follows two letters; a space is either end of a word */
  const followers = new Map()
  const words = sourceTurns.flatMap(({ text }) => text.toLowerCase().match(/[a-z]+/g) ?? [])
  for (const word of words.filter(({ length }) => length > SHORT_WORD)) {
    const letters = `  ${word} `
    for (let at = 2; at < letters.length; at += 1) {
      const before = letters.slice(at - 2, at)
      followers.set(before, [...(followers.get(before) ?? []), letters.charAt(at)])
    }
  }
  const invented = new Set()
  while (invented.size < VOCABULARY) {
    let word = '  '
    while (word.length < 16 && !/\S $/.test(word)) {
      const next = followers.get(word.slice(-2)) ?? [' ']
      word += next[Math.floor(random() * next.length)]
    }
    if (word.trim().length > SHORT_WORD) invented.add(word.trim())
  }
  return [...invented]
}

/**
 * An interview of so many turns: the real one as far as it goes, then its turns over and over, each of some of its own
 * sentences and one of another turn of the same speaker, with a share of their words swapped.
 *
 * @param {number} count
 * @returns {Script}
 */
export function madeInterview(count) {
  const random = randomFrom(SEED)
  const vocabulary = inventWords(random)
  const sentences = sourceTurns.map(({ text }) => text.match(/[^.!?]+[.!?]+/g) ?? [text])
  const swapped = (/** @type {string} */ word) => {
    const isKept = word.length <= SHORT_WORD || random() >= SWAPPED_SHARE
    return isKept ? word : (vocabulary[Math.floor(vocabulary.length * random() ** FREQUENCY_POWER)] ?? word)
  }
  const turns = Array.from({ length: count }, (_, index) => {
    const at = index % sourceTurns.length
    const { speaker, text } = sourceTurns[at] ?? { speaker: '', text: '' }
    if (index < sourceTurns.length) return { speaker, text }
    const own = [...(sentences[at] ?? [])]
    if (own.length > 1 && random() < 0.5) own.splice(Math.floor(random() * own.length), 1)
    const others = sentences.filter((_sentences, other) => sourceTurns[other]?.speaker === speaker)
    const other = others[Math.floor(random() * others.length)] ?? []
    own.push(other[Math.floor(random() * other.length)] ?? '')
    const words = own.join(' ').split(/\s+/).filter(Boolean).map(swapped)
    return { speaker, text: words.join(' ') }
  })
  // The real interview has five topics; a longer one has more of them, and longer ones.
  const topicCount = Math.round(TOPIC_WORDS.length * Math.sqrt(count / sourceTurns.length))
  const topics = Array.from({ length: topicCount }, (_, position) => ({
    label: `Topic ${position + 1}`,
    words: TOPIC_WORDS[position] ?? [vocabulary.at(-position) ?? ''],
    start: Math.floor(((position + 1) * count) / (topicCount + 1)),
  }))
  return { id: `made-${count}`, title: `An interview of ${count} turns`, turns, topics }
}

/**
 * The longest real transcripts of the bench of links, as they were first published; `../links/data/LICENCE.md` says
 * whose they are.
 *
 * @param {number} count
 * @returns {Script[]}
 */
export function realInterviews(count) {
  const all = ['pairs-changelog', 'pairs-bitcoin'].flatMap((name) => {
    const file = new URL(`../links/data/${name}.jsonl.gz`, import.meta.url)
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
    return lines.map((line) => /** @type {{ id: string, old: Turn[] }} */ (JSON.parse(line)))
  })
  return all
    .toSorted((one, other) => other.old.length - one.old.length)
    .slice(0, count)
    .map(({ id, old }) => ({
      id: `real-${id
        .replace(/\.md$/, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')}`,
      title: id,
      turns: old.map(({ speaker, text }) => ({ speaker, text: text.replaceAll(/\s+/g, ' ').trim() })),
      topics: [],
    }))
}

/**
 * An interview in the text format of the site.
 *
 * @param {Script} script
 * @param {Record<number, string>} [pins] ids for some turns, by index
 */
export function textOf({ title, turns, topics }, pins = {}) {
  const labels = [...new Set(turns.map(({ speaker }) => speaker))]
  const starts = new Map(topics.map(({ label, start }, position) => [start, `## ${label} {#topic-${position + 1}}`]))
  const head = [
    '---',
    `title: ${JSON.stringify(title)}`,
    'language: en',
    'speakers:',
    ...labels.map(
      (label, position) => `  - { label: ${JSON.stringify(label)}, role: ${position === 0 ? 'interviewer' : 'guest'} }`,
    ),
    ...(topics.length > 0 ? ['topics:'] : []),
    ...topics.map(
      ({ label, words }, position) =>
        `  - { id: topic-${position + 1}, label: ${label}, words: ${JSON.stringify(words)} }`,
    ),
    '---',
  ]
  const body = turns.flatMap(({ speaker, text }, index) => {
    const pin = pins[index] === undefined ? '' : ` {#${pins[index]}}`
    return [starts.get(index) ?? [], `${speaker}${pin}: ${text}`].flat()
  })
  return [head.join('\n'), ...body, ''].join('\n\n')
}
