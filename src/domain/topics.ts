import { type Interview, type Section, type Topic, type TopicId } from './interview.ts'
import { escapeForRegExp, isUnspaced } from './words.ts'

/** How many hues the design has for topics; from the next topic on they repeat, and the name tells. */
const HUES = 5

/** The number of a topic's hue, 1 to 5 in order of first appearance; 0 for no topic. */
export function hueOf(interview: Pick<Interview, 'topics'>, topic: TopicId | null): number {
  const position = interview.topics.findIndex(({ id }) => id === topic)
  return position < 0 ? 0 : (position % HUES) + 1
}

/** The topic of that id; null when the interview has none. */
export function topicById(interview: Pick<Interview, 'topics'>, id: string): Topic | null {
  return interview.topics.find((topic) => topic.id === id) ?? null
}

/** The section that a turn stands in, found by halving. @throws RangeError when no section holds the turn. */
export function sectionOf(interview: Interview, turn: number): Section {
  const { sections } = interview
  let low = 0
  let high = sections.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const section = sections[middle]
    if (!section) break
    if (turn < section.start) high = middle - 1
    else if (turn >= section.end) low = middle + 1
    else return section
  }
  throw new RangeError(`${interview.id}: no section holds turn ${turn}`)
}

/** The section that a topic opens; null when the interview, or this part of it, has none. */
export function sectionOfTopic(interview: Interview, topic: TopicId): Section | null {
  return interview.sections.find((section) => section.topic === topic && !section.isContinued) ?? null
}

/** For each topic that is mentioned from another topic's section, or from none, the turns that do, by index in order. */
export function mentionsByTopic({ turns }: Interview): Map<TopicId, number[]> {
  const found = new Map<TopicId, number[]>()
  turns.forEach(({ mentions }, index) => {
    for (const topic of mentions) {
      const list = found.get(topic)
      if (list) list.push(index)
      else found.set(topic, [index])
    }
  })
  return found
}

const mentionsOfInterview = new WeakMap<Interview, Map<TopicId, number[]>>()

/** The turns that mention a topic from another topic's section, or from none, by index in order. */
export function mentionsOfTopic(interview: Interview, topic: TopicId): readonly number[] {
  let all = mentionsOfInterview.get(interview)
  if (!all) {
    all = new Map(interview.topics.map(({ id }) => [id, []]))
    for (const [index, { mentions }] of interview.turns.entries())
      for (const mentioned of mentions) all.get(mentioned)?.push(index)
    mentionsOfInterview.set(interview, all)
  }
  return all.get(topic) ?? []
}

/**
 * Finds which topics a text mentions. A topic's words are looked for as whole words, whatever their case: "China" is in
 * "U.S.-China", "ally" is not in "internationally". Words of a script without spaces are found wherever they stand.
 *
 * @example
 * mentionFinder([{ id: 'china', label: 'China', words: ['China'] }])('U.S.-China relations') // ['china']
 */
export function mentionFinder(topics: readonly Topic[]): (text: string) => TopicId[] {
  const patterns = topics
    .filter(({ words }) => words.length > 0)
    .map(({ id, words }) => ({ id, pattern: new RegExp(words.map(wordPattern).join('|'), 'iu') }))
  return (text) => patterns.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id)
}

function wordPattern(word: string): string {
  const literal = word
    .trim()
    .split(/\s+/)
    .map(escapeForRegExp)
    .join(String.raw`\s+`)
  return isUnspaced(word) ? literal : String.raw`(?<![\p{L}\p{M}\p{N}])${literal}(?![\p{L}\p{M}\p{N}])`
}

/**
 * The turn that mentions a topic next after turn `from` (-1: above the first), or before it, going round at the end;
 * null when no turn mentions it.
 */
export function nextMention(
  interview: Interview,
  { topic, from, by }: { topic: TopicId; from: number; by: 1 | -1 },
): number | null {
  const mentions = mentionsOfTopic(interview, topic)
  const next =
    by > 0
      ? (mentions.find((index) => index > from) ?? mentions[0])
      : (mentions.findLast((index) => index < from) ?? mentions.at(-1))
  return next ?? null
}
