import { apaReference } from './citations/apa.ts'
import { writeBibtex } from './citations/bibtex.ts'
import { chicagoEntry } from './citations/chicago.ts'
import { readDate, type CitedSource } from './citations/citedSource.ts'
import { writeCslJson } from './citations/cslJson.ts'
import { mlaEntry } from './citations/mla.ts'
import { personName } from './citations/personName.ts'
import { plainLine, plainUrl } from './citations/plainLine.ts'
import type { RichText } from './citations/richText.ts'
import { writeRis } from './citations/ris.ts'
import { partLabel, partsOf } from './exchanges.ts'
import { indexOfTurn, type Interview, type Role } from './interview.ts'
import type { Place } from './link.ts'
import { topicById } from './topics.ts'

/** A citation in every form that is offered: three to be read, three for programs. */
export interface Citations {
  readonly apa: RichText
  readonly mla: RichText
  readonly chicago: RichText
  readonly bibtex: string
  readonly ris: string
  readonly cslJson: string
}

/** What is cited. */
export interface Citing {
  readonly interview: Interview
  readonly place: Place
  /** The permanent address of the place. */
  readonly url: string
  /** The day on which the reader saw it, as an ISO 8601 date; left out of the citation when it is missing or none. */
  readonly accessed?: string | undefined
  /** The words that are quoted; only the forms for programs have room for them. */
  readonly quote?: string | undefined
}

/**
 * Cites a place in an interview, with nothing but what the interview states. The styles cite the interview, as they do; where
 * in it is told by the address, and by a note in the forms for programs.
 *
 * @example
 * richTextToPlain(citeAnswer({ interview, place, url: 'https://example.org/interviews/talk/rye/' }).apa)
 * // 'Carter, E. (n.d.). A talk about bread (Editor, Interviewer). Time.news. https://example.org/interviews/talk/rye/'
 */
export function citeAnswer(citing: Citing): Citations {
  const source = citedSource(citing)
  return {
    apa: apaReference(source),
    mla: mlaEntry(source),
    chicago: chicagoEntry(source),
    bibtex: writeBibtex(source),
    ris: writeRis(source),
    cslJson: writeCslJson(source),
  }
}

function citedSource({ interview, place, url, accessed = '', quote = '' }: Citing): CitedSource {
  const namesOf = (wanted: Role) =>
    interview.speakers
      .filter(({ role }) => role === wanted)
      .map((speaker) => personName(speaker, interview.language))
      .filter((name) => !('literal' in name) || name.literal !== '')
  return {
    key: keyOf(interview, place),
    authors: namesOf('guest'),
    interviewers: namesOf('interviewer'),
    title: plainLine(interview.title),
    publication: plainLine(interview.publication),
    url: plainUrl(url),
    accessed: readDate(accessed),
    locator: locatorOf(interview, place),
    quote: plainLine(quote),
    language: plainLine(interview.language),
  }
}

/** Where in the interview a place is, in words: `Answer 4`, `Topic: China`; empty at the start and where none is known. */
export function locatorOf(interview: Interview, place: Place): string {
  if (place.kind === 'topic') {
    const topic = topicById(interview, place.topic)
    return topic ? `Topic: ${plainLine(topic.label)}` : ''
  }
  const index = place.kind === 'turn' ? indexOfTurn(interview, place.turn) : null
  const part = index === null ? undefined : partsOf(interview)[index]
  return (part && partLabel(part)) ?? ''
}

/**
 * A key for reference managers, made of the ids of interview and place, and so as lasting as they are. BibTeX takes no
 * character beyond ASCII in a key: accents go, and any other letter becomes its code point, so that keys stay different.
 *
 * @example keyOf(interview, START) // 'blinken-initiatives'
 */
function keyOf({ id }: Interview, place: Place): string {
  const ids = place.kind === 'start' ? [id] : place.kind === 'topic' ? [id, 'topics', place.topic] : [id, place.turn]
  return ids.map(asciiId).join(':')
}

function asciiId(id: string): string {
  return id
    .normalize('NFD')
    .replaceAll(/(?<=[A-Za-z])\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9_-]/gu, (character) => `x${character.codePointAt(0)?.toString(16)}`)
}
