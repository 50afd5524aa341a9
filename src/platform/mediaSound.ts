import type { Failure } from '../domain/playback/narrator.ts'

/** What is used of an `<audio>` or `<video>`. */
export type Media = Pick<
  HTMLMediaElement,
  | 'addEventListener'
  | 'currentSrc'
  | 'currentTime'
  | 'defaultPlaybackRate'
  | 'ended'
  | 'error'
  | 'load'
  | 'muted'
  | 'pause'
  | 'paused'
  | 'play'
  | 'playbackRate'
  | 'preservesPitch'
  | 'readyState'
  | 'removeEventListener'
  | 'seeking'
  | 'volume'
>

interface SoundListener {
  /** It sounds, or may have come further. */
  onFlow(): void
  /** It waits for more of the file. */
  onWait(): void
  /** The file is over. */
  onEnd(): void
  /** It was paused or begun; perhaps not by us. */
  onSwitch(): void
  onFail(reason: Failure): void
}

/** The sound of one media element. Times are in seconds from the beginning of the file. */
export interface MediaSound {
  readonly media: Media
  readonly seconds: number
  /** It can be heard at this moment: neither paused nor on its way to a place or waiting for the file. */
  readonly isFlowing: boolean
  /** The system lets the page set how loud it is: not so on iPhones, where there are only the keys of the phone. */
  readonly hasVolume: boolean
  /** Plays from a time; from where it stands without one. */
  play(from: number | null): void
  pause(): void
  /** From 0 to 1. */
  setVolume(volume: number): void
  setRate(rate: number): void
  /** Falls silent and listens no more. */
  release(): void
}

/** Nearer to a place than this it is there, in seconds: to go there again would only crackle. */
const THERE_S = 0.03
/** HTMLMediaElement.HAVE_FUTURE_DATA, and the codes of MediaError (https://html.spec.whatwg.org/multipage/media.html). */
const HAS_FUTURE = 3
const [ABORTED, NETWORK, DECODE] = [1, 2, 3]

/** Joins a media element. `statusOf` tells the HTTP status that an address answers with, and rejects without an answer. */
export function mediaSound(
  media: Media,
  listener: SoundListener,
  statusOf: (address: string) => Promise<number>,
): MediaSound {
  /** Where it is to be. A browser may forget a place that it was sent to before it knew the file. */
  let wanted: number | null = null
  /** Counts what it was asked: what is left of an earlier attempt to play says nothing of this one. */
  let attempt = 0

  const goTo = (seconds: number) => {
    if (Math.abs(media.currentTime - seconds) > THERE_S) media.currentTime = seconds
  }
  const fail = async () => {
    const mine = attempt
    const code = media.error?.code ?? null
    if (code === ABORTED) return
    const reason =
      code === NETWORK ? 'network' : code === DECODE ? 'decoding' : await reasonOf(statusOf(media.currentSrc))
    if (mine === attempt) listener.onFail(reason)
  }
  const handlers: readonly (readonly [string, () => void])[] = [
    ['loadedmetadata', () => wanted !== null && goTo(wanted)],
    ['playing', listener.onFlow],
    ['seeked', listener.onFlow],
    ['timeupdate', listener.onFlow],
    ['waiting', listener.onWait],
    ['ended', listener.onEnd],
    ['pause', listener.onSwitch],
    ['play', listener.onSwitch],
    ['error', () => void fail()],
  ]
  for (const [type, handle] of handlers) media.addEventListener(type, handle)
  media.preservesPitch = true

  return {
    media,
    get seconds() {
      return media.currentTime
    },
    get isFlowing() {
      return !media.paused && !media.seeking && media.readyState >= HAS_FUTURE
    },
    hasVolume: keepsVolume(media),
    play(from) {
      attempt += 1
      const mine = attempt
      if (media.error) media.load()
      if (from !== null) {
        wanted = from
        goTo(from)
      }
      media.play().catch((reason: unknown) => {
        // AbortError: paused before it began. NotSupportedError: `error` tells of it too.
        const isRefused = reason instanceof DOMException && reason.name === 'NotAllowedError'
        if (isRefused && mine === attempt) listener.onFail('not-allowed')
      })
    },
    pause() {
      attempt += 1
      media.pause()
    },
    setVolume(volume) {
      media.volume = volume
      media.muted = volume === 0
    },
    setRate(rate) {
      media.defaultPlaybackRate = rate // what load() sets it back to
      media.playbackRate = rate
    },
    release() {
      attempt += 1
      for (const [type, handle] of handlers) media.removeEventListener(type, handle)
      media.pause()
    },
  }
}

/** Why a file is not played, by what its address answers: browsers call a missing file one of an unknown kind. */
async function reasonOf(answer: Promise<number>): Promise<Failure> {
  try {
    const status = await answer
    if (status === 404 || status === 410) return 'missing'
    return status < 400 ? 'unsupported' : 'network'
  } catch {
    return 'network' // no answer at all
  }
}

function keepsVolume(media: Media): boolean {
  const { volume } = media
  media.volume = 0.5
  const isKept = media.volume === 0.5
  media.volume = volume
  return isKept
}
