import type { Speaker, Topic } from '../interview.ts'
import { RESERVED_IDS } from '../link.ts'
import { idFrom, isTopicId, MAX_TOPIC_ID_LENGTH } from './ids.ts'
import { readPin } from './pins.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'
import { foldLabel, hasColon, MAX_LABEL_LENGTH } from './speakerLabels.ts'
import { yamlScalar } from './yamlScalar.ts'

/** A thing with the line in the file where it is declared. */
export type Located<Thing> = Thing & { readonly line: number }

/** What is wrong with a speaker's label; null when the text can use it. */
export function labelProblem({ text, line }: { text: string; line: number }): Problem | null {
  const why = labelFault(text)
  if (why === null) return null
  const right = readPin(text)
    .name.replaceAll(/[:：\\]/g, '')
    .replace(/^##\s+/, '')
    .trim()
    .slice(0, MAX_LABEL_LENGTH)
  return { line, what: `${quoted(text)} can be no label.`, why, correction: `label: ${yamlScalar(right || 'Host')}` }
}

function labelFault(text: string): string | null {
  if (hasColon(text)) return 'A label ends where its colon is, so it holds none.'
  if (text.length > MAX_LABEL_LENGTH) return `A label has at most ${MAX_LABEL_LENGTH} characters.`
  if (readPin(text).pin !== null) return 'Braces behind a label hold the id of one turn, so they are no part of it.'
  const isMarked = text.startsWith('\\') || /^##\s/.test(text)
  return isMarked ? 'A backslash or “## ” at the start of a line means something else.' : null
}

/** The speakers whose labels the text cannot tell from an earlier one's. */
export function sameLabelProblems(speakers: readonly Located<Speaker>[]): Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  for (const { label, line } of speakers) {
    const first = seen.get(foldLabel(label))
    if (first === undefined) seen.set(foldLabel(label), line)
    else
      problems.push({
        line,
        what: `${quoted(label)} is the label of the speaker on line ${first} too.`,
        why: 'The text could not tell the two apart: capitals and white space make no difference in a label.',
        correction: `label: ${yamlScalar(`${label} 2`)}`,
      })
  }
  return problems
}

/** What is wrong with a topic's id, and an id that would be right; null when it is right. */
export function topicIdProblem(id: string, label: string): Omit<Problem, 'line'> | null {
  if (!isTopicId(id))
    return {
      what: `${quoted(id)} can be no id of a topic.`,
      why: `An id is letters and digits joined by hyphens, at most ${MAX_TOPIC_ID_LENGTH}, for it stands in addresses.`,
      correction: idFrom(id || label),
    }
  if (!RESERVED_IDS.has(id.toLowerCase())) return null
  return {
    what: `The id ${quoted(id)} is reserved.`,
    why: 'It stands in the addresses of the site already.',
    correction: `${id}-discussed`,
  }
}

/** The topics whose ids are an earlier one's too. */
export function sameIdProblems(topics: readonly Located<Topic>[]): Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  for (const { id, line } of topics) {
    const first = seen.get(id.toLowerCase())
    if (first === undefined) seen.set(id.toLowerCase(), line)
    else
      problems.push({
        line,
        what: `${quoted(id)} is the id of the topic on line ${first} too.`,
        why: 'Each topic has an address of its own. Capitals make no difference in it.',
        correction: `id: ${yamlScalar(`${id}-2`)}`,
      })
  }
  return problems
}
