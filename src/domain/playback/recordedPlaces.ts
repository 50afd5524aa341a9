import { turnText, type Interview } from '../interview.ts'
import type { TextRange } from '../quote.ts'
import type { Recording } from '../recording.ts'
import { wordRangesOf } from '../words.ts'
import { clampCursor, sentencesOfTurn, type Cursor } from './cursor.ts'

/** Where a recording is at a time. */
export interface RecordedPlace {
  readonly cursor: Cursor
  /** The word that is being said, in the turn's text; null before its first word, and where words have no times. */
  readonly word: TextRange | null
  /** When the next word or sentence begins, in seconds from the beginning of the file; after the last one, its end. */
  readonly next: number
}

/** Times and places of a recording. Times are in seconds from the beginning of the file. */
export interface RecordedPlaces {
  /** When a sentence begins; of a place that there is not, the nearest one's time. */
  secondsOf(cursor: Cursor): number
  /** What is being said at a time: of all that have begun by then, the last. Before the first it is the first sentence. */
  placeAt(seconds: number): RecordedPlace
  /** When all is said. */
  readonly end: number
}

/** What begins at a time: a sentence (no word), or a word of it. */
interface Mark {
  readonly seconds: number
  readonly sentence: number
  readonly word: TextRange | null
}

/**
 * The places of a recording. A word begins at its own time. Where only turns have times, a turn's sentences share them out
 * by the length of their texts. Times that fall, in a file that was written by hand, count as the latest before them.
 */
export function recordedPlaces(interview: Interview, recording: Recording): RecordedPlaces {
  const starts: number[] = []
  for (const [turn] of interview.turns.entries()) starts.push(Math.max(recording.turns[turn] ?? 0, starts.at(-1) ?? 0))
  const end = Math.max(recording.end, starts.at(-1) ?? 0)
  const startOf = (turn: number) => starts[turn] ?? end

  const kept: (readonly Mark[] | undefined)[] = []
  const marksOf = (turn: number): readonly Mark[] => (kept[turn] ??= marksOfTurn(turn))

  const marksOfTurn = (turn: number): Mark[] => {
    const text = turnText(interview.turns[turn] ?? { paragraphs: [] })
    const from = startOf(turn)
    const to = startOf(turn + 1)
    const times = recording.words?.[turn]
    const words = times ? wordRangesOf(text) : []
    const marks: Mark[] = []
    let at = 0
    let latest = from
    const reach = (seconds: number) => (latest = Math.min(Math.max(seconds, latest), to))
    for (const [sentence, range] of sentencesOfTurn(interview, turn).entries()) {
      const share = from + (to - from) * (range.start / Math.max(text.length, 1))
      // The turn's own time is that of its first sentence: the breath before a word belongs to it.
      const begins = sentence === 0 ? from : times && words[at] ? (times[at] ?? latest) : times ? latest : share
      marks.push({ seconds: reach(begins), sentence, word: null })
      for (let word = words[at]; word && word.start < range.end; word = words[at]) {
        const seconds = times?.[at]
        if (seconds !== undefined)
          marks.push({ seconds: reach(seconds), sentence, word: { start: word.start, end: word.end } })
        at += 1
      }
    }
    return marks
  }

  return {
    end,
    secondsOf(cursor) {
      const { turn, sentence } = clampCursor(interview, cursor)
      return marksOf(turn).find((mark) => mark.sentence === sentence)?.seconds ?? startOf(turn)
    },
    placeAt(seconds) {
      const turn = Math.max(
        lastAt(starts, (start) => start <= seconds),
        0,
      )
      const marks = marksOf(turn)
      const at = Math.max(
        lastAt(marks, (mark) => mark.seconds <= seconds),
        0,
      )
      const { sentence, word } = marks[at] ?? { sentence: 0, word: null }
      return { cursor: { turn, sentence }, word, next: marks[at + 1]?.seconds ?? startOf(turn + 1) }
    },
  }
}

/** The last of the entries that are so, where all that are stand before all that are not; -1 when none is. */
function lastAt<Entry>(entries: readonly Entry[], isSo: (entry: Entry) => boolean): number {
  let low = -1
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const entry = entries[middle]
    if (entry !== undefined && isSo(entry)) low = middle
    else high = middle - 1
  }
  return low
}
