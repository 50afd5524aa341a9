import type { Interview, TopicId } from '../../domain/interview.ts'
import { partsOf } from '../../domain/exchanges.ts'
import { mentionsOfTopic } from '../../domain/topics.ts'

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** "also in two other answers": where else a topic is mentioned; null when it is not. */
export function mentionLabel(interview: Interview, topic: TopicId): string | null {
  const mentions = mentionsOfTopic(interview, topic)
  if (mentions.length === 0) return null
  const parts = partsOf(interview)
  const noun = mentions.every((turn) => parts[turn]?.role === 'guest') ? 'answer' : 'turn'
  return `also in ${NUMBERS[mentions.length] ?? mentions.length} other ${noun}${mentions.length === 1 ? '' : 's'}`
}
