import type { Recording } from '../recording.ts'
import { RECORDING_TYPES, recordingTypeOf } from '../recordingTypes.ts'
import { nearestOf } from './nearest.ts'
import type { Problem } from './problem.ts'
import { quoted } from './quoted.ts'
import type { FieldReader, Fields, LocatedText } from './yamlFields.ts'
import { yamlScalar } from './yamlScalar.ts'

/** What front matter says of a recording. */
export interface DeclaredRecording extends Pick<Recording, 'file' | 'kind'> {
  readonly line: number
  /** Null when front matter names none. */
  readonly captions: LocatedText | null
}

/** The name of a file of captions, for examples and corrections. */
export function captionsName(file: string): string {
  return `${stemOf(file)}.vtt`
}

/** A file's name without its ending. */
export function stemOf(file: string): string {
  const dot = file.lastIndexOf('.')
  return dot < 1 ? file : file.slice(0, dot)
}

/** Reads the recording and its captions. Null when there is none, or none that can be played. */
export function readRecordingFields(reader: FieldReader, fields: Fields): DeclaredRecording | null {
  const recording = reader.text(fields, 'recording')
  const captions = reader.text(fields, 'captions')
  if (!recording) {
    if (captions) reader.problems.push(captionsOfNothing(captions))
    return null
  }
  const type = recordingTypeOf(recording.text)
  const problem = placeProblem(recording, 'recording') ?? (type ? null : typeProblem(recording))
  const captionsProblem = captions && (placeProblem(captions, 'captions') ?? captionsTypeProblem(captions))
  for (const each of [problem, captionsProblem]) if (each) reader.problems.push(each)
  if (problem || !type) return null
  return { file: recording.text, kind: type.kind, line: recording.line, captions: captionsProblem ? null : captions }
}

/** What is wrong when a name is more than a name: an address, or a path. */
function placeProblem({ text, line }: LocatedText, key: string): Problem | null {
  const name = text.replace(/[?#].*/, '').replaceAll(/^.*[/\\:]/g, '')
  const correction = `${key}: ${yamlScalar(/^\.*$/.test(name) ? `talk.${key === 'captions' ? 'vtt' : 'mp3'}` : name)}`
  if (/^(?:[a-z][a-z\d+.-]+:|[/\\]{2})/i.test(text))
    return {
      line,
      what: `${quoted(text)} is an address on another site.`,
      why: 'Pages load nothing from elsewhere: a player would tell the other site who reads what. Put the file beside the interview.',
      correction,
    }
  if (/[/\\]/.test(text) || text.startsWith('.'))
    return {
      line,
      what: `${quoted(text)} is a path.`,
      why: 'The file lies in the folder of the interview, so its name is enough.',
      correction,
    }
  return null
}

function typeProblem({ text, line }: LocatedText): Problem {
  const endings = [...RECORDING_TYPES.keys()]
  const dot = text.lastIndexOf('.')
  const nearest = dot < 0 ? null : nearestOf(text.slice(dot + 1), endings)
  return {
    line,
    what: `${quoted(text)} is no recording that browsers play.`,
    why: `The name ends in ${endings.map((ending) => `.${ending}`).join(', ')}.`,
    correction: `recording: ${yamlScalar(`${stemOf(text)}.${nearest ?? 'mp3'}`)}`,
  }
}

function captionsTypeProblem({ text, line }: LocatedText): Problem | null {
  if (/.\.vtt$/i.test(text)) return null
  return {
    line,
    what: `${quoted(text)} is no file of captions.`,
    why: 'Captions are read in WebVTT, and their name ends in .vtt; other formats can be converted to it.',
    correction: `captions: ${yamlScalar(captionsName(text))}`,
  }
}

function captionsOfNothing({ text, line }: LocatedText): Problem {
  return {
    line,
    what: `There are captions, ${quoted(text)}, but no recording.`,
    why: 'Captions say when the words of a recording are said.',
    correction: `recording: ${yamlScalar(`${stemOf(text)}.mp3`)}\ncaptions: ${yamlScalar(text)}`,
  }
}
