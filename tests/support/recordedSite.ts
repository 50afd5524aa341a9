import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildFixture } from './buildFixture.ts'
import { turnText } from '../../src/domain/interview.ts'
import { placedWordsOf } from '../../src/domain/quoteWords.ts'
import { formatCueTime } from './captions.ts'
import { interviewFrom } from './interviews.ts'
import { evenRecording } from './recording.ts'

/** How long a word of the recorded interview takes, in seconds: fast, so that a test soon comes to the next sentence. */
export const SECONDS_PER_WORD = 0.2
/** The interviews of the site with recordings, the same words as sound and as picture, with the names of their files. */
export const RECORDED = { heard: 'a talk.wav', seen: 'the talk.mp4' } as const

const SAMPLES_PER_SECOND = 8000
const HEADER_BYTES = 44

/**
 * Builds a site whose interviews have recordings, with captions that say when each word is said. What stands in the file of
 * the picture is sound too: a browser goes by what is in a file.
 */
export async function buildRecordedSite(folder: string): Promise<void> {
  const interviews = join(folder, 'public', 'interviews')
  const text = await readFile('public/interviews/blinken-initiatives.md', 'utf8')
  const { turns } = interviewFrom('heard', text)
  const { words, end } = evenRecording({ turns }, { secondsPerWord: SECONDS_PER_WORD, hasWords: true })
  const cues = turns.map((turn, index) => {
    const said = turnText(turn)
    const placed = placedWordsOf(said)
    const times = words?.[index] ?? []
    const last = words?.[index + 1]?.[0] ?? end
    const timed = placed.map(({ start, end: to }, at) => `<${formatCueTime(times[at] ?? 0)}>${said.slice(start, to)}`)
    return `${formatCueTime(times[0] ?? 0)} --> ${formatCueTime(last)}\n${timed.join(' ')}\n`
  })
  await rm(folder, { recursive: true, force: true })
  await cp('public', join(folder, 'public'), { recursive: true, filter: (file) => !file.endsWith('.md') })
  await mkdir(interviews, { recursive: true })
  for (const [id, file] of Object.entries(RECORDED)) {
    await writeFile(join(interviews, `${id}.md`), text.replace('language: en', `language: en\nrecording: ${file}`))
    await writeFile(join(interviews, `${id}.vtt`), ['WEBVTT\n', ...cues].join('\n'))
    await writeFile(join(interviews, file), toneFile(end))
  }
  const settings = {
    publicDir: join(folder, 'public'),
    logLevel: 'error',
    build: { outDir: join(folder, 'out') },
  } as const
  await buildFixture(settings)
}

/** The beginning of a sound file, so many seconds of it, as if the rest had been lost. */
export function cutShort(file: Buffer, seconds: number): Buffer {
  return file.subarray(0, HEADER_BYTES + Math.round(seconds * SAMPLES_PER_SECOND))
}

/** A sound file of quiet tones, a higher one every second: WAV, 8 bit, mono. */
export function toneFile(seconds: number): Buffer {
  const length = Math.ceil(seconds * SAMPLES_PER_SECOND)
  const file = Buffer.alloc(HEADER_BYTES + length, 128)
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
    file[HEADER_BYTES + at] = 128 + Math.round(4 * Math.sin((2 * Math.PI * pitch * at) / SAMPLES_PER_SECOND))
  }
  return file
}
