import { captionTimesOf, type CaptionTimes } from '../alignment/captionTimes.ts'
import { turnStartsFrom } from '../alignment/turnStarts.ts'
import type { Recording } from '../recording.ts'
import { RECORDING_TYPES } from '../recordingTypes.ts'
import type { FilesBeside } from './filesBeside.ts'
import { nearestOf } from './nearest.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'
import { captionsName, stemOf, type DeclaredRecording } from './recordingFields.ts'
import { readWebVtt } from './webvtt.ts'
import { writeTurnTime } from './turnTimes.ts'
import { yamlScalar } from './yamlScalar.ts'

/** Captions with fewer of the text's words are not of this text, or of another edition: their times would mislead. */
const LEAST_SHARE = 0.9
/** A turn with fewer of its words in the captions says something else than they do. */
const LEAST_SHARE_OF_TURN = 0.5

/** A turn as far as its time is concerned. */
export interface RecordedTurn {
  readonly speaker: string
  readonly text: string
  readonly line: number
  /** When it begins, as the text says; null where it does not. */
  readonly seconds: number | null
}

/** What is to be recorded, and where its times may be found. */
interface RecordingSources {
  /** The interview's id: captions of that name are its own. */
  readonly id: string
  readonly declared: DeclaredRecording
  readonly turns: readonly RecordedTurn[]
  /** Left out where files cannot be looked for: then times are those of the text. */
  readonly beside?: FilesBeside | undefined
}

/** The files that front matter names and that do not lie beside the interview. */
export function missingFileProblems(declared: DeclaredRecording, beside: FilesBeside): Problem[] {
  const { file, line, captions } = declared
  const recordings = beside.names.filter((name) => RECORDING_TYPES.has(endingOf(name)))
  const files = beside.names.filter((name) => endingOf(name) === 'vtt')
  return [
    ...missingFile({ key: 'recording', file, line, others: recordings }, beside),
    ...(captions
      ? missingFile({ key: 'captions', file: captions.text, line: captions.line, others: files }, beside)
      : []),
  ]
}

/**
 * When everything is said. The times of captions go to the word; times at turns hold for the turns beside them. Captions
 * that front matter does not name are those called as the recording or as the interview, where no turn has a time.
 */
export function readRecorded(sources: RecordingSources): {
  readonly recording: Recording | null
  readonly problems: readonly Problem[]
} {
  const { declared, turns } = sources
  const { file, kind } = declared
  const said = turns.map(({ seconds }) => seconds)
  const captions = captionsOf(sources)
  if (captions === null) {
    if (said.every((seconds) => seconds === null)) return { recording: null, problems: [noTimes(sources)] }
    const { turns: starts, end } = turnStartsFrom(
      turns.map(({ text }) => text),
      said,
    )
    return { recording: { file, kind, turns: starts.map(rounded), end: rounded(end), words: null }, problems: [] }
  }
  const { times, problems } = timesOf(captions, sources)
  if (!times) return { recording: null, problems }
  const heard = heldBy(said, times)
  return {
    recording: {
      file,
      kind,
      turns: heard.turns.map(rounded),
      end: rounded(heard.end),
      words: heard.words.map((words) => words.map(rounded)),
      captions,
    },
    problems,
  }
}

function endingOf(name: string): string {
  return name.slice(stemOf(name).length + 1).toLowerCase()
}

interface NamedFile {
  readonly key: string
  readonly file: string
  readonly line: number
  /** The files of its kind that are there. */
  readonly others: readonly string[]
}

function missingFile({ key, file, line, others }: NamedFile, { names }: FilesBeside): Problem[] {
  if (names.includes(file)) return []
  const nearest =
    others.find((name) => name.toLowerCase() === file.toLowerCase()) ??
    nearestOf(file, others) ??
    others.find((name) => stemOf(name) === stemOf(file))
  return [
    {
      line,
      what: `There is no file ${quoted(file)} beside the interview.`,
      why: nearest
        ? 'Names are compared letter by letter, with capitals, as servers do.'
        : 'The file lies in the same folder as the interview and is published with it.',
      correction: nearest ? `${key}: ${yamlScalar(nearest)}` : `a file named ${file}, in the folder of the interview`,
    },
  ]
}

