/** Edits made by rule. Each turn carries `ids`, the turns of the first edition whose words it holds: so the truth is known. */
import { sentencesOf, wordsOf } from './text.mjs'

/**
 * @typedef {import('./text.mjs').Doc} Doc
 * @typedef {() => number} Random
 * @typedef {(doc: Doc, random: Random) => Doc} Edit
 */

/** @param {Doc} doc */
const copied = (doc) => ({ ...doc, turns: doc.turns.map((turn) => ({ ...turn, ids: [...(turn.ids ?? [])] })) })

/**
 * @template T
 * @param {Random} random
 * @param {T[]} list
 * @returns {T}
 */
const pick = (random, list) => {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('there is nothing to pick from')
  return one
}

/**
 * @param {Random} random
 * @param {string} word
 */
function mistyped(random, word) {
  if (word.length < 4) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  const kind = random()
  if (kind < 0.33) return word.slice(0, at) + word.slice(at + 1)
  if (kind < 0.66) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
  return word.slice(0, at) + 'aeiorstln'[Math.floor(random() * 9)] + word.slice(at + 1)
}

/** @type {(share: number) => Edit} */
const typos = (share) => (doc, random) => {
  const edited = copied(doc)
  for (const turn of edited.turns)
    turn.text = wordsOf(turn.text)
      .map((word) => (random() < share ? mistyped(random, word) : word))
      .join(' ')
  return edited
}

