import type { Background, Section, TopicId } from '../interview.ts'
import * as wrong from './bodyProblems.ts'
import { topicIdProblem } from './declarations.ts'
import type { Part } from './fileParts.ts'
import { isHeading, readHeading, writeHeading, type Heading } from './headings.ts'
import { isBlank, joinLines, trimLine } from './lines.ts'
import { pinProblems } from './pins.ts'
import type { Problem } from './problem.ts'
import type { LabelledLine, LabelMatcher } from './speakerLabels.ts'
import { damagedTime, fallingTimeProblems, parseTurnTime } from './turnTimes.ts'

/** What the text behind the front matter holds. */
export interface Body {
  readonly background: Background | null
  readonly sections: readonly Section[]
  readonly turns: readonly {
    readonly speaker: string
    /** The id that the text gives the turn; null when it is to be made of its words. */
    readonly pin: string | null
    /** When it begins, in seconds of the recording, as the text says; null where it does not. */
    readonly seconds: number | null
    readonly line: number
    readonly paragraphs: readonly string[]
  }[]
  /** The topics that headings open, in order, each with the words of its heading. */
  readonly topics: readonly { readonly id: TopicId; readonly label: string }[]
  readonly problems: readonly Problem[]
}

/** What a body is read by. */
export interface BodyContext {
  readonly match: LabelMatcher
  /** The labels that `match` knows, for corrections. */
  readonly labels: readonly string[]
  /** The ids of the topics that front matter lists; empty when topics are taken from the headings. */
  readonly topicIds: readonly string[]
}

interface OpenTurn {
  readonly speaker: string
  readonly pin: string | null
  readonly seconds: number | null
  readonly line: number
  readonly paragraphs: string[]
}

interface OpenSection {
  readonly heading: string | null
  readonly topic: TopicId | null
  readonly line: number
  readonly start: number
}

/**
 * True for a text that would be more than text at the start of a line: a heading, or a speaker's label. A backslash
 * before it makes it text.
 */
export function isStructural(text: string, match: LabelMatcher): boolean {
  return isHeading(text) || match(text) !== null
}

/** A text as it has to be written at the start of a line: with one more backslash where it would be structural. */
export function escapeLine(text: string, match: LabelMatcher): string {
  return isStructural(withoutBackslashes(text), match) ? `\\${text}` : text
}

function unescapeLine(line: string, match: LabelMatcher): string {
  return line.startsWith('\\') && isStructural(withoutBackslashes(line), match) ? line.slice(1) : line
}

function withoutBackslashes(line: string): string {
  let count = 0
  while (line[count] === '\\') count += 1
  return line.slice(count)
}

/** Reads the lines behind the front matter, each once and in order. */
export function readBody({ lines, firstLine }: Part, context: BodyContext): Body {
  const reader = new BodyReader(context)
  lines.forEach((line, index) => reader.read(trimLine(line), firstLine + index))
  return reader.end(firstLine + lines.length - 1)
}

class BodyReader {
  readonly #context: BodyContext
  readonly #known: ReadonlySet<string>
  readonly #problems: Problem[] = []
  readonly #turns: OpenTurn[] = []
  readonly #sections: OpenSection[] = []
  readonly #topics = new Map<string, { id: TopicId; label: string; line: number }>()
  #background: { heading: string; paragraphs: string[]; line: number } | null = null
  /** Where paragraphs go; null behind a heading, until a turn begins. */
  #target: string[] | null = null
  #paragraph: string[] = []
  #isInSection = false
  /** True once text without a speaker has been reported, so that one missing label is one problem. */
  #isStrayReported = false

  constructor(context: BodyContext) {
    this.#context = context
    this.#known = new Set(context.topicIds)
  }

