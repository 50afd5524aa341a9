import { answerCount, partsOf } from './exchanges.ts'
import { indexOfTurn, turnAt, type Interview, type Section, type TopicId, type TurnId } from './interview.ts'
import { ribbonOf } from './library.ts'
import { outlineOf } from './outline.ts'
import type { MentionPlace, OutlineEntry, Part, PartStart } from './part.ts'
import { lengthOf, secondsOfSection, startOf, timelineOf } from './timeline.ts'
import { mentionsByTopic } from './topics.ts'

/** A part has about so many turns: enough to read on for half an hour, few enough to be fetched and drawn at once. */
const FEW_TURNS = 50
const MANY_TURNS = 100
const USUAL_TURNS = 75
/** A heading is worth a part that is longer or shorter by so many turns. */
const HEADING_WORTH = 15

/** An outline shows at most about so many headings; of more than that only each second, third, … one far away. */
const MAX_OUTLINE = 180
/** So many headings are kept at the beginning (keys lead to nine topics), and so many before and behind a part. */
const NEAR_HEADINGS = 10

/** How much is shown round a turn, in UTF-16 code units, and in turns with itself: a page of it takes some 9 kB. */
const GLIMPSE_TEXT = 2500
const GLIMPSE_TURNS = 6

/**
 * Where the parts of an interview begin: the indexes of their first turns, in order. A part begins at an exchange, at a heading
 * where one is near. An exchange longer than a part is cut, though never between a question and its answer.
 */
export function partStartsOf(interview: Interview): number[] {
  const roles = partsOf(interview)
  const total = interview.turns.length
  const headings = new Set(interview.sections.map(({ start }) => start))
  const roleAt = (turn: number) => roles[turn]?.role
  const beginsExchange = (turn: number) => roleAt(turn) === 'interviewer' && roleAt(turn - 1) === 'guest'
  const isWithin = (turn: number) => roleAt(turn) === roleAt(turn - 1)
  const starts = [0]
  for (let start = 0; total - start > MANY_TURNS; start = starts.at(-1) ?? total) {
    const usual = start + Math.min(USUAL_TURNS, Math.floor((total - start) / 2))
    const last = Math.min(start + MANY_TURNS, total - 1)
    const cost = (turn: number) => Math.abs(turn - usual) - (headings.has(turn) ? HEADING_WORTH : 0)
    const best = (isFit: (turn: number) => boolean) => {
      let found: number | null = null
      for (let turn = start + FEW_TURNS; turn <= last; turn += 1)
        if (isFit(turn) && (found === null || cost(turn) < cost(found))) found = turn
      return found
    }
    starts.push(best(beginsExchange) ?? best(isWithin) ?? last)
  }
  return starts
}

/** Makes the parts of one interview, and what is shown round its turns. */
export class Parts {
  readonly starts: readonly number[]
  readonly #whole: Interview
  readonly #outline: readonly OutlineEntry[]
  readonly #ribbon: Part['ribbon']
  readonly #answers: number
  /** Former ids by the turn that they lead to, by index. */
  readonly #formerIds = new Map<number, string[]>()

  constructor(whole: Interview) {
    this.#whole = whole
    this.starts = partStartsOf(whole)
    this.#outline = outlineOf(whole).map((entry) => ({ ...entry, part: this.numberOf(entry.start) }))
    this.#ribbon = ribbonOf(whole)
    this.#answers = answerCount(whole)
    for (const [former, now] of Object.entries(whole.aliases ?? {})) {
      const index = indexOfTurn(whole, now)
      if (index !== null) this.#formerIds.set(index, [...(this.#formerIds.get(index) ?? []), former])
    }
  }

  /** The number, from 1, of the part that a turn is in. */
  numberOf(turn: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= turn) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  /** The part of that number as an interview. @throws RangeError when there is none. */
  part(number: number): Interview {
    const start = this.starts[number - 1]
    if (start === undefined) throw new RangeError(`${this.#whole.id} has no part ${number}`)
    const end = this.starts[number] ?? this.#whole.turns.length
    const stretch = this.#stretch({ start, end })
    const headings = this.#outline.length
    const step = Math.ceil(headings / MAX_OUTLINE)
    const isNear = ({ part }: OutlineEntry) => Math.abs(part - number) <= 1
    const outline = this.#outline.filter(
      (entry, position) => position % step === 0 || position < NEAR_HEADINGS || isNear(entry),
    )
    return {
      ...stretch.interview,
      background: number === 1 ? this.#whole.background : null,
      part: { ...stretch.part, outline, ribbon: this.#ribbon },
    }
  }

