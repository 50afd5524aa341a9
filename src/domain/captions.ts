import { placedWordsOf } from './quoteWords.ts'

/** A time that stands inside a caption. */
export interface CueTime {
  /** Where it stands in the caption's text, in UTF-16 code units. */
  readonly offset: number
  readonly seconds: number
}

/** One caption: what is said from `start` to `end`, in seconds from the beginning of the recording. */
export interface Cue {
  readonly start: number
  readonly end: number
  /** Its words without tags, a line break between its lines. */
  readonly text: string
  /** In the order of their offsets. Empty in most captions. */
  readonly times: readonly CueTime[]
}

/** A word of a caption. */
export interface TimedWord {
  readonly folded: string
  /** When it begins. */
  readonly seconds: number
  /** When its caption ends. */
  readonly until: number
}

/**
 * The words of captions in the order in which they are said, with times that never fall. A word of a caption that has no
 * time for it begins where its place in the text says, from the time before it to the time after it:
 *
 *     one two <00:03.000> three      said from 1 s to 4 s
 *     1   2                3
 *
 * A caption that the next one joins before it ends is taken to be said by then.
 */
export function timedWordsOf(cues: readonly Cue[]): TimedWord[] {
  const words: TimedWord[] = []
  const inOrder = cues.toSorted((one, other) => one.start - other.start)
  const nexts = nextStarts(inOrder)
  let latest = 0
  inOrder.forEach((cue, index) => {
    const until = Math.max(Math.min(cue.end, nexts[index] ?? cue.end), cue.start)
    const times = risingTimes(cue, until)
    let at = 0
    for (const { folded, start } of placedWordsOf(cue.text)) {
      while ((times[at + 1]?.offset ?? Infinity) <= start) at += 1
      latest = Math.max(latest, secondsBetween(times[at], times[at + 1], start))
      words.push({ folded, seconds: latest, until: Math.max(until, latest) })
    }
  })
  return words
}

/** By caption, when the next one begins that does not begin with it. */
function nextStarts(cues: readonly Cue[]): (number | undefined)[] {
  const nexts: (number | undefined)[] = Array.from({ length: cues.length })
  for (let index = cues.length - 2; index >= 0; index -= 1) {
    const next = cues[index + 1]?.start
    nexts[index] = next === cues[index]?.start ? nexts[index + 1] : next
  }
  return nexts
}

/** The times in a caption with its beginning and its end, none before the one in front of it. */
function risingTimes({ start, text, times }: Cue, until: number): CueTime[] {
  const rising: CueTime[] = [{ offset: 0, seconds: start }]
  let latest = start
  for (const { offset, seconds } of times) {
    if (seconds < latest || seconds > until) continue
    latest = seconds
    rising.push({ offset, seconds })
  }
  return [...rising, { offset: text.length + 1, seconds: until }]
}

function secondsBetween(before: CueTime | undefined, after: CueTime | undefined, offset: number): number {
  if (!before) return 0
  if (!after || after.offset <= before.offset) return before.seconds
  const share = (offset - before.offset) / (after.offset - before.offset)
  return before.seconds + share * (after.seconds - before.seconds)
}
