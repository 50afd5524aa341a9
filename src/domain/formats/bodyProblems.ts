import type { TopicId } from '../interview.ts'
import { writeHeading } from './headings.ts'
import { idFrom } from './ids.ts'
import { nearestOf } from './nearest.ts'
import type { Problem } from './problem.ts'
import { quoted, shortened } from './quoted.ts'
import { likelyLabel } from './speakerLabels.ts'

/** A problem of the body, before it is known on which line. */
type Fault = Omit<Problem, 'line'>

/** How much of the author's own words a correction repeats, in UTF-16 code units. */
const KEPT_LENGTH = 300
/** How many of the listed topics a message names. */
const NAMED_TOPICS = 10

function firstTurn(labels: readonly string[]): string {
  return `${labels[0] ?? 'Host'}: The first question?`
}

/** A label with nothing behind it. */
export function wordlessTurn(speaker: string): Fault {
  return {
    what: `${quoted(`${speaker}:`)} has no words behind it.`,
    why: 'A turn is what somebody says; its words stand behind the label or in the next paragraph.',
    correction: `${speaker}: What is said`,
  }
}

/** A file in which nobody says anything. */
export function noTurns(labels: readonly string[]): Fault {
  return {
    what: 'The file has no turns.',
    why: 'A turn is a paragraph that begins with a speaker’s label and a colon.',
    correction: firstTurn(labels),
  }
}

/** A heading of the background without text below it. */
export function emptyBackground(heading: string): Fault {
  return {
    what: `The background ${quoted(heading)} has no text.`,
    why: 'A heading without text behind it shows nothing.',
    correction: `${writeHeading({ text: heading, attribute: '.background' })}\n\nThe background`,
  }
}

/** A background below the first turn. */
export function lateBackground(heading: string): Fault {
  return {
    what: `The background ${quoted(heading)} stands behind the first turn.`,
    why: 'It is what a reader knows before the interview, so it stands before it.',
    correction: writeHeading({ text: heading, attribute: null }),
  }
}

/** A background although there is one on line `first`. */
export function secondBackground(heading: string, first: number): Fault {
  return {
    what: `${quoted(heading)} is a second background.`,
    why: `The background begins on line ${first}; it can have as many paragraphs as it needs, under one heading.`,
    correction: writeHeading({ text: heading, attribute: null }),
  }
}

/** A line `##` with nothing behind it but perhaps an id. */
export function wordlessHeading(attribute: string | null): Fault {
  const id = attribute?.startsWith('#') ? attribute.slice(1) : ''
  return {
    what: 'This heading has no words.',
    why: 'A heading is shown to readers, so it needs a name.',
    correction: writeHeading({ text: id || 'Opening', attribute }),
  }
}

/** Braces that are neither an id nor the background's. */
export function unknownAttribute(heading: string, attribute: string): Fault {
  const isNearBackground = nearestOf(attribute, ['.background']) !== null
  return {
    what: `${quoted(`{${attribute}}`)} says nothing about a heading.`,
    why: 'In braces stand “#” and the id of a topic, or “.background”. A backslash before them makes them words.',
    correction: isNearBackground
      ? writeHeading({ text: heading, attribute: '.background' })
      : `## ${heading} \\{${attribute}}`,
  }
}

/** A topic whose heading stands on line `line` already. */
export function reopenedTopic(topic: { id: string; heading: string; line: number; isListed: boolean }): Fault {
  const { id, heading, line, isListed } = topic
  return {
    what: `The topic ${quoted(id)} is opened a second time.`,
    why: `It is opened on line ${line}; a topic is one stretch of turns, with one address.`,
    correction: writeHeading({ text: heading, attribute: isListed ? null : `#${id}-2` }),
  }
}

/** A heading with an id that front matter does not list. */
export function unlistedTopic({
  id,
  heading,
  topicIds,
}: {
  id: string
  heading: string
  topicIds: readonly string[]
}): Fault {
  const nearest = nearestOf(id, topicIds) ?? nearestOf(idFrom(heading), topicIds)
  const named = topicIds.slice(0, NAMED_TOPICS).map(quoted).join(', ')
  return {
    what: `${quoted(`#${id}`)} is no topic that the front matter lists.`,
    why: `It lists ${named}${topicIds.length > NAMED_TOPICS ? ' and others' : ''}.`,
    correction: writeHeading({ text: heading, attribute: nearest && `#${nearest}` }),
  }
}

/** A heading that nobody speaks under. */
export function emptySection({
  heading,
  topic,
  labels,
}: {
  heading: string
  topic: TopicId | null
  labels: readonly string[]
}): Fault {
  return {
    what: topic === null ? `There are no turns under ${quoted(heading)}.` : `The topic ${quoted(topic)} has no turns.`,
    why: 'A heading opens the turns that stand below it.',
    correction: `${writeHeading({ text: heading, attribute: topic && `#${topic}` })}\n\n${firstTurn(labels)}`,
  }
}

/** Words below a heading, or at the beginning, that nobody says. */
export function strayText(
  line: string,
  { labels, isFirst, canBeBackground }: { labels: readonly string[]; isFirst: boolean; canBeBackground: boolean },
): Fault {
  const what = `${quoted(line)} stands before the first turn${isFirst ? '' : ' of its section'}.`
  const likely = likelyLabel(line)
  if (canBeBackground && !likely)
    return {
      what,
      why: 'Nobody says it: text before the interview stands under a heading of its own, and a turn begins with a label.',
      correction: `## Background {.background}\n\n${shortened(line, KEPT_LENGTH)}`,
    }
  const label = (likely && nearestOf(likely.name, labels)) ?? labels[0] ?? 'Host'
  return {
    what,
    why: 'Nobody says it: a turn begins with the label of a declared speaker and a colon.',
    correction: `${label}: ${shortened(likely ? likely.rest : line, KEPT_LENGTH)}`,
  }
}