  /** Where each part begins. */
  list(): PartStart[] {
    const timeline = timelineOf(this.#whole)
    return this.starts.map((first) => ({
      turn: turnAt(this.#whole, first).id,
      first,
      at: Math.round(startOf(timeline, first)),
    }))
  }

  /** For each topic that is mentioned elsewhere, the turns that do, in order. */
  mentions(): Map<TopicId, MentionPlace[]> {
    const places = new Map<TopicId, MentionPlace[]>()
    for (const [topic, turns] of mentionsByTopic(this.#whole))
      places.set(
        topic,
        turns.map((index) => ({ index, part: this.numberOf(index) })),
      )
    return places
  }

  /**
   * A turn with its question and a few turns round it, for a page that is small whatever the interview is: first the question
   * and the answer as far as they are short, then turns before and behind by turns.
   */
  glimpse(index: number): Interview {
    const { turns } = this.#whole
    const roles = partsOf(this.#whole)
    const number = roles[index]?.number ?? null
    const length = (turn: number) => (turns[turn]?.paragraphs ?? []).reduce((sum, each) => sum + each.length, 0)
    let start = index
    let end = index + 1
    let room = GLIMPSE_TEXT
    const take = (turn: number) => {
      if (turn < 0 || turn >= turns.length || end - start >= GLIMPSE_TURNS || length(turn) > room) return false
      room -= length(turn)
      if (turn < start) start = turn
      else end = turn + 1
      return true
    }
    const isOfExchange = (turn: number) => number !== null && roles[turn]?.number === number
    while (isOfExchange(start - 1) && take(start - 1));
    while (isOfExchange(end) && take(end));
    let canGrow = true
    while (canGrow) {
      const isGrown = take(end)
      canGrow = take(start - 1) || isGrown
    }
    const { interview, part } = this.#stretch({ start, end })
    return { ...interview, background: null, part: { ...part, outline: [], ribbon: [] } }
  }

  /** A stretch of the interview as an interview of its own, and where it stands in the whole. */
  #stretch({ start, end }: { start: number; end: number }) {
    const whole = this.#whole
    const { recording } = whole
    const timeline = timelineOf(whole)
    const number = this.numberOf(start)
    const roles = partsOf(whole)
    const firstOf = (other: number): TurnId | null => {
      const at = this.starts[other - 1]
      return at === undefined ? null : turnAt(whole, at).id
    }
    const { aliases: _, part: __, ...common } = whole
    const former = whole.turns
      .slice(start, end)
      .flatMap(({ id }, position) => (this.#formerIds.get(start + position) ?? []).map((alias) => [alias, id] as const))
    const interview: Interview = {
      ...common,
      // What mentions a topic is known by now.
      topics: whole.topics.map(({ id, label }) => ({ id, label, words: [] })),
      turns: whole.turns.slice(start, end),
      sections: this.#sectionsIn(start, end),
      ...(former.length > 0 && { aliases: Object.fromEntries(former) }),
      ...(recording && {
        recording: {
          ...recording,
          turns: recording.turns.slice(start, end),
          end: recording.turns[end] ?? recording.end,
          words: recording.words && recording.words.slice(start, end),
        },
      }),
    }
    const part: Omit<Part, 'outline' | 'ribbon'> = {
      number,
      of: this.starts.length,
      first: start,
      total: whole.turns.length,
      answersBefore: this.#answersBefore(start),
      isAnsweredLater: roles[end - 1]?.role === 'interviewer' && roles[end - 1]?.number != null,
      answers: this.#answers,
      secondsBefore: startOf(timeline, start),
      seconds: lengthOf(whole),
      previous: firstOf(number - 1),
      next: firstOf(number + 1),
    }
    return { interview, part }
  }

  #sectionsIn(start: number, end: number): Section[] {
    const { sections } = this.#whole
    return sections.slice(firstBehind(sections, start), firstBehind(sections, end - 1) + 1).map((section) => ({
      ...section,
      start: Math.max(section.start, start) - start,
      end: Math.min(section.end, end) - start,
      ...(section.start < start && { isContinued: true as const }),
      ...((section.start < start || section.end > end) && { seconds: secondsOfSection(this.#whole, section) }),
    }))
  }

  /** The number of the last answer before a turn; a stretch that begins in the middle of an answer counts that one anew. */
  #answersBefore(start: number): number {
    const roles = partsOf(this.#whole)
    let before = start
    while (before < roles.length && roles[before]?.number === null) before += 1
    const next = roles[before]?.number
    return next == null ? this.#answers : next - 1
  }
}

/** The first of some sections that ends behind a turn, by its position, found by halving. */
function firstBehind(sections: readonly Section[], turn: number): number {
  let low = 0
  let high = sections.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sections[middle]?.end ?? Infinity) > turn) high = middle
    else low = middle + 1
  }
  return low
}
