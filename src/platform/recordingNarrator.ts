import type { Interview } from '../domain/interview.ts'
import { compareCursors, sentenceFrom, type Cursor } from '../domain/playback/cursor.ts'
import type { Failure, Narrator } from '../domain/playback/narrator.ts'
import { ALL_RATES, clampRate } from '../domain/playback/rates.ts'
import { recordedPlaces } from '../domain/playback/recordedPlaces.ts'
import type { Recording } from '../domain/recording.ts'
import { mediaSound, type Media, type MediaSound } from './mediaSound.ts'
import { narratorListeners } from './narratorListeners.ts'
import { narratorRun } from './narratorRun.ts'
import { recordingCapabilities } from './waitingNarrator.ts'

interface RecordingOptions {
  /** The element that sounds, as it stands on the page at the moment; null when there is none. */
  findMedia(): Media | null
  /** The HTTP status that an address answers with. @throws when there is no answer. */
  statusOf(address: string): Promise<number>
  /** Where it is told that the page goes away. */
  readonly host: Pick<Window, 'addEventListener' | 'removeEventListener'>
}

/** Sound that stands this far from where it was sent, in seconds, is elsewhere: a server that hands out no parts of files begins at 0. */
const ASTRAY_S = 1
/** The file may be over this long before a sentence that is marked in it, in seconds: marks are made by ear. */
const SHORT_S = 1
/** The soonest look at the time, in ms: some browsers move it on in steps of up to 40 ms. */
const SOONEST_MS = 10

/**
 * Plays the recording of an interview, and tells where it is. It looks at the time when the next word or sentence is to
 * begin, and at every `timeupdate`: three or four looks a second instead of the sixty of every frame, and the same in a
 * hidden page, whose frames stand still and whose timers may come late. What was missed is told in order at the next look.
 */
export function recordingNarrator(
  interview: Interview,
  recording: Recording,
  { findMedia, statusOf, host }: RecordingOptions,
): Narrator {
  const places = recordedPlaces(interview, recording)
  const listeners = narratorListeners()
  const run = narratorRun(interview, listeners.emit)
  let sound: MediaSound | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let rate = 1
  let volume = 1
  let isClosed = false

  /** Of the run: its first sentence was told; it waits for the file; where the word starts that was told last. */
  let isBegun = false
  let isStalled = false
  let reached = -1
  let from = 0
  /** The end of the run. */
  let until: Cursor | null = null
  /** The sound stands where the reader paused it. */
  let isHeld = false

  const silence = () => {
    clearTimeout(timer)
    sound?.pause()
  }
  const fail = (reason: Failure) => {
    if (run.generation === null) return
    silence()
    run.fail(reason)
  }

  /** Tells all that has begun by now; false when the run is over, or another one is on. */
  const tellUpTo = (seconds: number): boolean => {
    const { cursor, word } = places.placeAt(seconds)
    while (seconds >= places.end || compareCursors(run.cursor, cursor) < 0) {
      const next = run.next()
      if (!next && run.generation === null) silence()
      if (!next || !run.tell({ kind: 'sentence', cursor: next })) return false
      reached = -1
    }
    if (!word || word.start <= reached || compareCursors(run.cursor, cursor) !== 0) return true
    reached = word.start
    return run.tell({ kind: 'word', turn: cursor.turn, ...word })
  }

  const look = () => {
    clearTimeout(timer)
    if (run.generation === null || !sound?.isFlowing) return
    const { seconds } = sound
    if (!isBegun) {
      if (seconds < from - ASTRAY_S) return fail('decoding')
      isBegun = true
      if (!run.tell({ kind: 'sentence', cursor: run.cursor })) return
    } else if (isStalled) {
      isStalled = false
      if (!run.tell({ kind: 'flowing' })) return
    }
    if (!tellUpTo(seconds)) return
    const wait = ((places.placeAt(seconds).next - seconds) * 1000) / rate
    timer = setTimeout(look, Math.max(wait, SOONEST_MS))
  }

  /** All is said when the file is over, but for a file that ends before the last sentence begins. */
  const handleEnd = () => {
    if (run.generation === null || !sound?.media.ended) return
    const last = until ? sentenceFrom(interview, until, -1) : places.placeAt(places.end).cursor
    if (last && places.secondsOf(last) > sound.seconds + SHORT_S) return fail('decoding')
    if (isBegun || run.tell({ kind: 'sentence', cursor: run.cursor })) tellUpTo(places.end)
  }

  const attach = (): MediaSound | null => {
    const media = findMedia()
    if (media === (sound?.media ?? null)) return sound
    sound?.release()
    isHeld = false
    sound = media && mediaSound(media, soundListener, statusOf)
    sound?.pause() // what the browser began by itself
    sound?.setRate(rate)
    sound?.setVolume(volume)
    return sound
  }
  const soundListener = {
    onFlow: look,
    onWait() {
      if (!isBegun || isStalled || run.generation === null) return
      clearTimeout(timer)
      isStalled = true
      run.tell({ kind: 'stalled' })
    },
    onEnd: handleEnd,
    onSwitch() {
      if (!sound) return
      const { paused, ended, error } = sound.media
      if (paused && !ended && !error) fail('interrupted') // browsers pause what fails, and say why by `error`
      else if (!paused && run.generation === null) sound.pause() // nothing sounds that the place does not go with
    },
    onFail: fail,
  }

  const handlePageHide = () => fail('interrupted') // else it would go on by itself when the reader comes back
  host.addEventListener('pagehide', handlePageHide)
  attach()

  return {
    get capabilities() {
      return { ...recordingCapabilities(recording), hasVolume: sound?.hasVolume ?? true }
    },
    play(next) {
      if (isClosed) return
      silence()
      attach()
      const isThere = isHeld && next.isResumed && compareCursors(next.from, run.cursor) === 0
      run.start(next)
      until = next.until
      isBegun = isStalled = isHeld = false
      reached = -1
      from = isThere ? 0 : places.secondsOf(next.from)
      if (sound) sound.play(isThere ? null : from)
      else fail('missing')
    },
    pause() {
      isHeld = isHeld || run.generation !== null
      run.end()
      silence()
    },
    stop() {
      isHeld = false
      run.end()
      silence()
    },
    stopBefore(next) {
      until = next
      run.stopBefore(next)
    },
    setRate(next) {
      rate = clampRate(next, ALL_RATES)
      sound?.setRate(rate)
      look()
    },
    setVolume(next) {
      volume = Math.min(Math.max(next || 0, 0), 1)
      sound?.setVolume(volume)
    },
    voices: () => [],
    setVoices() {},
    sample() {},
    subscribe: listeners.subscribe,
    close() {
      isClosed = true
      run.end()
      clearTimeout(timer)
      sound?.release()
      host.removeEventListener('pagehide', handlePageHide)
      listeners.clear()
    },
  }
}
