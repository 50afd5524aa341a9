import { partOf, questionOf } from '../domain/exchanges.ts'
import { speakerOf, turnAt, turnText, type Interview, type Speaker, type Turn } from '../domain/interview.ts'
import { excerpt, interviewPath, pathOfPlace, turnOfPlace, type Place } from '../domain/link.ts'
import { recordingTypeOf } from '../domain/recordingTypes.ts'
import { sectionOf, topicById } from '../domain/topics.ts'
import { INTERVIEWS_FOLDER } from './library.ts'
import type { PageHeadTexts, PreviewImage } from './previewTags.ts'
import { SITE_LANGUAGE, SITE_NAME } from './site.ts'

/** A turn longer than this is told by its beginning, so that no page grows with it; in UTF-16 code units. */
const WHOLE_TEXT = 5000
const BEGINNING = 300
/** With more speakers than this only those of the exchange are named in a turn’s page. */
const ALL_SPEAKERS = 12

interface Described extends PageHeadTexts {
  readonly siteUrl: string
  readonly image: PreviewImage | null
}

/** schema.org’s description of a page that is not about one interview. */
export function sitePageJsonLd({ title, description, url, siteUrl, image }: Described): object {
  const site = { '@type': 'WebSite', '@id': siteUrl, url: siteUrl, name: SITE_NAME, inLanguage: SITE_LANGUAGE }
  const page = url === siteUrl ? site : { '@type': 'WebPage', '@id': url, url, name: title, isPartOf: site }
  return { '@context': 'https://schema.org', ...page, description, ...(image && { image: image.url }) }
}

/**
 * schema.org’s description of a place in an interview: the interview with its people and their roles; a topic as a part
 * of it; an answer as a part of it with the question that it answers. It says nothing that the interview does not; of a page
 * that is to be small only what it is and how it hangs together, since the words are on it.
 */
export function interviewJsonLd(
  interview: Interview,
  place: Place,
  { url, siteUrl, image, isSmall = false }: Described & { readonly isSmall?: boolean },
): object {
  const index = turnOfPlace(interview, place)
  const addressOf = (other: Place) => siteUrl + pathOfPlace(interview, other).slice(1)
  const whole = siteUrl + interviewPath(interview.id).slice(1)
  const common = { '@context': 'https://schema.org' }
  const own = { '@id': url, url, inLanguage: interview.language, ...(image && { image: image.url }) }
  const topicAt = (turn: number) => {
    const id = sectionOf(interview, turn).topic
    const topic = id && topicById(interview, id)
    return topic ? { '@type': 'Thing', name: topic.label, url: addressOf({ kind: 'topic', topic: topic.id }) } : null
  }
  if (place.kind === 'start' || index === null)
    return {
      ...common,
      ...interviewThing(interview, whole, interview.speakers),
      ...own,
      ...recordingThing(interview, siteUrl),
      ...(interview.summary && { abstract: interview.summary }),
      ...(interview.topics.length > 0 && {
        hasPart: interview.topics.map(({ id, label }) => {
          const topic = addressOf({ kind: 'topic', topic: id })
          return { '@type': 'CreativeWork', '@id': topic, url: topic, name: label }
        }),
      }),
    }
  const about = topicAt(index)
  if (place.kind === 'topic')
    return {
      ...common,
      '@type': 'CreativeWork',
      ...own,
      ...(about && { name: about.name }),
      isPartOf: interviewThing(interview, whole, speakersIn(interview, [])),
    }

  const question = questionOf(interview, index)
  const said = (turn: number) => saidThing(interview, whole, turnAt(interview, turn))
  const { role, number } = partOf(interview, index)
  const kind = question !== null ? 'Answer' : role === 'interviewer' && number !== null ? 'Question' : 'Comment'
  const asked = question === null ? null : addressOf({ kind: 'turn', turn: turnAt(interview, question).id })
  const position = number !== null && kind === 'Answer' && { position: number }
  if (isSmall)
    return {
      ...common,
      '@type': kind,
      '@id': url,
      inLanguage: interview.language,
      author: { '@id': personId(interview, whole, speakerOf(interview, turnAt(interview, index))) },
      ...position,
      ...(about && { about }),
      ...(asked !== null && { parentItem: { '@type': 'Question', '@id': asked } }),
      isPartOf: { '@type': ['Article', 'Conversation'], '@id': whole, name: interview.title },
    }
  return {
    ...common,
    '@type': kind,
    ...own,
    ...said(index),
    ...position,
    ...(about && { about }),
    ...(question !== null && { parentItem: { '@type': 'Question', '@id': asked, url: asked, ...said(question) } }),
    isPartOf: interviewThing(interview, whole, speakersIn(interview, question === null ? [index] : [question, index])),
  }
}

/** The interview itself. An article in form, a conversation in kind. */
function interviewThing(interview: Interview, url: string, speakers: readonly Speaker[]): object {
  const { title, shortTitle, publication } = interview
  return {
    '@type': ['Article', 'Conversation'],
    '@id': url,
    url,
    name: title,
    headline: title,
    ...(shortTitle !== title && { alternativeHeadline: shortTitle }),
    ...(publication && { publisher: { '@type': 'Organization', name: publication } }),
    contributor: speakers.map((speaker) => ({
      '@type': 'Role',
      roleName: speaker.role,
      contributor: personThing(interview, url, speaker),
    })),
  }
}

/** The recording of an interview, as a property of it. How long the file is, is known to those who load it. */
function recordingThing({ title, language, recording }: Interview, siteUrl: string): object {
  const type = recording && recordingTypeOf(recording.file)
  if (!recording || !type) return {}
  const addressOf = (file: string) => `${siteUrl}${INTERVIEWS_FOLDER}/${encodeURIComponent(file)}`
  const media = {
    '@type': recording.kind === 'video' ? 'VideoObject' : 'AudioObject',
    name: title,
    contentUrl: addressOf(recording.file),
    encodingFormat: type.mediaType,
    inLanguage: language,
    ...(recording.captions && {
      caption: { '@type': 'MediaObject', contentUrl: addressOf(recording.captions), encodingFormat: 'text/vtt' },
    }),
  }
  return { [recording.kind]: media }
}

function personThing(interview: Interview, url: string, speaker: Speaker): object {
  const { name, about } = speaker
  return { '@type': 'Person', '@id': personId(interview, url, speaker), name, ...(about && { description: about }) }
}

function personId({ speakers }: Interview, url: string, { label }: Speaker): string {
  return `${url}#speaker-${speakers.findIndex((speaker) => speaker.label === label) + 1}`
}

/** Who says a turn, and what. */
function saidThing(interview: Interview, url: string, turn: Turn): object {
  const text = turnText(turn)
  const speaker = interview.speakers.find(({ label }) => label === turn.speaker)
  return {
    ...(text.length <= WHOLE_TEXT ? { text } : { abstract: excerpt(turn, BEGINNING) }),
    ...(speaker && { author: personThing(interview, url, speaker) }),
  }
}

function speakersIn(interview: Interview, turns: readonly number[]): readonly Speaker[] {
  if (interview.speakers.length <= ALL_SPEAKERS) return interview.speakers
  const labels = new Set(turns.map((turn) => turnAt(interview, turn).speaker))
  return interview.speakers.filter(({ label }) => labels.has(label))
}