/** @type {Edit} */
const houseStyle = (doc) => {
  const edited = copied(doc)
  for (const turn of edited.turns) {
    const text = turn.text
      .replaceAll(/[“”"]/g, '"')
      .replaceAll(/[‘’]/g, "'")
      .replaceAll(/\s*[—–]+\s*/g, ' - ')
      .replaceAll('…', '...')
      .replaceAll(/\b(um|uh|you know|I mean|like|sort of|kind of|actually|really|basically),?\s/gi, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    turn.text = text || turn.text
  }
  return edited
}

const SHORT_REMARKS = ['Yeah.', 'Right.', 'Mm-hm.', '(laughter)', 'Okay, sure.']
const LONG_REMARKS = [
  'Let me stop you there for a second, because I think listeners will want to know what you mean by that.',
  'That is a fair point, and I would add that the picture is more complicated than it first looks.',
  'We will take a short break and come back to this.',
]

/** @type {(share: number, atTop?: number) => Edit} */
const inserted =
  (share, atTop = 0) =>
  (doc, random) => {
    const edited = copied(doc)
    const turns = Array.from({ length: atTop }, (_, index) => ({
      speaker: index % 2 ? 'Editor' : 'Announcer',
      text: pick(random, LONG_REMARKS),
      ids: /** @type {number[]} */ ([]),
    }))
    for (const turn of edited.turns) {
      turns.push(turn)
      if (random() < share)
        turns.push({
          speaker: pick(random, edited.turns).speaker,
          text: pick(random, [...SHORT_REMARKS, ...LONG_REMARKS]),
          ids: [],
        })
    }
    return { ...edited, turns }
  }

/** @type {(share: number) => Edit} */
const deleted = (share) => (doc, random) => ({
  ...doc,
  turns: copied(doc).turns.filter(() => random() >= share),
})

/** @type {Edit} */
const split = (doc, random) => ({
  ...doc,
  turns: copied(doc).turns.flatMap((turn) => {
    const sentences = sentencesOf(turn.text)
    if (sentences.length < 2 || random() >= 0.2) return [turn]
    const at = 1 + Math.floor(random() * (sentences.length - 1))
    return [
      { ...turn, text: sentences.slice(0, at).join(' ') },
      { ...turn, text: sentences.slice(at).join(' ') },
    ]
  }),
})

/** @type {Edit} */
const merged = (doc, random) => {
  const { turns } = copied(doc)
  const kept = []
  for (let index = 0; index < turns.length; index += 1) {
    const [turn, next, afterNext] = turns.slice(index, index + 3)
    if (!turn) break
    const isRemark = next && afterNext && wordsOf(next.text).length < 8 && afterNext.speaker === turn.speaker
    if (isRemark && random() < 0.6) {
      kept.push({ ...turn, text: `${turn.text} ${afterNext.text}`, ids: [...turn.ids, ...afterNext.ids] })
      index += 2
    } else if (next && random() < 0.12) {
      kept.push({ ...turn, text: `${turn.text} ${next.text}`, ids: [...turn.ids, ...next.ids] })
      index += 1
    } else kept.push(turn)
  }
  return { ...doc, turns: kept }
}

/** @type {Edit} */
const renamed = (doc) => {
  const edited = copied(doc)
  const first = edited.turns[0]?.speaker
  for (const turn of edited.turns) if (turn.speaker === first) turn.speaker = 'Time.news'
  return edited
}

const BLOCK_ORDERS = [
  [1, 0, 3, 2],
  [2, 0, 3, 1],
  [3, 2, 1, 0],
  [0, 2, 1, 3],
  [1, 2, 3, 0],
]

/** @type {Edit} */
const reordered = (doc, random) => {
  const { turns } = copied(doc)
  const size = Math.ceil(turns.length / 4)
  return { ...doc, turns: pick(random, BLOCK_ORDERS).flatMap((block) => turns.slice(block * size, (block + 1) * size)) }
}

/** @type {(share: number, where: 'scattered' | 'one run' | 'opening') => Edit} */
const rewritten = (share, where) => (doc, random) => {
  const edited = copied(doc)
  const vocabulary = doc.turns.flatMap(({ text }) => wordsOf(text))
  for (const turn of edited.turns) {
    const words = wordsOf(turn.text)
    const count = Math.round(words.length * share)
    if (where === 'scattered')
      for (let done = 0; done < count; done += 1) {
        const at = Math.floor(random() * words.length)
        const kind = random()
        if (kind < 0.7) words[at] = pick(random, vocabulary)
        else if (kind < 0.85) words.splice(at, 1)
        else words.splice(at, 0, pick(random, vocabulary))
      }
    else {
      const at = where === 'opening' ? 0 : Math.floor(random() * Math.max(1, words.length - count))
      const length = Math.max(1, Math.round(count * (0.7 + 0.6 * random())))
      words.splice(at, count, ...Array.from({ length }, () => pick(random, vocabulary)))
    }
    if (words.length > 0) turn.text = words.join(' ')
  }
  return edited
}

/** @type {(...edits: Edit[]) => Edit} */
const oneAfterTheOther =
  (...edits) =>
  (doc, random) => {
    let edited = doc
    for (const edit of edits) edited = edit(edited, random)
    return edited
  }

const lightRound = oneAfterTheOther(typos(0.01), inserted(0.04), rewritten(0.05, 'one run'), deleted(0.02))

/** Every kind of edit by its name, in the order of the table. @type {Record<string, Edit>} */
export const EDITS = {
  'no edit': copied,
  'typos, 1% of words': typos(0.01),
  'typos, 5% of words': typos(0.05),
  'house style': houseStyle,
  '1 turn inserted at the top': inserted(0, 1),
  '10% turns inserted': inserted(0.1),
  '10% turns deleted': deleted(0.1),
  '20% long turns split': split,
  '20% adjacent turns merged': merged,
  'one speaker renamed': renamed,
  '4 blocks reordered': reordered,
  '10% rewritten, scattered': rewritten(0.1, 'scattered'),
  '10% rewritten, one run': rewritten(0.1, 'one run'),
  '30% rewritten, scattered': rewritten(0.3, 'scattered'),
  '30% rewritten, one run': rewritten(0.3, 'one run'),
  '50% rewritten, scattered': rewritten(0.5, 'scattered'),
  '50% rewritten, one run': rewritten(0.5, 'one run'),
  'opening 30% rewritten': rewritten(0.3, 'opening'),
  'all at once, light': oneAfterTheOther(
    typos(0.01),
    inserted(0.05, 1),
    renamed,
    deleted(0.05),
    rewritten(0.1, 'scattered'),
    split,
  ),
  'five light rounds': oneAfterTheOther(lightRound, lightRound, lightRound, lightRound, lightRound),
}
