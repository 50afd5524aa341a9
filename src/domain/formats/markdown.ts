import { turnText, type Interview, type InterviewId, type Speaker, type Topic, type TurnId } from '../interview.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { turnIds } from '../link.ts'
import { mentionFinder } from '../topics.ts'
import type { Located } from './declarations.ts'
import { fileNameProblems, splitFile, type Part } from './fileParts.ts'
import type { FilesBeside } from './filesBeside.ts'
import { readFrontMatter, type FrontMatter } from './frontMatter.ts'
import { writeHeading } from './headings.ts'
import { escapeLine, readBody, type Body } from './markdownBody.ts'
import { writePin } from './pins.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'
import { missingFileProblems, readRecorded } from './recorded.ts'
import { findInterviewer, findLabels, labelMatcher, type LabelMatcher } from './speakerLabels.ts'
import { timedMatcher, withoutTime, writeTurnTime } from './turnTimes.ts'
import { yamlScalar } from './yamlScalar.ts'

/** The largest file that is read, in bytes: some hundred interviews of a day each. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024

/** An interview, or everything that is wrong in its file, in the order of the lines. */
export type ReadResult = { ok: true; interview: Interview } | { ok: false; problems: Problem[] }

/** An interview's file: its name without its ending, and what stands in it. */
interface MarkdownFile {
  readonly id: string
  readonly text: string
  /** Left out where there is nothing beside it; then a recording is not looked for, and has the times of the text. */
  readonly beside?: FilesBeside
}

/**
 * Reads an interview in the project's Markdown format. Linear in the length of the text, and never throws.
 *
 * @example readMarkdown({ id: 'bread', text: '---\ntitle: Bread\nlanguage: en\n---\nHost: Why?\n\nBaker: Yes.\n' })
 */
export function readMarkdown({ id, text, beside }: MarkdownFile): ReadResult {
  const file = splitFile(text)
  const problems = [...fileNameProblems(id), ...file.problems]
  if (!file.parts) return failure(problems)
  const { frontMatter, problems: frontProblems } = readFrontMatter(file.parts.front)
  if (!frontMatter?.isComplete) return failure([...problems, ...frontProblems])
  const labels = labelsOf(frontMatter, file.parts.body)
  const topicIds = frontMatter.topics.map((topic) => topic.id)
  const body = readBody(file.parts.body, { match: turnMatcher(labels, frontMatter), labels, topicIds })
  const { recording: declared } = frontMatter
  const missing = declared && beside ? missingFileProblems(declared, beside) : []
  const found = [...problems, ...frontProblems, ...missing, ...body.problems, ...unusedProblems(frontMatter, body)]
  if (found.length > 0) return failure(found)
  const interview = toInterview(id, frontMatter, body)
  if (!declared) return { ok: true, interview }
  const turns = body.turns.map((turn) => ({ ...turn, text: turnText(turn) }))
  const { recording, problems: recordingProblems } = readRecorded({ id, declared, turns, beside })
  return recording ? { ok: true, interview: { ...interview, recording } } : failure(recordingProblems)
}

/** Problems in the order of their lines, those of other files last. */
function failure(problems: readonly Problem[]): ReadResult {
  const [own, others] = [problems.filter(({ file }) => !file), problems.filter(({ file }) => file)]
  const inOrder = [own, others].map((each) => each.toSorted((one, other) => one.line - other.line))
  return { ok: false, problems: inOrder.flat() }
}

function labelsOf({ speakers, isRecorded }: FrontMatter, { lines }: Part): string[] {
  if (speakers.length > 0) return speakers.map(({ label }) => label)
  return findLabels(isRecorded ? lines.map((line) => withoutTime(line)) : lines)
}

/** How lines begin turns. Without a recording, what looks like a time is what somebody says. */
function turnMatcher(labels: readonly string[], { isRecorded }: { readonly isRecorded: boolean }): LabelMatcher {
  return isRecorded ? timedMatcher(labelMatcher(labels)) : labelMatcher(labels)
}

/** The speakers who never speak and the topics that no heading opens. */
function unusedProblems({ speakers, topics }: FrontMatter, body: Body): Problem[] {
  const speaking = new Set(body.turns.map(({ speaker }) => speaker))
  const opened = new Set(body.topics.map(({ id }) => id))
  const silent = speakers.filter(({ label }) => !speaking.has(label))
  const closed = topics.filter(({ id }) => !opened.has(id))
  return [
    ...silent.map(({ label, line }) => ({
      line,
      what: `The speaker ${quoted(label)} never speaks.`,
      why: 'Perhaps the text names them differently: the label is what stands before the colon of each turn.',
      correction: `${label}: What is said`,
    })),
    ...closed.map(({ id, label, line }) => ({
      line,
      what: `The topic ${quoted(id)} has no turns: no heading opens it.`,
      why: 'A topic is the turns under the heading with its id.',
      correction: writeHeading({ text: label, attribute: `#${id}` }),
    })),
  ]
}

