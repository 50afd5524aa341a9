import type { Cue } from '../captions.ts'
import { readCueText } from './cueText.ts'
import { parseCueTime } from './cueTimes.ts'
import { linesOf } from './lines.ts'
import type { Problem } from './problem.ts'
import { quoted, shortened } from './quoted.ts'

/** The largest file of captions that is read, in bytes: a hundred hours with a time for every word. */
export const MAX_CAPTION_BYTES = 16 * 1024 * 1024
/** After so many damaged captions the others are passed over: the author has seen what is wrong. */
const MAX_PROBLEMS = 20
/** The longest line of times that is repeated, in UTF-16 code units. */
const TIMES_LENGTH = 200
const ARROW = '-->'
const TIMES_EXAMPLE = '00:01:32.000 --> 00:01:35.500'

/**
 * Reads captions in WebVTT (W3C WebVTT 6.1): their times and their words. Comments, styles, regions and settings are
 * passed over. Linear in the length of the text, and never throws.
 *
 *     WEBVTT                             the header, up to an empty line
 *
 *     12                                 a name, left out by most
 *     00:01:32.000 --> 00:01:35.500      times, perhaps settings behind them
 *     <v Ada>Rye, mostly.                words, up to an empty line or the next times
 */
export function readWebVtt(text: string): { readonly cues: Cue[]; readonly problems: Problem[] } {
  const lines = linesOf(text)
  const cues: Cue[] = []
  const problems: Problem[] = []
  const [first = ''] = lines
  if (!/^WEBVTT(?:[ \t]|$)/.test(first)) return { cues, problems: [noHeader(first)] }
  const lineAt = (index: number): string => lines[index] ?? ''
  const endOfBlock = (from: number): number => {
    let end = from
    while (end < lines.length && lineAt(end) !== '' && !lineAt(end).includes(ARROW)) end += 1
    return end
  }
  let at = endOfBlock(1)
  while (at < lines.length) {
    if (lineAt(at) === '') {
      at += 1
      continue
    }
    const timesAt = [at, at + 1].find((index) => lineAt(index).includes(ARROW))
    if (timesAt === undefined) {
      at = endOfBlock(at)
      continue
    }
    const end = endOfBlock(timesAt + 1)
    const times = readTimes(lineAt(timesAt))
    if (times) cues.push({ ...times, ...readCueText(lines.slice(timesAt + 1, end).join('\n')) })
    else if (problems.length < MAX_PROBLEMS && !isAside(lineAt(at)))
      problems.push({ line: timesAt + 1, ...wrongTimes(lineAt(timesAt)) })
    at = end
  }
  return { cues, problems }
}

/** True for the first line of what is no caption, whatever stands below it. */
function isAside(line: string): boolean {
  return /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line)
}

/** The times of a caption; null when they are none, or when it would end before it begins. */
function readTimes(line: string): Pick<Cue, 'start' | 'end'> | null {
  const arrow = line.indexOf(ARROW)
  const start = parseCueTime(line.slice(0, arrow).trim())
  const behind = line.slice(arrow + ARROW.length).trimStart()
  const end = parseCueTime(behind.split(/[ \t]/, 1)[0] ?? '')
  return start === null || end === null || end < start ? null : { start, end }
}

function noHeader(line: string): Problem {
  return {
    line: 1,
    what: `The captions begin with ${quoted(line)}.`,
    why: 'The first line of a WebVTT file is “WEBVTT”, with an empty line behind it.',
    correction: 'WEBVTT',
  }
}

function wrongTimes(line: string): Omit<Problem, 'line'> {
  return {
    what: `${quoted(line.trim())} are no times of a caption.`,
    why: `They are hours, minutes, seconds and thousandths, the later time behind the arrow, such as “${TIMES_EXAMPLE}”.`,
    correction: mendedTimes(shortened(line.trim(), TIMES_LENGTH)) ?? TIMES_EXAMPLE,
  }
}

/** The times with what other formats do differently set right: commas for dots, one digit for two, and the order. */
function mendedTimes(line: string): string | null {
  const mended = line.replaceAll(/(?<=\d),(?=\d{3})/g, '.').replaceAll(/(?<![\d.:])\d(?=:)/g, '0$&')
  if (readTimes(mended)) return mended
  const [, first, second] = /^(\S+)\s*-->\s*(\S+)/.exec(mended) ?? []
  const swapped = `${second} ${ARROW} ${first}`
  return readTimes(swapped) ? swapped : null
}
