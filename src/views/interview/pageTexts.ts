import { partLabel, partOf, questionOf } from '../../domain/exchanges.ts'
import { turnAt, type Interview } from '../../domain/interview.ts'
import { excerpt, pathOfPlace, turnOfPlace, type Place } from '../../domain/link.ts'
import { topicById } from '../../domain/topics.ts'

/** Results of a search and tabs of a browser show about so much, in UTF-16 code units. */
const TITLE_WORDS = 50
const DESCRIPTION_WORDS = 150

interface PageTexts {
  readonly title: string
  readonly description: string
  readonly path: string
}

/** The title, description and address of a place's page. Every word of them is the interview's own. */
export function pageTexts(interview: Interview, place: Place): PageTexts {
  const path = pathOfPlace(interview, place)
  const index = turnOfPlace(interview, place)
  if (place.kind === 'start' || index === null)
    return { title: `${interview.title} · Colloquy`, description: interview.summary || interview.title, path }
  const turn = turnAt(interview, index)
  if (place.kind === 'topic') {
    const label = topicById(interview, place.topic)?.label ?? place.topic
    return {
      title: `${label} · ${interview.shortTitle}`,
      description: `${label}. ${turn.speaker}: ${excerpt(turn, DESCRIPTION_WORDS)}`,
      path,
    }
  }
  const part = [partLabel(partOf(interview, index)), turn.speaker].filter(Boolean).join(', ')
  const question = questionOf(interview, index)
  const asked = question === null ? '' : ` (${excerpt(turnAt(interview, question), TITLE_WORDS)})`
  return {
    title: `${part}: ${excerpt(turn, TITLE_WORDS)} · ${interview.shortTitle}`,
    description: `${turn.speaker}: ${excerpt(turn, DESCRIPTION_WORDS)}${asked}`,
    path,
  }
}