function toInterview(id: string, frontMatter: FrontMatter, { background, sections, turns, ...body }: Body): Interview {
  const { title, shortTitle, publication, summary, language } = frontMatter
  const texts = turns.map(turnText)
  const passages = turns.map(({ speaker }, index) => ({ speaker, text: texts[index] ?? '' }))
  // pinProblems found nothing: this is where pinned ids are made.
  const ids = turnIds(texts, language, { given: turns.map(({ pin }) => pin as TurnId | null) })
  const topics = topicsOf(frontMatter.topics, body.topics)
  const mentioned = mentionFinder(topics)
  const topicOfTurn = sections.flatMap(({ topic, start, end }) => Array.from({ length: end - start }, () => topic))
  return {
    id: id as InterviewId, // fileNameProblems found nothing: this is where interview ids are made
    title,
    shortTitle,
    publication,
    summary,
    language,
    speakers: speakersOf(frontMatter, turns),
    topics,
    background,
    sections,
    turns: turns.map(({ speaker, pin, paragraphs }, index) => ({
      id: ids[index] as (typeof ids)[number], // turnIds gives one for each text
      speaker,
      ...(pin === null ? {} : { isPinned: true as const }),
      paragraphs,
      mentions: mentioned(texts[index] ?? '').filter((topic) => topic !== topicOfTurn[index]),
      fingerprint: fingerprintOf(passages, index),
    })),
  }
}

/** The topics in the order in which headings open them, as the front matter describes them. */
function topicsOf(listed: readonly Located<Topic>[], opened: Body['topics']): Topic[] {
  const byId = new Map(listed.map(({ id, label, words }) => [id, { id, label, words }]))
  return opened.map(({ id, label }) => byId.get(id) ?? { id, label, words: [] })
}

function speakersOf({ speakers, language }: FrontMatter, turns: Body['turns']): Speaker[] {
  if (speakers.length > 0) return speakers.map(({ label, name, role, about }) => ({ label, name, role, about }))
  const spoken = turns.map(({ speaker, paragraphs }) => ({ speaker, text: paragraphs.at(-1) ?? '' }))
  const interviewer = findInterviewer(spoken, language)
  return [...new Set(turns.map(({ speaker }) => speaker))].map((label) => ({
    label,
    name: label,
    role: label === interviewer ? 'interviewer' : 'guest',
    about: '',
  }))
}

/** Writes an interview as its file is written by hand. Reading that file gives the same interview. */
export function writeMarkdown(interview: Interview): string {
  const { recording } = interview
  const labels = interview.speakers.map(({ label }) => label)
  const match = turnMatcher(labels, { isRecorded: recording !== undefined })
  const paragraphs = (texts: readonly string[]): string[] => texts.map((text) => escapeLine(text, match))
  const { background, sections, turns } = interview
  const blocks = [writeFrontMatter(interview)]
  if (background) {
    blocks.push(writeHeading({ text: background.heading, attribute: '.background' }))
    for (const text of paragraphs(background.paragraphs)) blocks.push(text)
  }
  for (const { heading, topic, start, end } of sections) {
    if (heading !== null) blocks.push(writeHeading({ text: heading, attribute: topic && `#${topic}` }))
    turns.slice(start, end).forEach(({ id, speaker, isPinned, paragraphs: [first = '', ...rest] }, index) => {
      const seconds = recording?.turns[start + index]
      const time = seconds === undefined ? '' : ` ${writeTurnTime(seconds)}`
      blocks.push(`${writePin({ name: speaker, pin: isPinned ? id : null })}${time}: ${first}`)
      for (const text of paragraphs(rest)) blocks.push(text)
    })
  }
  return `${blocks.join('\n\n')}\n`
}

function writeFrontMatter(interview: Interview): string {
  const { title, shortTitle, publication, summary, language, recording, speakers, topics } = interview
  const lines = ['---', `title: ${yamlScalar(title)}`]
  if (shortTitle !== title) lines.push(`short-title: ${yamlScalar(shortTitle)}`)
  if (publication) lines.push(`publication: ${yamlScalar(publication)}`)
  if (summary) lines.push(`summary: ${yamlScalar(summary)}`)
  lines.push(`language: ${yamlScalar(language)}`)
  if (recording) lines.push(`recording: ${yamlScalar(recording.file)}`)
  if (recording?.captions) lines.push(`captions: ${yamlScalar(recording.captions)}`)
  lines.push('speakers:')
  for (const { label, name, role, about } of speakers) {
    lines.push(`  - label: ${yamlScalar(label)}`, `    name: ${yamlScalar(name)}`, `    role: ${role}`)
    if (about) lines.push(`    about: ${yamlScalar(about)}`)
  }
  if (topics.length > 0) lines.push('topics:')
  for (const { id, label, words } of topics) {
    lines.push(`  - id: ${yamlScalar(id)}`, `    label: ${yamlScalar(label)}`)
    if (words.length > 0) lines.push(`    words: [${words.map((word) => yamlScalar(word, true)).join(', ')}]`)
  }
  return [...lines, '---'].join('\n')
}
