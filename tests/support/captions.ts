import type { Cue } from '../../src/domain/captions.ts'

/** A time as captions write it: `00:01:32.500`. */
export function formatCueTime(seconds: number): string {
  const all = Math.round(seconds * 1000)
  const whole = Math.floor(all / 1000)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${String(all % 1000).padStart(3, '0')}`
}

/** Captions as a WebVTT file. */
export function writeWebVtt(cues: readonly Pick<Cue, 'start' | 'end' | 'text'>[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `WEBVTT\n\n${cues
    .map(({ start, end, text }) => `${formatCueTime(start)} --> ${formatCueTime(end)}\n${escaped(text)}\n`)
    .join('\n')}`
}
