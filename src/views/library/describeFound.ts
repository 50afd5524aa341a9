import { soughtTerms } from '../../domain/librarySearch/terms.ts'
import type { Found } from './useLibraryAnswers.ts'

/** How much a search has found, in one sentence; where it is nothing, what to do. */
export function describeFound({ query, answers, looked, of }: Found): string {
  if (soughtTerms(query.words).length === 0) return 'Type a word to look for it.'
  const isAll = looked >= of
  if (answers.length > 0) {
    const turns = new Set(answers.map(({ interview, id }) => `${interview}/${id}`)).size
    const interviews = new Set(answers.map(({ interview }) => interview)).size
    const noun = answers.every(({ speaker }) => speaker.role === 'guest') ? 'answer' : 'turn'
    return `${count(turns, noun)} in ${count(interviews, 'interview')}${isAll ? '' : ' so far'}`
  }
  if (!isAll) return `Nothing found so far: looked at ${looked} of ${of} passages that hold these words.`
  const less = query.isExact ? 'Turn off “Exact words”, or look for fewer words.' : 'Look for fewer or shorter words.'
  return `Nothing found for “${query.words.trim()}”. ${less}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
