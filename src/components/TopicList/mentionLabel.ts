import type { OutlineEntry } from '../../domain/part.ts'

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** "also in two other answers": where else a topic is mentioned; null when it is not. */
export function mentionLabel({ mentions }: Pick<OutlineEntry, 'mentions'>): string | null {
  if (!mentions || mentions.count === 0) return null
  const noun = mentions.areAnswers ? 'answer' : 'turn'
  return `also in ${NUMBERS[mentions.count] ?? mentions.count} other ${noun}${mentions.count === 1 ? '' : 's'}`
}
