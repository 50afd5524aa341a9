import type { Recording } from './recording.ts'

/** What a file's ending says of it. */
export interface RecordingType {
  readonly kind: Recording['kind']
  /** As servers and players name it (IANA media types). */
  readonly mediaType: string
}

/** The recordings that browsers play, by the ending of their names. A container that can be either is taken for video. */
export const RECORDING_TYPES: ReadonlyMap<string, RecordingType> = new Map([
  ['mp3', { kind: 'audio', mediaType: 'audio/mpeg' }],
  ['m4a', { kind: 'audio', mediaType: 'audio/mp4' }],
  ['aac', { kind: 'audio', mediaType: 'audio/aac' }],
  ['ogg', { kind: 'audio', mediaType: 'audio/ogg' }],
  ['oga', { kind: 'audio', mediaType: 'audio/ogg' }],
  ['opus', { kind: 'audio', mediaType: 'audio/ogg' }],
  ['wav', { kind: 'audio', mediaType: 'audio/wav' }],
  ['flac', { kind: 'audio', mediaType: 'audio/flac' }],
  ['mp4', { kind: 'video', mediaType: 'video/mp4' }],
  ['m4v', { kind: 'video', mediaType: 'video/mp4' }],
  ['webm', { kind: 'video', mediaType: 'video/webm' }],
])

/** What a file is by its name; null when it is no recording that can be played. */
export function recordingTypeOf(file: string): RecordingType | null {
  const dot = file.lastIndexOf('.')
  return dot < 1 ? null : (RECORDING_TYPES.get(file.slice(dot + 1).toLowerCase()) ?? null)
}