/** The file of captions to be read; null when times are those of the text. */
function captionsOf({ id, declared, turns, beside }: RecordingSources): string | null {
  if (!beside) return null
  if (declared.captions) return declared.captions.text
  if (turns.some(({ seconds }) => seconds !== null)) return null
  return [captionsName(declared.file), `${id}.vtt`].find((name) => beside.names.includes(name)) ?? null
}

function timesOf(
  captions: string,
  { declared, turns, beside }: RecordingSources,
): { readonly times: CaptionTimes | null; readonly problems: readonly Problem[] } {
  const source = beside?.textOf(captions)
  if (!source || 'problem' in source)
    return { times: null, problems: source ? [{ ...source.problem, file: captions }] : [] }
  const { cues, problems } = readWebVtt(source.text)
  if (problems.length > 0) return { times: null, problems: problems.map((each) => ({ ...each, file: captions })) }
  const times = captionTimesOf(
    turns.map(({ text }) => text),
    cues,
  )
  const problem = cues.length > 0 ? foreignWords({ captions, turns, times }) : noCaptions(captions, declared)
  return problem ? { times: null, problems: [problem] } : { times, problems: [] }
}

/** Times of words with the times that the text gives turns put in force: a turn's words are said from there to the next. */
function heldBy(said: readonly (number | null)[], { words, turns, end }: CaptionTimes): Omit<CaptionTimes, 'matched'> {
  const nexts: number[] = []
  let next = Number.POSITIVE_INFINITY
  for (const seconds of said.toReversed()) {
    nexts.push(next)
    next = seconds ?? next
  }
  nexts.reverse()
  let from = 0
  const bounds = said.map((seconds, index) => {
    from = seconds ?? from
    return { from, until: nexts[index] ?? next }
  })
  const inside = (index: number, seconds: number) =>
    Math.min(Math.max(seconds, bounds[index]?.from ?? 0), bounds[index]?.until ?? seconds)
  return {
    words: words.map((each, index) => each.map((seconds) => inside(index, seconds))),
    turns: turns.map((seconds, index) => said[index] ?? inside(index, seconds)),
    end: Math.max(end, from),
  }
}

/** Hundredths of seconds are below what an ear or a player tells apart, and keep the published data small. */
function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100
}

function noTimes({ declared, turns }: RecordingSources): Problem {
  return {
    line: declared.line,
    what: `Nothing says when the turns of ${quoted(declared.file)} are said.`,
    why: `A time stands at each turn or at some of them, or captions named ${quoted(captionsName(declared.file))} lie beside the interview.`,
    correction: `${turns[0]?.speaker ?? 'Host'} ${writeTurnTime(0)}: …`,
  }
}

function noCaptions(captions: string, { file }: DeclaredRecording): Problem {
  return {
    file: captions,
    line: 1,
    what: 'The file has no captions.',
    why: `They say when the words of ${quoted(file)} are said.`,
    correction: '00:00:01.000 --> 00:00:04.000\nThe first words that are said',
  }
}

/** Captions that hold too few of the text's words, told by the first turns that they do not hold; null when all is well. */
function foreignWords({
  captions,
  turns,
  times,
}: {
  readonly captions: string
  readonly turns: readonly RecordedTurn[]
  readonly times: CaptionTimes
}): Problem | null {
  const all = times.words.reduce((sum, { length }) => sum + length, 0)
  const matched = times.matched.reduce((sum, count) => sum + count, 0)
  if (matched >= all * LEAST_SHARE && matched > 0) return null
  const isForeign = (index: number) =>
    (times.matched[index] ?? 0) < (times.words[index]?.length ?? 0) * LEAST_SHARE_OF_TURN
  const first = Math.max(
    turns.findIndex((_, index) => isForeign(index)),
    0,
  )
  const after = turns.findIndex((_, index) => index > first && !isForeign(index))
  const last = turns[(after < 0 ? turns.length : after) - 1]
  const { line = 1, speaker = 'Host' } = turns[first] ?? {}
  const where = last && last.line > line ? `here to line ${last.line}` : 'here'
  return {
    line,
    what: `Only ${Math.floor((100 * matched) / Math.max(all, 1))} % of the interview’s words stand in ${quoted(captions)}; from ${where} it says something else.`,
    why: `${LEAST_SHARE * 100} % are needed: with fewer, words would be lit up that are not said. Use the captions of this text, or write times at the turns.`,
    correction: `${speaker} ${writeTurnTime(Math.floor(times.turns[first] ?? 0))}: …`,
  }
}
