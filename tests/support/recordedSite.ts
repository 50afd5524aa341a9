import type { BrowserContext, Page, Route } from '@playwright/test'
import type { Interview } from '../../src/domain/interview.ts'
import type { Recording } from '../../src/domain/recording.ts'
import { START } from './playerTest.ts'
import { evenRecording, recordingMarkup } from './recording.ts'

/** How long a word of the recorded interview takes, in seconds: fast, so that a test soon comes to the next sentence. */
export const SECONDS_PER_WORD = 0.2
const SAMPLES_PER_SECOND = 8000

/** The interview that the site publishes, with a recording of it. */
export function recordedInterview(interview: Interview, kind: Recording['kind'] = 'audio') {
  const even = evenRecording(interview, { secondsPerWord: SECONDS_PER_WORD, hasWords: true })
  const recording: Recording = { ...even, kind, file: 'a talk.wav' }
  return { ...interview, recording }
}

/** A sound file of quiet tones, a higher one every second: WAV, 8 bit, mono. */
export function toneFile(seconds: number): Buffer {
  const length = Math.ceil(seconds * SAMPLES_PER_SECOND)
  const file = Buffer.alloc(44 + length, 128)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + length, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20) // PCM
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(SAMPLES_PER_SECOND, 24)
  file.writeUInt32LE(SAMPLES_PER_SECOND, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36)
  file.writeUInt32LE(length, 40)
  for (let at = 0; at < length; at += 1) {
    const pitch = 220 + 20 * (Math.floor(at / SAMPLES_PER_SECOND) % 12)
    file[44 + at] = 128 + Math.round(4 * Math.sin((2 * Math.PI * pitch * at) / SAMPLES_PER_SECOND))
  }
  return file
}

/** Answers as a static server does: whole, or the part that is asked for. */
async function sendFile(route: Route, file: Buffer): Promise<void> {
  const range = /^bytes=(\d+)-(\d*)$/.exec((await route.request().headerValue('range')) ?? '')
  const start = Number(range?.[1] ?? 0)
  const end = Math.min(range?.[2] ? Number(range[2]) : Infinity, file.length - 1)
  if (range && start >= file.length)
    return route.fulfill({ status: 416, headers: { 'content-range': `bytes */${file.length}` } })
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' }
  if (!range) return route.fulfill({ headers, body: file })
  const part = { ...headers, 'content-range': `bytes ${start}-${end}/${file.length}` }
  return route.fulfill({ status: 206, headers: part, body: file.subarray(start, end + 1) })
}

/**
 * Gives the site's interview a recording: in its data and in its pages, as the build would. `file` is what is served for
 * it; null for a file that is not there. Returns how often the file was asked for.
 */
export async function serveRecording(
  target: BrowserContext | Page,
  interview: ReturnType<typeof recordedInterview>,
  file: Buffer | null,
): Promise<() => number> {
  let asked = 0
  const { recording } = interview
  const address = `/interviews/${encodeURIComponent(recording.file)}`
  await target.route(`**${START}**`, async (route) => {
    const response = await route.fetch()
    const html = (await response.text()).replace(
      '</header></div>',
      () => `</header>${recordingMarkup(recording, address)}</div>`,
    )
    await route.fulfill({ response, body: html })
  })
  await target.route(`**/interviews/${interview.id}.json`, (route) => route.fulfill({ json: interview }))
  await target.route(`**${address}`, async (route) => {
    asked += 1
    await (file ? sendFile(route, file) : route.fulfill({ status: 404, body: 'not here' }))
  })
  return () => asked
}