  read(line: string, at: number): void {
    if (isBlank(line)) return this.#endParagraph()
    if (isHeading(line)) return this.#openHeading(readHeading(line), at)
    const turn = this.#context.match(line)
    if (turn) return this.#openTurn(turn, at)
    if (!this.#target) this.#reportStray(line, at)
    this.#paragraph.push(unescapeLine(line, this.#context.match))
  }

  end(lastLine: number): Body {
    this.#endParagraph()
    const { labels } = this.#context
    const sections = this.#sections.map(({ heading, topic, start, line }, index) => {
      const end = this.#sections[index + 1]?.start ?? this.#turns.length
      if (start === end) this.#report(line, wrong.emptySection({ heading: heading ?? '', topic, labels }))
      return { heading, topic, start, end }
    })
    for (const { speaker, paragraphs, line } of this.#turns)
      if (paragraphs.length === 0) this.#report(line, wrong.wordlessTurn(speaker))
    for (const problem of [...pinProblems(this.#turns), ...fallingTimeProblems(this.#turns)])
      this.#problems.push(problem)
    const open = this.#background
    if (open?.paragraphs.length === 0) this.#report(open.line, wrong.emptyBackground(open.heading))
    if (this.#turns.length === 0) this.#report(Math.max(lastLine, 1), wrong.noTurns(labels))
    return {
      background: open && { heading: open.heading, paragraphs: open.paragraphs },
      sections,
      turns: this.#turns,
      topics: [...this.#topics.values()].map(({ id, label }) => ({ id, label })),
      problems: this.#problems,
    }
  }

  #report(line: number, problem: Omit<Problem, 'line'>): void {
    this.#problems.push({ line, ...problem })
  }

  #endParagraph(): void {
    if (this.#paragraph.length === 0) return
    this.#target?.push(joinLines(this.#paragraph))
    this.#paragraph = []
  }

  #openTurn({ label, rest, pin, time }: LabelledLine, line: number): void {
    this.#endParagraph()
    if (!this.#isInSection) this.#openSection({ heading: null, topic: null, line })
    const seconds = time === undefined ? null : parseTurnTime(time)
    if (time !== undefined && seconds === null) this.#report(line, damagedTime({ speaker: label, time }))
    const turn = { speaker: label, pin, seconds, line, paragraphs: [] }
    this.#turns.push(turn)
    this.#target = turn.paragraphs
    if (!isBlank(rest)) this.#paragraph.push(rest)
  }

  #openSection(section: Omit<OpenSection, 'start'>): void {
    this.#sections.push({ ...section, start: this.#turns.length })
    this.#isInSection = true
    this.#isStrayReported = false
  }

  #openHeading(heading: Heading, line: number): void {
    this.#endParagraph()
    this.#target = null
    const { text, attribute } = heading
    if (text === '') this.#report(line, wrong.wordlessHeading(attribute))
    if (attribute === '.background') return this.#openBackground(text, line)
    this.#openSection({ heading: text, topic: this.#topicOf(heading, line), line })
  }

  #openBackground(heading: string, line: number): void {
    const background = { heading, paragraphs: [], line }
    this.#target = background.paragraphs
    this.#isInSection = false
    if (this.#turns.length > 0) this.#report(line, wrong.lateBackground(heading))
    else if (this.#background) this.#report(line, wrong.secondBackground(heading, this.#background.line))
    else this.#background = background
  }

  /** The topic that a heading opens; null when it opens none, or none that can be opened. */
  #topicOf({ text, attribute }: Heading, line: number): TopicId | null {
    if (attribute === null) return null
    if (!attribute.startsWith('#')) {
      this.#report(line, wrong.unknownAttribute(text, attribute))
      return null
    }
    const id = attribute.slice(1).normalize('NFC')
    const key = id.toLowerCase()
    const first = this.#topics.get(key)
    const problem = first ? this.#reopened(id, text, first.line) : this.#idProblem(id, text)
    if (problem) {
      this.#report(line, problem)
      return null
    }
    const topic = { id: id as TopicId, label: text, line } // checked just now: this is where a heading's id is made
    this.#topics.set(key, topic)
    return topic.id
  }

  #reopened(id: string, heading: string, line: number): Omit<Problem, 'line'> {
    return wrong.reopenedTopic({ id, heading, line, isListed: this.#known.size > 0 })
  }

  #idProblem(id: string, heading: string): Omit<Problem, 'line'> | null {
    if (this.#known.has(id)) return null
    if (this.#known.size > 0) return wrong.unlistedTopic({ id, heading, topicIds: this.#context.topicIds })
    const problem = topicIdProblem(id, heading)
    return problem && { ...problem, correction: writeHeading({ text: heading, attribute: `#${problem.correction}` }) }
  }

  #reportStray(line: string, at: number): void {
    if (this.#isStrayReported) return
    this.#isStrayReported = true
    const canBeBackground = this.#sections.length === 0 && !this.#background
    const isFirst = this.#turns.length === 0
    this.#report(at, wrong.strayText(line, { labels: this.#context.labels, isFirst, canBeBackground }))
  }
}
