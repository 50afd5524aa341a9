import { turnText, type Interview } from '../../src/domain/interview.ts'
import { placedWordsOf } from '../../src/domain/quoteWords.ts'
import type { Recording } from '../../src/domain/recording.ts'

interface EvenOptions {
  readonly secondsPerWord: number
  readonly hasWords: boolean
  /** From which time on; 0 without it. */
  readonly from?: number
}

/** A recording in which every word takes equally long. */
export function evenRecording(
  interview: Pick<Interview, 'turns'>,
  { secondsPerWord, hasWords, from = 0 }: EvenOptions,
): Recording {
  let count = 0
  const words = interview.turns.map((turn) =>
    placedWordsOf(turnText(turn)).map(() => {
      count += 1
      return from + (count - 1) * secondsPerWord
    }),
  )
  const end = from + count * secondsPerWord
  return {
    file: 'talk.wav',
    kind: 'audio',
    turns: words.map(([first]) => first ?? end),
    end,
    words: hasWords ? words : null,
  }
}

/** What the build makes of a recording, in a page of the interview: the test of its own build compares it. */
export function recordingMarkup({ kind }: Pick<Recording, 'kind'>, address: string): string {
  const element = `id="recording_media" src="${address}" preload="none" aria-label="Recording"`
  if (kind === 'audio')
    return `<div class="RecordingMedia-sound" data-screen-only="true"><audio ${element} class="RecordingMedia-controls" controls=""></audio></div>`
  const video = `<video ${element} class="RecordingMedia-picture" controls="" playsinline=""></video>`
  return `<div class="RecordingMedia-video" dir="ltr" data-floats="false" data-screen-only="true"><div class="RecordingMedia-stage">${video}</div></div>`
}
