import type { Interview } from '../../src/domain/interview.ts'

/** An interview, counting which turns' words are read: a turn's words are read when it renders. */
export function countingInterview(interview: Interview) {
  const rendered = new Set<number>()
  const turns = interview.turns.map((turn, index) => {
    const { paragraphs } = turn
    return Object.defineProperty({ ...turn }, 'paragraphs', {
      enumerable: true,
      get: () => {
        if (/\bTurn\b/.test(new Error('who reads').stack ?? '')) rendered.add(index)
        return paragraphs
      },
    })
  })
  const counting: Interview = { ...interview, turns }
  return {
    interview: counting,
    reset: () => rendered.clear(),
    rendered: () => [...rendered].toSorted((a, b) => a - b),
  }
}
