import { turnText, type Interview, type Section } from './interview.ts'
import { isUnspaced, runsOf } from './words.ts'

/** Words a minute of calm reading aloud. Audiobooks run at 150 to 160; the design's lengths are drawn at 150. */
const WORDS_PER_MINUTE = 150
/** Characters a minute for scripts without spaces between words, spoken (Mandarin and Japanese news: 250 to 350). */
const CHARACTERS_PER_MINUTE = 270

/** About how many seconds a text takes to say aloud. Never 0, so that every turn has a place on the ribbon. */
export function spokenSeconds(text: string): number {
  let minutes = 0
  for (const run of runsOf(text))
    minutes += isUnspaced(run) ? [...run].length / CHARACTERS_PER_MINUTE : 1 / WORDS_PER_MINUTE
  return Math.max(minutes * 60, 1)
}

/** What is said when: turn i lasts from `starts[i]` to `starts[i + 1]`, in seconds; the last entry is the whole length. */
export type Timeline = readonly number[]

const timelines = new WeakMap<Interview, Timeline>()

/**
 * The timeline of an interview: that of its recording, or else estimated from its words. That of a part begins when the part
 * does.
 */
export function timelineOf(interview: Interview): Timeline {
  let timeline = timelines.get(interview)
  if (!timeline) {
    const { recording } = interview
    timeline = recording ? [...recording.turns, recording.end] : estimatedTimeline(interview)
    timelines.set(interview, timeline)
  }
  return timeline
}

function estimatedTimeline({ turns, part }: Interview): Timeline {
  let at = part?.secondsBefore ?? 0
  const starts = [at]
  for (const turn of turns) {
    at += spokenSeconds(turnText(turn))
    starts.push(at)
  }
  return starts
}

/** When a turn starts, in seconds. The number of turns itself gives the end of the interview. */
export function startOf(timeline: Timeline, turn: number): number {
  return timeline[Math.min(Math.max(turn, 0), timeline.length - 1)] ?? 0
}

/** How long the turns from `start` up to but not including `end` take, in seconds. */
export function secondsOf(timeline: Timeline, { start, end }: { start: number; end: number }): number {
  return startOf(timeline, end) - startOf(timeline, start)
}

/** How long the whole interview takes, in seconds. */
export function lengthOf(interview: Interview): number {
  return interview.part?.seconds ?? startOf(timelineOf(interview), interview.turns.length)
}

/** How long a section takes, in seconds, with those of its turns that are in other parts. */
export function secondsOfSection(interview: Interview, section: Section): number {
  return section.seconds ?? secondsOf(timelineOf(interview), section)
}

/** The turn that is being said at a time in seconds, by index; times outside the interview give its first or last turn. */
export function turnAtTime(timeline: Timeline, seconds: number): number {
  let low = 0
  let high = Math.max(timeline.length - 2, 0)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startOf(timeline, middle) <= seconds) low = middle
    else high = middle - 1
  }
  return low
}

/** A length as a reader takes it in: "about 4 min", "under 1 min", "about 2 h 10 min". */
export function formatLength(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (seconds < 45) return 'under 1 min'
  if (minutes < 60) return `about ${Math.max(minutes, 1)} min`
  const rest = minutes % 60
  return rest === 0 ? `about ${minutes / 60} h` : `about ${Math.floor(minutes / 60)} h ${rest} min`
}
