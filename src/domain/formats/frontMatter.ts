import type { Interview, Role, Speaker, Topic, TopicId } from '../interview.ts'
import { labelProblem, sameIdProblems, sameLabelProblems, topicIdProblem, type Located } from './declarations.ts'
import type { Part } from './fileParts.ts'
import { nearestOf } from './nearest.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'
import { readRecordingFields, type DeclaredRecording } from './recordingFields.ts'
import { FieldReader, type Fields, type LocatedText } from './yamlFields.ts'
import { yamlScalar } from './yamlScalar.ts'
import { readYaml } from './yamlSource.ts'

/** What the lines between `---` and `---` say about an interview. Where something is wrong, as much as can be read. */
export interface FrontMatter extends Pick<Interview, 'title' | 'shortTitle' | 'publication' | 'summary' | 'language'> {
  /** None when the file leaves them to be found in the text. */
  readonly speakers: readonly Located<Speaker>[]
  /** None when the file leaves them to the headings. */
  readonly topics: readonly Located<Topic>[]
  /** What the times of the text are times of; null when there is nothing that can be played. */
  readonly recording: DeclaredRecording | null
  /** A recording is named, rightly or not: what looks like a time at a turn is one. */
  readonly isRecorded: boolean
  /** False when a speaker or a topic could not be read, so that what the text says cannot be judged. */
  readonly isComplete: boolean
}

const KEYS = [
  'title',
  'short-title',
  'publication',
  'summary',
  'language',
  'recording',
  'captions',
  'speakers',
  'topics',
]
const SPEAKER_KEYS = ['label', 'name', 'role', 'about']
const TOPIC_KEYS = ['id', 'label', 'words']
const ROLES: readonly Role[] = ['interviewer', 'guest']
const SPEAKER_EXAMPLE = '  - { label: Host, role: interviewer }'
const TOPIC_EXAMPLE = '  - { id: a-topic, label: A topic }'

/** Reads front matter. Null when it is not YAML at all. */
export function readFrontMatter({ lines, firstLine }: Part): {
  readonly frontMatter: FrontMatter | null
  readonly problems: Problem[]
} {
  const { source, problems } = readYaml(lines, firstLine)
  if (!source) return { frontMatter: null, problems }
  const reader = new FieldReader(source)
  const isEmpty = source.root === null
  const fields: Fields | null = isEmpty
    ? { line: firstLine - 1, owner: 'The front matter', byKey: new Map() }
    : reader.fields(source.root, {
        owner: 'The front matter',
        known: KEYS,
        line: firstLine,
        example: 'title: The title of the interview',
      })
  const frontMatter = fields && readValues(reader, { ...fields, line: firstLine - 1 })
  return { frontMatter, problems: [...problems, ...reader.problems] }
}

function readValues(reader: FieldReader, fields: Fields): FrontMatter {
  const title = reader.text(fields, 'title', 'The title of the interview')?.text ?? ''
  const speakerNodes = reader.list(fields, 'speakers', 'speakers:')
  const topicNodes = reader.list(fields, 'topics', 'topics:')
  const speakers = (speakerNodes ?? []).map(({ node, line }) => readSpeaker(reader, node, line))
  const topics = (topicNodes ?? []).map(({ node, line }) => readTopic(reader, node, line))
  const frontMatter: FrontMatter = {
    title,
    shortTitle: reader.text(fields, 'short-title')?.text ?? title,
    publication: reader.text(fields, 'publication')?.text ?? '',
    summary: reader.text(fields, 'summary')?.text ?? '',
    language: languageOf(reader, reader.text(fields, 'language', 'en')),
    speakers: speakers.filter((speaker) => speaker !== null),
    topics: topics.filter((topic) => topic !== null),
    recording: readRecordingFields(reader, fields),
    isRecorded: reader.text(fields, 'recording') !== null,
    isComplete: speakerNodes !== null && topicNodes !== null && ![...speakers, ...topics].includes(null),
  }
  for (const problem of sameLabelProblems(frontMatter.speakers)) reader.problems.push(problem)
  for (const problem of sameIdProblems(frontMatter.topics)) reader.problems.push(problem)
  return frontMatter
}

function languageOf(reader: FieldReader, tag: LocatedText | null): string {
  if (!tag) return 'en'
  try {
    return Intl.getCanonicalLocales(tag.text)[0] ?? 'en'
  } catch {
    // not a well-formed tag: the author is told, and English stands in until then
    reader.problems.push({
      line: tag.line,
      what: `${quoted(tag.text)} is no language tag.`,
      why: 'The language is a BCP 47 tag, such as “en”, “de-CH” or “zh-Hant”.',
      correction: 'language: en',
    })
    return 'en'
  }
}

function readSpeaker(reader: FieldReader, node: unknown, line: number): Located<Speaker> | null {
  const fields = reader.fields(node, { owner: 'A speaker', known: SPEAKER_KEYS, line, example: SPEAKER_EXAMPLE })
  if (!fields) return null
  const label = reader.text(fields, 'label', 'Host')
  const named = { ...fields, owner: label ? `The speaker ${quoted(label.text)}` : fields.owner }
  const name = reader.text(named, 'name')?.text
  const roleText = reader.text(named, 'role', 'guest')
  const about = reader.text(named, 'about')?.text ?? ''
  const role = ROLES.find((known) => known === roleText?.text)
  if (roleText && !role)
    reader.problems.push({
      line: roleText.line,
      what: `${quoted(roleText.text)} is no role.`,
      why: 'A speaker is an interviewer, who asks, or a guest, who answers.',
      correction: `role: ${nearestOf(roleText.text, ROLES) ?? 'guest'}`,
    })
  if (!label) return null
  const problem = labelProblem(label)
  if (problem) reader.problems.push(problem)
  return { label: label.text, name: name ?? label.text, role: role ?? 'guest', about, line: label.line }
}

function readTopic(reader: FieldReader, node: unknown, line: number): Located<Topic> | null {
  const fields = reader.fields(node, { owner: 'A topic', known: TOPIC_KEYS, line, example: TOPIC_EXAMPLE })
  if (!fields) return null
  const idText = reader.text(fields, 'id', 'a-topic')
  const named = { ...fields, owner: idText ? `The topic ${quoted(idText.text)}` : fields.owner }
  const label = reader.text(named, 'label', 'A topic')?.text ?? ''
  const words = reader.texts(named, 'words')
  if (!idText) return null
  const id = idText.text.normalize('NFC')
  const problem = topicIdProblem(id, label)
  if (problem)
    reader.problems.push({ ...problem, line: idText.line, correction: `id: ${yamlScalar(problem.correction)}` })
  // Here and at headings topic ids are made; one that is none ends in a problem, and never in an interview.
  return { id: id as TopicId, label: label || id, words, line: idText.line }
}
