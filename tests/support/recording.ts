import { turnText, type Interview } from '../../src/domain/interview.ts'
import { placedWordsOf } from '../../src/domain/quoteWords.ts'
import type { Recording } from '../../src/domain/recording.ts'

interface EvenOptions {
  readonly secondsPerWord: number
  readonly hasWords: boolean
  /** From which time on; 0 without it. */
  readonly from?: number
}

/** A recording in which every word takes equally long. */
export function evenRecording(
  interview: Pick<Interview, 'turns'>,
  { secondsPerWord, hasWords, from = 0 }: EvenOptions,
): Recording {
  let count = 0
  const words = interview.turns.map((turn) =>
    placedWordsOf(turnText(turn)).map(() => {
      count += 1
      return from + (count - 1) * secondsPerWord
    }),
  )
  const end = from + count * secondsPerWord
  return {
    file: 'talk.wav',
    kind: 'audio',
    turns: words.map(([first]) => first ?? end),
    end,
    words: hasWords ? words : null,
  }
}
